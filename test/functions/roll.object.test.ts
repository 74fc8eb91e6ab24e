import type { Notice } from '../../domain/notice/notice';
import { NOTICE_TIME } from '../../domain/roll/internal';
import { DAY } from '../../domain/time/shanghai';
import { NOW, VILLAGE } from './people';
import { based, ROLL, rolled } from './roll.stage';
import { startWorld, type World } from './world';

const ANSWER = { ...ROLL, subject: 'colleague', text: '查过了，是系统里少了两条' };

describe('roll.object, roll.answer', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
    await rolled(world);
    const basis = await based(world);
    await world.ok('secretary', 'roll.post', { ...ROLL, basis, until: NOW + 30 * DAY });
  });
  afterEach(() => world.stop());
  const open = async (person: string) => world.ok(person, 'roll.open', { village: VILLAGE });
  const namesFor = async (person: string) => (await open(person)).internal?.names;
  const told = async (kind: string) =>
    (await world.documents<Notice>('notices')).filter((notice) => notice.kind === kind);

  test('before anybody else sees the roll, whoever is to stand on it has time to object', async () => {
    const own = await open('colleague');
    expect(own).toMatchObject({ internal: { names: ['乌云'] }, bottom: [{ may: ['sign-up', 'object'] }] });
    expect(own.internal?.from).toBeGreaterThanOrEqual(NOW + NOTICE_TIME);
    for (const person of ['chief', 'official', 'supervisor']) expect(await namesFor(person)).toBeUndefined();
    await world.moveClock(NOW + NOTICE_TIME + DAY);
    expect(await namesFor('chief')).toEqual(['乌云']);
  });

  test('the name is off the roll until a supervisor answers; not upheld, it stands', async () => {
    await world.ok('colleague', 'roll.object', { ...ROLL, text: '少算了两户' });
    expect((await told('objection-asked')).map(({ to }) => to)).toContain('supervisor');
    expect(JSON.stringify(await told('objection-asked'))).not.toMatch(/少算了|内部/);
    await world.moveClock(NOW + NOTICE_TIME + DAY);
    for (const person of ['secretary', 'chief', 'colleague']) expect(await namesFor(person)).toBeUndefined();
    expect((await open('supervisor')).bottom).toMatchObject([
      { subject: 'colleague', objection: { text: '少算了两户' }, may: ['answer'] },
    ]);
    await world.ok('supervisor', 'roll.answer', { ...ANSWER, upheld: false });
    expect(await namesFor('chief')).toEqual(['乌云']);
    expect((await open('colleague')).bottom).toMatchObject([{ objection: { answer: { upheld: false } } }]);
    expect((await told('objection-answered')).map(({ to }) => to)).toEqual(['colleague']);
    expect(await world.refused('supervisor', 'roll.answer', { ...ANSWER, upheld: true })).toMatchObject({
      code: 'NOT_NOW',
      path: 'subject',
    });
  });

  test('upheld, the name never comes back, on no later roll either', async () => {
    await world.ok('colleague', 'roll.object', { ...ROLL, text: '少算了两户' });
    await world.ok('supervisor', 'roll.answer', { ...ANSWER, upheld: true });
    await world.moveClock(NOW + NOTICE_TIME + DAY);
    expect(await namesFor('chief')).toBeUndefined();
    expect((await open('secretary')).may).not.toContain('post');
  });

  test('once, by whoever is on it; answered by nobody who had a hand in it, or is kin', async () => {
    expect(await world.refused('w1', 'roll.object', { ...ROLL, text: '我' })).toMatchObject({
      code: 'NOT_FOUND',
    });
    await world.ok('colleague', 'roll.object', { ...ROLL, text: '少算了两户' });
    expect(await world.refused('colleague', 'roll.object', { ...ROLL, text: '再说' })).toMatchObject({
      code: 'NOT_NOW',
    });
    world.change('people', 'supervisor', { household: 'h9' });
    world.change('people', 'colleague', { household: 'h9' });
    expect(await world.refused('supervisor', 'roll.answer', { ...ANSWER, upheld: false })).toMatchObject({
      code: 'NOT_YOURS',
      path: 'subject',
    });
    world.change('people', 'supervisor', { household: 'h8' });
    const [evaluation] = await world.documents<{ _id: string }>('evaluations');
    world.change('evaluations', evaluation!._id, { reviewers: [{ person: 'supervisor', name: '监督员' }] });
    expect(await world.refused('supervisor', 'roll.answer', { ...ANSWER, upheld: false })).toMatchObject({
      code: 'NOT_YOURS',
    });
  });

  test('nothing to object to while nothing is posted', async () => {
    await world.moveClock(NOW + 31 * DAY);
    expect(await world.refused('colleague', 'roll.object', { ...ROLL, text: '我' })).toMatchObject({
      code: 'NOT_NOW',
      path: 'year',
    });
  });
});
