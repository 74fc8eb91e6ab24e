import { ACCESS } from '../../domain/access/table';
import { type ActionName, isCommand } from '../../domain/contract/actions';
import { INPUTS } from '../../domain/contract/inputs';
import { ROLES, type Role } from '../../domain/person/person';
import { NOW } from './people';
import { startWorld, type World } from './world';

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
  'problem.list': { scope: 'mine' },
  'problem.view': { problem: 'p-none' },
  'problem.accept': { problem: 'p-none' },
  'problem.finish': { problem: 'p-none', text: '好' },
  'problem.escalate': { problem: 'p-none', text: '上' },
  'problem.confirm': { problem: 'p-none' },
  'problem.reopen': { problem: 'p-none', text: '没' },
  'problem.withdraw': { problem: 'p-none' },
  'problem.comment': { problem: 'p-none', text: '话' },
  'notice.inbox': {},
  'notice.read': { notices: ['n-none'] },
  'media.put': { kind: 'photo', type: 'image/png', base64: 'iVBORw0KGgoAAAAN' },
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
    const answer = await world.call(PERSON[role], action, SAMPLE[action] as never);
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
