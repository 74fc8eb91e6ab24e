import { ACCESS } from '../../domain/access/table';
import { type ActionName, isCommand } from '../../domain/contract/actions';
import { INPUTS } from '../../domain/contract/inputs';
import { ROLES, type Role } from '../../domain/person/person';
import { DEFAULT_RULES } from '../../domain/points/defaults';
import { POINTS_CONSENT_VERSION } from '../../domain/points/membership';
import { NOW, VILLAGE } from './people';
import { startWorld, type World } from './world';

const ROLL = { village: VILLAGE, year: '2025', subjects: 'worker' };

/** A well-formed input for every action, so that only the table decides. */
const SAMPLE: Record<ActionName, object> = {
  'session.mint': {},
  'home.open': {},
  'contact.save': { entries: [{ household: 'h1', channel: 'phone', inPerson: false, at: NOW }] },
  'contact.reviews': {},
  'contact.review': { worker: 'worker', week: '2026-W48', household: 'h1', verdict: 'excused' },
  'contact.coverage': {},
  'contact.blind': {},
  'contact.help': {},
  'contact.callbacks': {},
  'contact.callBack': { worker: 'worker', week: '2026-W47', household: 'h1', said: 'yes' },
  'household.view': { household: 'h1' },
  'household.invite': { household: 'h1' },
  'household.ask': { code: 'ABCDEFGH', name: '苏雅拉', consent: '2026-11' },
  'household.answer': { household: 'h1', ask: 'a1', yes: true },
  'household.leave': {},
  'household.vouch': { week: '2026-W48', said: 'yes' },
  'household.callMe': {},
  'problem.report': { category: 'road', text: '路' },
  'problem.similar': { category: 'road' },
  'problem.clear': { problem: 'p-none', verdict: 'passed' },
  'problem.list': { scope: 'mine' },
  'problem.view': { problem: 'p-none' },
  'problem.whom': { problem: 'p-none', for: 'whistle' },
  'problem.accept': { problem: 'p-none' },
  'problem.refuse': { problem: 'p-none', text: '不归我们管', where: '供电局' },
  'problem.assign': { problem: 'p-none', party: { person: 'worker' } },
  'problem.whistle': { problem: 'p-none', parties: [{ person: 'worker' }] },
  'problem.progress': { problem: 'p-none', text: '在办' },
  'problem.suspend': { problem: 'p-none', text: '等', until: NOW },
  'problem.resume': { problem: 'p-none' },
  'problem.extend': { problem: 'p-none', text: '等', until: NOW },
  'problem.grant': { problem: 'p-none' },
  'problem.deny': { problem: 'p-none', text: '不' },
  'problem.return': { problem: 'p-none', text: '退' },
  'problem.transfer': { problem: 'p-none', text: '转', party: { person: 'worker' } },
  'problem.escalate': { problem: 'p-none', text: '上' },
  'problem.merge': { problem: 'p-none', other: 'p-other' },
  'problem.split': { problem: 'p-none', text: '另一件' },
  'problem.finish': { problem: 'p-none', text: '好' },
  'problem.verify': { problem: 'p-none' },
  'problem.redo': { problem: 'p-none', text: '没好' },
  'problem.uphold': { problem: 'p-none' },
  'problem.overturn': { problem: 'p-none', text: '该办' },
  'problem.supervise': { problem: 'p-none' },
  'problem.confirm': { problem: 'p-none' },
  'problem.reopen': { problem: 'p-none', text: '没' },
  'problem.rate': { problem: 'p-none', stars: 4 },
  'problem.withdraw': { problem: 'p-none' },
  'problem.join': { problem: 'p-none' },
  'problem.comment': { problem: 'p-none', text: '话' },
  'study.open': {},
  'study.add': { area: VILLAGE, period: '2026-11B', text: '修路' },
  'study.decide': {
    area: VILLAGE,
    period: '2026-11B',
    decisions: [{ kind: 'explain', item: 'p-none', text: '没有经费' }],
  },
  'study.hold': {
    area: VILLAGE,
    period: '2026-11B',
    heldAt: NOW,
    attendance: [{ name: '张建国' }],
    minutes: '议定',
    carry: [],
  },
  'study.calendar': { area: VILLAGE },
  'deed.list': {},
  'deed.totals': {},
  'deed.view': { deed: 'd-none' },
  'deed.promise': { list: 'member', promise: '修路', dueAt: NOW + 86_400_000 },
  'deed.progress': { deed: 'd-none', text: '动工' },
  'deed.done': { deed: 'd-none', text: '修好' },
  'deed.drop': { deed: 'd-none', text: '不修' },
  'indicator.table': {},
  'points.book': { account: 'worker.w-none' },
  'points.books': { area: VILLAGE, kind: 'worker' },
  'points.award': { account: 'worker.w-none', rule: 'merit', amount: 5, text: '救火' },
  'points.reverse': { account: 'worker.w-none', year: '2026', cause: 'c', text: '记错了' },
  'points.asks': {},
  'points.approve': { account: 'worker.w-none', year: '2026', ask: 'a1' },
  'points.decline': { account: 'worker.w-none', year: '2026', ask: 'a1', text: '不够' },
  'points.recuse': { account: 'worker.w-none', year: '2026', ask: 'a1', text: '亲戚' },
  'points.rules': {},
  'points.draft': { version: '2027.1', rules: DEFAULT_RULES.rules, scheme: DEFAULT_RULES.scheme },
  'points.dryRun': { version: 'none.1', village: VILLAGE, year: '2026' },
  'points.enable': { version: 'none.1', draftedAt: 0, from: '2027-06' },
  'points.replay': { village: VILLAGE, year: '2026' },
  'shop.open': { household: 'h-none' },
  'shop.join': { household: 'h-none', consent: POINTS_CONSENT_VERSION },
  'shop.renew': { household: 'h-none', consent: POINTS_CONSENT_VERSION },
  'shop.leave': { household: 'h-none' },
  'shop.request': { household: 'h-none', rule: 'volunteer', text: '清渠' },
  'shop.order': { household: 'h-none', good: 'g-none' },
  'shop.cancel': { household: 'h-none', order: 'o-none' },
  'shop.stock': { name: '洗衣粉', cost: 10, add: 5, listed: true },
  'shop.goods': {},
  'shop.handOut': { code: 'ABCDEFGH' },
  'shop.card': { household: 'h-none' },
  'evaluation.open': { village: VILLAGE },
  'evaluation.list': {},
  'evaluation.begin': { village: VILLAGE, year: '2025', reviewers: ['chief', 'supervisor', 'resident'] },
  'evaluation.answer': { year: '2025', said: 'satisfied' },
  'evaluation.review': { village: VILLAGE, year: '2025', marks: [{ person: 'worker', mark: 'good' }] },
  'evaluation.exempt': { village: VILLAGE, year: '2025', person: 'worker', why: 'leave', text: '病假' },
  'evaluation.grade': { village: VILLAGE, year: '2025' },
  'evaluation.sign': { village: VILLAGE, year: '2025', list: 'a1'.repeat(32) },
  'evaluation.appeal': { village: VILLAGE, year: '2025', text: '少算了' },
  'evaluation.appeals': {},
  'evaluation.decide': { village: VILLAGE, year: '2025', person: 'worker', upheld: false, text: '核过了' },
  'roll.open': { village: VILLAGE },
  'roll.public': { village: VILLAGE },
  'roll.recommend': { ...ROLL, subject: 'worker', honour: '最美网格员', text: '好' },
  'roll.retract': { ...ROLL, subject: 'worker' },
  'roll.consent': { ...ROLL, until: NOW + 30 * 86_400_000, version: '2026-11' },
  'roll.withdraw': ROLL,
  'roll.train': { ...ROLL, step: 'sign-up' },
  'roll.basis': { text: '某条例第三条', until: NOW + 30 * 86_400_000 },
  'roll.allow': { basis: 'b-none' },
  'roll.end': { basis: 'b-none', text: '到期' },
  'roll.bases': {},
  'roll.post': { ...ROLL, basis: 'b-none', until: NOW + 30 * 86_400_000 },
  'roll.object': { ...ROLL, text: '不是这样' },
  'roll.answer': { ...ROLL, subject: 'colleague', upheld: true, text: '查过了' },
  'roll.repair': { ...ROLL, subject: 'worker', text: '改好了' },
  'roll.export': { village: VILLAGE, year: '2025', what: 'list', reason: '归档' },
  'notice.inbox': {},
  'notice.read': { notices: ['n-none'] },
  'notice.consent': { answers: { 'tmpl-task': 'accept' } },
  'notice.choose': { muted: [] },
  'notice.choices': {},
  'notice.unreachable': {},
  'notice.load': {},
  'media.put': { kind: 'photo', type: 'image/png', base64: 'iVBORw0KGgoAAAAN' },
  'audit.health': {},
  'registry.areas': {},
  'registry.template': {},
  'registry.upload': { import: '0'.repeat(64), name: 'a.csv', part: 0, of: 1, base64: 'AAAA' },
  'registry.check': { import: '1'.repeat(64) },
  'registry.apply': { import: '1'.repeat(64) },
  'registry.export': { area: '150625100208', kind: 'grids', format: 'csv' },
  'registry.households': { area: '150625100208' },
  'registry.limits': { area: '150625100208' },
  'registry.handOver': { households: ['h-none'], from: 'worker', to: 'colleague' },
  'registry.leave': { worker: 'w-none', from: NOW, to: NOW + 86_400_000 },
  'registry.move': { household: 'h-none', area: '150625100208002' },
  'registry.end': { household: 'h-none', why: 'moved-away' },
  'registry.merge': { household: 'h-none', into: 'h1' },
};

const PERSON: Record<Role, string> = {
  resident: 'resident',
  worker: 'worker',
  chief: 'chief',
  secretary: 'secretary',
  official: 'official',
  handler: 'handler',
  supervisor: 'supervisor',
  admin: 'admin',
};

const rolesFor = (action: ActionName): readonly Role[] => {
  const { roles } = ACCESS[action];
  return roles === 'strangers' ? ROLES : roles;
};

const actions = Object.keys(INPUTS) as ActionName[];

describe('every action × role', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.stop());

  test.each(
    actions.flatMap((action) => ROLES.map((role) => [action, role] as const)),
  )('%s by a %s', async (action, role) => {
    const listed = rolesFor(action).includes(role);
    // Who leaves is a resident no longer; the neighbour goes.
    const person = action === 'household.leave' && role === 'resident' ? 'neighbour' : PERSON[role];
    const answer = await world.call(person, action, SAMPLE[action] as never);
    const code = answer.ok ? 'OK' : answer.error.code;
    if (!listed) expect([code, answer.status]).toEqual(['FORBIDDEN', 403]);
    else expect(code).not.toBe('FORBIDDEN');
  });

  test.each(actions)('%s without a session is refused', async (action) => {
    const [fn, name] = action.split('.');
    const answer = await world.post(
      fn!,
      JSON.stringify({ id: world.newId(), action: name, input: SAMPLE[action] }),
    );
    expect(answer).toMatchObject({ status: 401, body: { ok: false, error: { code: 'UNAUTHENTICATED' } } });
  });

  test.each(actions.filter(isCommand))('%s without a command id is refused', async (action) => {
    const [fn, name] = action.split('.');
    const headers = { authorization: `Bearer ${await world.token('worker')}` };
    const answer = await world.post(fn!, JSON.stringify({ action: name, input: SAMPLE[action] }), headers);
    expect(answer).toMatchObject({ status: 400, body: { error: { code: 'BAD_INPUT', path: 'id' } } });
  });
});
