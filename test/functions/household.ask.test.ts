import type { Notice } from '../../domain/notice/notice';
import { DAY, HOUR } from '../../domain/time/shanghai';
import { asking, bound, change, consent, householdOf, invited } from './household.stage';
import { NOW } from './people';
import { startWorld, type World } from './world';

describe('household.ask', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  const ask = (code: string, name = '图雅') => ({ code, name, consent });
  const told = async (person: string) =>
    (await world.documents<Notice>('notices')).filter((notice) => notice.to === person);

  test('a phone that nobody knows says whose household it is; the worker is told, the head stays masked', async () => {
    const code = await invited(world);
    const view = await world.ok('stranger', 'household.ask', ask(code));
    expect(view).toEqual({ head: '户*', worker: '刘志强', asOf: expect.any(Number) });
    expect((await householdOf(world)).asks).toMatchObject([
      { openid: 'openid-stranger', name: '图雅', consent, code },
    ]);
    expect(await told('worker')).toMatchObject([
      { kind: 'bind-asked', about: { kind: 'household', id: 'h3' }, facts: { text: '图雅' } },
    ]);
    expect(await world.refused('stranger', 'home.open', {})).toMatchObject({ code: 'NOT_REGISTERED' });
  });

  test('asking twice, by two taps or two commands, is asking once', async () => {
    const code = await invited(world);
    const id = world.newId();
    const first = await world.ok('stranger', 'household.ask', ask(code), id);
    expect(await world.ok('stranger', 'household.ask', ask(code), id)).toEqual(first);
    await Promise.all([1, 2, 3].map(() => world.ok('stranger', 'household.ask', ask(code))));
    expect((await householdOf(world)).asks).toHaveLength(1);
    expect(await told('worker')).toHaveLength(1);
  });

  test('a name mistyped is mended without asking again', async () => {
    const { code, ask: id } = await asking(world, 'stranger');
    await world.ok('stranger', 'household.ask', ask(code, '图雅其其格·Tuya'));
    expect((await householdOf(world)).asks).toMatchObject([{ id, name: '图雅其其格·Tuya' }]);
    expect(await told('worker')).toHaveLength(1);
  });

  test('a wrong code and an expired one look the same', async () => {
    const code = await invited(world);
    const wrong = await world.refused('stranger', 'household.ask', ask('ZZZZZZZZ'));
    await world.moveClock(NOW + 7 * DAY + HOUR);
    const expired = await world.refused('stranger', 'household.ask', ask(code));
    expect(expired).toEqual(wrong);
    expect(expired).toMatchObject({ code: 'NOT_FOUND', path: 'code', status: 404 });
    expect((await householdOf(world)).asks).toBeUndefined();
  });

  test('five wrong codes in an hour, then this phone waits, the right code included; others do not', async () => {
    const code = await invited(world);
    const codes = ['A', 'B', 'C', 'D', 'E'].map((letter) => letter.repeat(8));
    for (const wrong of codes) {
      expect(await world.refused('guesser', 'household.ask', ask(wrong))).toMatchObject({
        code: 'NOT_FOUND',
      });
    }
    for (const next of ['FFFFFFFF', code]) {
      expect(await world.refused('guesser', 'household.ask', ask(next))).toMatchObject({
        code: 'TOO_MANY',
        path: 'code',
        status: 429,
      });
    }
    expect((await world.call('stranger', 'household.ask', ask(code))).ok).toBe(true);
    await world.moveClock(NOW + HOUR);
    expect((await world.call('guesser', 'household.ask', ask(code))).ok).toBe(true);
  });

  test('many wrong codes at once are not more than five answers', async () => {
    const letters = [...'ABCDEFGHJKLM'];
    const answers = await Promise.all(
      letters.map((letter) => world.call('guesser', 'household.ask', ask(letter.repeat(8)))),
    );
    const codes = answers.map((answer) => (answer.ok ? 'OK' : answer.error.code));
    expect(codes.filter((code) => code === 'NOT_FOUND')).toHaveLength(5);
    expect(codes.filter((code) => code === 'TOO_MANY')).toHaveLength(7);
  });

  test('after a no the answer is shown, also when the code has expired; a new invite is a new chance', async () => {
    const { household, ask: id, code } = await asking(world, 'stranger');
    await world.ok('worker', 'household.answer', { household, ask: id, yes: false });
    await world.moveClock(NOW + 8 * DAY);
    expect(await world.ok('stranger', 'household.ask', ask(code))).toMatchObject({ answer: { yes: false } });
    const next = await invited(world);
    const again = await world.ok('stranger', 'household.ask', ask(next));
    expect(again.answer).toBeUndefined();
    expect((await householdOf(world)).asks).toMatchObject([{ code: next }]);
    expect(await told('worker')).toHaveLength(2);
  });

  test('whoever covers for the worker is asked; without a worker the grid’s chief', async () => {
    const code = await invited(world, 'h3');
    await change(world, 'people', 'colleague', {
      links: [{ household: 'h3', from: NOW - DAY, to: NOW + DAY, cover: true }],
    });
    expect(await world.ok('one', 'household.ask', ask(code))).toMatchObject({ worker: '乌云' });
    expect(await told('colleague')).toHaveLength(1);
    for (const person of ['worker', 'colleague']) await change(world, 'people', person, { links: [] });
    expect(await world.ok('two', 'household.ask', ask(code, '其木格'))).toMatchObject({ worker: '' });
    expect(await told('chief')).toMatchObject([{ kind: 'bind-asked', facts: { text: '其木格' } }]);
  });

  test('who is bound already needs no yes here, and cannot ask elsewhere', async () => {
    await bound(world, 'stranger');
    const [here, there] = [await invited(world, 'h3'), await invited(world, 'h4')];
    expect(await world.ok('stranger', 'household.ask', ask(here))).toMatchObject({
      head: '户主3',
      answer: { yes: true },
    });
    expect(await world.refused('stranger', 'household.ask', ask(there))).toMatchObject({
      code: 'NOT_NOW',
      path: 'code',
    });
    expect((await householdOf(world, 'h4')).asks).toBeUndefined();
  });

  test.each([
    ['letters that a code never has', { ...ask('ABCDEFG0') }, 'code'],
    ['an operator', { ...ask('x'), code: { $ne: null } }, 'code'],
    ['no name', { ...ask('ABCDEFGH'), name: ' ' }, 'name'],
    ['a name of 31 characters', ask('ABCDEFGH', '苏'.repeat(31)), 'name'],
    ['another wording of the consent', { ...ask('ABCDEFGH'), consent: '2020-01' }, 'consent'],
    ['a phone number, which nobody asked for', { ...ask('ABCDEFGH'), phone: '19900000000' }, 'phone'],
  ])('%s is refused by its path', async (_, input, path) => {
    expect(await world.refused('stranger', 'household.ask', input)).toMatchObject({
      code: 'BAD_INPUT',
      path,
    });
  });
});
