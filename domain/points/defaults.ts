import type { Rule, RuleVersion, Scheme } from './rule';

/**
 * What holds until a banner enables rules of its own (docs/compliance/points.md says why each is lawful). Service results
 * only: nothing for signing in, for time online, for distance, for photos. Nothing here takes points away by itself.
 */
const RULES: readonly Rule[] = [
  {
    id: 'coverage',
    for: 'worker',
    fact: 'week',
    name: { zh: '每周联系', en: 'Weekly contact' },
    text: {
      zh: '一周里该联系的户都联系到，记2分；八成以上，记1分。网格长同意免联系的户不算。',
      en: 'All households due in a week reached: 2 points; four of five: 1. Excused households do not count.',
    },
    amount: [
      { from: 0.8, amount: 1 },
      { from: 1, amount: 2 },
    ],
    evidence: { zh: '当周联系台账', en: 'The contact sheet of the week' },
  },
  {
    id: 'meetings',
    for: 'worker',
    fact: 'month',
    name: { zh: '每月见面', en: 'Monthly meetings' },
    text: {
      zh: '一个月里每户都见过面，记4分；八成以上，记2分。',
      en: 'Every household met in a month: 4 points; four of five: 2.',
    },
    amount: [
      { from: 0.8, amount: 2 },
      { from: 1, amount: 4 },
    ],
    evidence: { zh: '当月联系台账', en: 'The contact sheets of the month' },
  },
  {
    id: 'found',
    for: 'worker',
    fact: 'found',
    name: { zh: '发现问题', en: 'A problem found' },
    text: {
      zh: '您反映或替居民反映的问题被受理，每件记1分，每月最多6分。',
      en: 'A problem you brought up was accepted: 1 point each, at most 6 a month.',
    },
    amount: 1,
    cap: { per: 'month', most: 6 },
    evidence: { zh: '问题的经过', en: 'The history of the problem' },
  },
  {
    id: 'solved',
    for: 'worker',
    fact: 'solved',
    name: { zh: '格内解决', en: 'Solved in the grid' },
    text: {
      zh: '您牵头在网格里办好、居民说解决了的，每件记2分，每月最多8分。',
      en: 'Solved inside the grid by you, as the resident says: 2 points each, at most 8 a month.',
    },
    amount: 2,
    cap: { per: 'month', most: 8 },
    evidence: { zh: '问题的经过', en: 'The history of the problem' },
  },
  {
    id: 'on-time',
    for: 'worker',
    fact: 'on-time',
    name: { zh: '按时办结', en: 'Finished in time' },
    text: {
      zh: '您办的问题在答应的日期前办完，每件记1分，每月最多4分。',
      en: 'A problem you worked on was finished by its promised day: 1 point each, at most 4 a month.',
    },
    amount: 1,
    cap: { per: 'month', most: 4 },
    evidence: { zh: '问题的经过', en: 'The history of the problem' },
  },
  {
    id: 'rated',
    for: 'worker',
    fact: 'rated',
    name: { zh: '居民评价', en: 'The reporter’s rating' },
    text: {
      zh: '您办的问题，居民评四星五星记2分，三星记1分，每月最多8分。评得低不扣分。',
      en: 'Four or five stars for what you did: 2 points; three: 1; at most 8 a month. Low stars take nothing away.',
    },
    amount: [
      { from: 3, amount: 1 },
      { from: 4, amount: 2 },
    ],
    cap: { per: 'month', most: 8 },
    evidence: { zh: '居民的评价', en: 'What the reporter said' },
  },
  {
    id: 'activity',
    for: 'worker',
    fact: 'activity',
    name: { zh: '为民活动', en: 'Activities' },
    text: {
      zh: '联系时做的宣讲、调解、代办、法律援助、清洁、意见收集、发展帮扶，每次记1分，每月最多4分。',
      en: 'Explaining, mediating, errands, legal aid, clean-ups, opinions, development: 1 point each, at most 4 a month.',
    },
    amount: 1,
    cap: { per: 'month', most: 4 },
    evidence: { zh: '联系台账', en: 'The contact sheet' },
  },
  {
    id: 'deed',
    for: 'worker',
    fact: 'deed',
    name: { zh: '办成实事', en: 'A deed done' },
    text: {
      zh: '从居民的问题或研究会来的实事，您按时办成，每件记3分，一年最多15分。自己列、自己说办成的不记分。',
      en: 'A deed that came of a problem or a session, done by you in time: 3 points each, at most 15 a year. What you list and call done yourself earns none.',
    },
    amount: 3,
    cap: { per: 'year', most: 15 },
    evidence: { zh: '办实事清单', en: 'The list of deeds' },
  },
  {
    id: 'merit',
    for: 'worker',
    name: { zh: '突出贡献', en: 'Special merit' },
    text: {
      zh: '救急救难等突出的事，写明经过、附上依据，另一位负责人同意后记1至10分，一年最多20分。',
      en: 'Help in an emergency and the like, written down with evidence and agreed to by a second person: up to 10 points, at most 20 a year.',
    },
    amount: 10,
    cap: { per: 'year', most: 20 },
    evidence: { zh: '经过和照片或证明', en: 'What happened, with photos or papers' },
  },
  {
    id: 'lapse',
    for: 'worker',
    name: { zh: '失职扣分', en: 'A lapse' },
    text: {
      zh: '查实推诿、弄虚作假的，先听本人说，写明依据，另一位负责人同意后才扣，一次最多10分，一年最多20分。系统不会自己扣分。',
      en: 'Proven evasion or false records: after hearing the person, with evidence and a second person’s consent, at most 10 points each, 20 a year. The system never deducts by itself.',
    },
    amount: -10,
    cap: { per: 'year', most: 20 },
    evidence: { zh: '查实的材料和本人的说法', en: 'What was found, and what the person says' },
  },
  {
    id: 'session',
    for: 'organisation',
    fact: 'session',
    name: { zh: '按期研究', en: 'Session held' },
    text: {
      zh: '按期开专题研究会，每次记2分。',
      en: 'A study session held in its period: 2 points each.',
    },
    amount: 2,
    evidence: { zh: '研究会记录', en: 'The session' },
  },
  {
    id: 'org-solved',
    for: 'organisation',
    fact: 'solved',
    name: { zh: '办成难题', en: 'Problems solved' },
    text: {
      zh: '本级办好、居民说解决了的问题，每件记2分，每月最多10分。',
      en: 'A problem solved at this level, as the resident says: 2 points each, at most 10 a month.',
    },
    amount: 2,
    cap: { per: 'month', most: 10 },
    evidence: { zh: '问题的经过', en: 'The history of the problem' },
  },
  {
    id: 'org-on-time',
    for: 'organisation',
    fact: 'on-time',
    name: { zh: '按时办结', en: 'Finished in time' },
    text: {
      zh: '本级的问题在答应的日期前办完，每件记1分，每月最多5分。',
      en: 'A problem of this level finished by its promised day: 1 point each, at most 5 a month.',
    },
    amount: 1,
    cap: { per: 'month', most: 5 },
    evidence: { zh: '问题的经过', en: 'The history of the problem' },
  },
  {
    id: 'org-deed',
    for: 'organisation',
    fact: 'deed',
    name: { zh: '办成实事', en: 'Deeds done' },
    text: {
      zh: '单位清单上的实事按时办成，每件记3分，一年最多30分。',
      en: 'A deed of the organisation’s list done in time: 3 points each, at most 30 a year.',
    },
    amount: 3,
    cap: { per: 'year', most: 30 },
    evidence: { zh: '办实事清单', en: 'The list of deeds' },
  },
  {
    id: 'courtyard',
    for: 'household',
    name: { zh: '清洁庭院', en: 'A clean courtyard' },
    text: {
      zh: '院里院外收拾干净，村里看过，记3分，每月最多3分。',
      en: 'House and yard kept clean, seen by the village: 3 points, once a month.',
    },
    amount: 3,
    cap: { per: 'month', most: 3 },
    evidence: { zh: '照片，或村里来看过', en: 'A photo, or a visit of the village' },
  },
  {
    id: 'volunteer',
    for: 'household',
    name: { zh: '志愿服务', en: 'Voluntary work' },
    text: {
      zh: '参加清渠、植树、清扫等义务劳动，每次记5分，每月最多20分。',
      en: 'Took part in clearing canals, planting trees, cleaning: 5 points each, at most 20 a month.',
    },
    amount: 5,
    cap: { per: 'month', most: 20 },
    evidence: { zh: '照片，或在场的人', en: 'A photo, or who was there' },
  },
  {
    id: 'neighbour',
    for: 'household',
    name: { zh: '邻里互助', en: 'Helping neighbours' },
    text: {
      zh: '照看老人孩子、帮邻居渡难关，每次记5分，每月最多20分。',
      en: 'Looked after the old or children, helped a neighbour: 5 points each, at most 20 a month.',
    },
    amount: 5,
    cap: { per: 'month', most: 20 },
    evidence: { zh: '写明帮了谁、怎么帮的', en: 'Whom you helped, and how' },
  },
  {
    id: 'warning',
    for: 'household',
    name: { zh: '报告险情', en: 'Warned of a danger' },
    text: {
      zh: '发现火险、塌方、断路等险情及时报告，每次记5分，每月最多10分。',
      en: 'Told of fire, a slide, a broken road in time: 5 points each, at most 10 a month.',
    },
    amount: 5,
    cap: { per: 'month', most: 10 },
    evidence: { zh: '什么时候、在哪里', en: 'When and where' },
  },
];

const SCHEME: Scheme = {
  weights: { points: 40, residents: 30, review: 30 },
  fullPoints: 150,
  fewestAnswers: 5,
  fewestReviews: 3,
  grades: { excellent: 90, good: 75, basic: 60 },
  monthsToGrade: 3,
  share: 0.1,
  fewestRanked: 10,
  appealDays: 10,
};

/** Valid while nothing else was enabled. */
export const DEFAULT_RULES: RuleVersion = {
  _id: 'default.1',
  rev: 0,
  applied: [],
  rules: [...RULES],
  scheme: SCHEME,
  draftedBy: { person: 'yige', name: '一格' },
  draftedAt: 0,
  from: '2020-01',
  enabledBy: { person: 'yige', name: '一格' },
  enabledAt: 0,
};
