import { FAR_GRID } from './people';
import { startWorld, type World } from './world';

const ROAD = { category: 'road', text: '渠边的路又陡又窄，车过不去，找我 13800001234' } as const;
const SKETCH = { category: 'road.canal', text: '渠边路太陡，车过不去' } as const;

describe('problem.similar', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  const seenBy = async (person: string, input: object = SKETCH) =>
    (await world.ok(person, 'problem.similar', input as typeof SKETCH)).problems;

  test('a neighbour sees the public one after the check, masked and without a name', async () => {
    const { problem } = await world.ok('resident', 'problem.report', {
      ...ROAD,
      public: true,
      place: { words: '二社渠边' },
    });
    expect(await seenBy('neighbour')).toMatchObject([{ id: problem, summary: '' }]);
    await world.runTimer('content');
    const [one] = await seenBy('neighbour');
    expect(one).toMatchObject({
      id: problem,
      summary: expect.stringContaining('渠边的路又陡又窄'),
      place: '二社渠边',
      holder: { role: 'chief', name: '王海' },
      gridName: '第1网格',
    });
    expect(JSON.stringify(one)).not.toMatch(/苏雅拉|resident|13800001234/);
  });

  test('of what is not public the own grid learns that there is one, nothing else', async () => {
    await world.ok('resident', 'problem.report', { ...ROAD, place: { words: '苏雅拉家门口' } });
    await world.runTimer('content');
    const [one] = await seenBy('neighbour');
    expect(one).toMatchObject({ category: 'road', summary: '' });
    expect(JSON.stringify(one)).not.toMatch(/苏雅拉|渠边/);
  });

  test('nothing of confidential ones, of private kinds, of other villages, and not one’s own', async () => {
    await world.ok('resident', 'problem.report', { ...ROAD, confidential: true });
    await world.ok('resident', 'problem.report', { category: 'dispute', text: '邻居占了过道' });
    await world.ok('neighbour', 'problem.report', { ...ROAD, public: true });
    await world.runTimer('content');
    expect(await seenBy('neighbour')).toEqual([]);
    expect(await seenBy('neighbour', { category: 'dispute', text: '邻居占了过道' })).toEqual([]);
    await world.cloud.store.modify('people', {
      filter: { _id: 'resident' },
      data: { $set: { area: FAR_GRID } },
      multi: false,
      merge: true,
      upsert: false,
    });
    expect(await seenBy('resident')).toEqual([]);
  });

  test('what has ended is not offered', async () => {
    const { problem } = await world.ok('resident', 'problem.report', { ...ROAD, public: true });
    await world.ok('resident', 'problem.withdraw', { problem });
    expect(await seenBy('neighbour')).toEqual([]);
  });

  test('costs one read beside the caller’s own', async () => {
    await world.ok('resident', 'problem.report', { ...ROAD, public: true });
    await world.token('neighbour');
    await world.resetUsage();
    await seenBy('neighbour');
    const { reads, writes } = await world.usage();
    expect(writes).toBe(0);
    expect(reads).toBeLessThanOrEqual(2);
  });

  test.each([
    ['an unknown category', { category: 'ufo' }, 'category'],
    ['a place without words', { category: 'road', place: { words: '' } }, 'place.words'],
    ['a stray field', { category: 'road', household: 'h1' }, 'household'],
  ])('%s is refused by its path', async (_, input, path) => {
    expect(await world.refused('neighbour', 'problem.similar', input)).toMatchObject({
      code: 'BAD_INPUT',
      path,
    });
  });
});
