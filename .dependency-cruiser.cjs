/** The rooms and their arrows (design §3): src → domain ← cloudfunctions; local stands alone; nothing imports test. */
const only = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to });

module.exports = {
  forbidden: [
    only(
      'domain-is-pure',
      { path: '^domain/' },
      { pathNot: ['^domain/', '^node_modules/(dayjs|zod|chinese-days)/'] },
      'Rules know no platform: no SDK, no node:*, no screens.',
    ),
    only(
      'functions-use-only-the-platform',
      { path: '^cloudfunctions/' },
      { path: '^(src|local|test|config)/' },
      'The backend knows the rules and the platform, nothing else.',
    ),
    only(
      'functions-go-out-through-the-sdk',
      { path: '^cloudfunctions/' },
      {
        dependencyTypes: ['npm', 'npm-dev'],
        pathNot: '^node_modules/(@cloudbase/node-sdk|jsonwebtoken|@types/jsonwebtoken|zod|read-excel-file|write-excel-file|papaparse|@types/papaparse|fflate)/',
      },
      'Out go @cloudbase/node-sdk and the HTTPS API of WeChat only.',
    ),
    only(
      'only-the-registry-reads-workbooks',
      { path: '^cloudfunctions/', pathNot: '^cloudfunctions/registry/' },
      { path: '^node_modules/(read-excel-file|papaparse|@types/papaparse)/' },
      'Reading Excel and CSV is heavy; one function carries it.',
    ),
    only(
      'only-registry-and-roll-write-papers',
      { path: '^cloudfunctions/', pathNot: '^cloudfunctions/(registry|roll)/' },
      { path: '^node_modules/(write-excel-file|fflate)/' },
      'Workbooks and letters are written by the two functions that export.',
    ),
    only(
      'functions-do-not-import-each-other',
      { path: '^cloudfunctions/([^/]+)/', pathNot: '^cloudfunctions/kit/' },
      { path: '^cloudfunctions/', pathNot: ['^cloudfunctions/$1/', '^cloudfunctions/kit/'] },
      'What functions share is kit.',
    ),
    only(
      'kit-is-below-the-functions',
      { path: '^cloudfunctions/kit/' },
      { path: '^cloudfunctions/', pathNot: '^cloudfunctions/kit/' },
      'kit serves the functions, not the other way round.',
    ),
    only(
      'screens-know-only-the-rules',
      { path: '^src/' },
      { path: '^(cloudfunctions|local|test)/' },
      'Screens reach the backend through services/cloud.',
    ),
    only(
      'contract-enters-screens-as-types',
      { path: '^src/' },
      { path: '^domain/contract/(inputs|fields)', dependencyTypesNot: ['type-only'] },
      'zod must not travel to the phone.',
    ),
    only(
      'calendar-stays-on-the-server',
      { path: '^src/' },
      {
        path: '^(domain/time/workday|domain/problem/(ladder|decide|explain|report))',
        dependencyTypesNot: ['type-only'],
      },
      'The working-day calendar is too heavy for a phone.',
    ),
    only(
      'pages-do-not-import-pages',
      { path: '^src/pages/([^/]+)/' },
      { path: '^src/pages/', pathNot: '^src/pages/$1/' },
      'A page is a leaf; what two pages share is a component.',
    ),
    only(
      'cloud-knows-no-product',
      { path: '^local/', pathNot: '^local/(demo|stage|main)' },
      { path: '^(src|domain|cloudfunctions|config|test)/|^local/(demo|stage|main)' },
      'The embedded cloud is CloudBase, not our product.',
    ),
    only(
      'demo-speaks-the-words-only',
      { path: '^local/(demo|stage)' },
      { path: '^(src|cloudfunctions|config|test)/' },
      'Demo and stage know the vocabulary and the doors.',
    ),
    only('nothing-imports-test', { pathNot: '^test/' }, { path: '^test/' }, 'Tests are leaves.'),
    only('no-cycles', {}, { circular: true, dependencyTypesNot: ['type-only'] }, 'A cycle hides who may change whom.'),
    only('resolvable', {}, { couldNotResolve: true }, 'Every import exists.'),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '\\.(scss|png|json)$' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { exportsFields: ['exports'], conditionNames: ['import', 'require', 'node', 'default', 'types'] },
  },
};
