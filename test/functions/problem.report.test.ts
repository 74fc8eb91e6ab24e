import type { Notice } from '../../domain/notice/notice';
import type { Problem } from '../../domain/problem/problem';
import { HOUR } from '../../domain/time/shanghai';
import { NOW } from './people';
import { startWorld, type World } from './world';

const ROAD = { category: 'road', text: '渠边的路又陡又窄' } as const;

describe('problem.report', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  const problems = () => world.documents<Problem>('problems');
  const notices = () => world.documents<Notice>('notices');

  test('lands on the desk of the own grid’s chief, who is alerted in the inbox', async () => {
    const answer = await world.ok('resident', 'problem.report', ROAD);
    expect(answer).toMatchObject({ status: 'reported', holder: { role: 'chief', name: '王海' } });
    const [problem] = await problems();
    expect(problem).toMatchObject({
      household: 'h1',
      nextAt: expect.any(Number),
      outbox: [],
      reporter: { person: 'resident' },
    });
    expect(problem!.deadline!.at - problem!.createdAt).toBe(24 * HOUR);
    expect(await notices()).toMatchObject([
      { to: 'chief', kind: 'new', about: { kind: 'problem', id: problem!._id } },
    ]);
  });

  test('with a consent left the chief’s phone gets the message, one tap from the problem', async () => {
    await fetch(`${world.cloud.url}/_local/consent`, {
      method: 'POST',
      body: JSON.stringify({ openid: 'openid-chief', template: 'tmpl-task', times: 1 }),
    });
    const { problem } = await world.ok('resident', 'problem.report', ROAD);
    const response = await fetch(`${world.cloud.url}/_local/messages?openid=openid-chief`);
    const { messages } = (await response.json()) as {
      messages: { page: string; fields: { name: string; value: string }[] }[];
    };
    expect(messages).toMatchObject([
      {
        page: `pages/problem/index?id=${problem}`,
        fields: expect.arrayContaining([expect.objectContaining({ name: 'thing1', value: '新的道路问题' })]),
      },
    ]);
    expect((await notices())[0]?.attempts).toMatchObject([{ outcome: 'sent' }]);
  });

  test('without consent the attempt is kept with WeChat’s reason', async () => {
    await world.ok('resident', 'problem.report', ROAD);
    expect((await notices())[0]?.attempts).toMatchObject([{ outcome: 'refused', code: 43101 }]);
  });

  test('sent twice, and from two phones at once, it is one problem with one alert', async () => {
    const id = world.newId();
    const answers = await Promise.all([1, 2, 3].map(() => world.ok('resident', 'problem.report', ROAD, id)));
    expect(new Set(answers.map((answer) => answer.problem)).size).toBe(1);
    expect(await problems()).toHaveLength(1);
    expect(await notices()).toHaveLength(1);
    expect(
      await world.refused('resident', 'problem.report', { ...ROAD, text: '另一件事' }, id),
    ).toMatchObject({ code: 'ID_REUSED' });
  });

  test('a worker reports for a linked household; the bound resident hears the answer', async () => {
    await world.ok('worker', 'problem.report', { ...ROAD, household: 'h1', consented: true });
    expect((await problems())[0]).toMatchObject({
      reporter: { person: 'resident' },
      onBehalfBy: { person: 'worker', role: 'worker' },
      agreedBy: '户主1',
    });
  });

  test('on behalf only when the household agreed, and who said yes is kept', async () => {
    expect(await world.refused('worker', 'problem.report', { ...ROAD, household: 'h5' })).toMatchObject({
      code: 'BAD_INPUT',
      path: 'consented',
    });
    expect(await problems()).toEqual([]);
    await world.ok('worker', 'problem.report', {
      ...ROAD,
      household: 'h5',
      consented: true,
      agreedBy: '户主5的儿媳',
    });
    expect((await problems())[0]).toMatchObject({ agreedBy: '户主5的儿媳' });
  });

  test.each([
    'secretary',
    'chief',
  ] as const)('a %s reports for a household of the own area; its worker hears the answer where nobody is bound', async (role) => {
    await world.ok(role, 'problem.report', { ...ROAD, household: 'h5', consented: true });
    expect((await problems())[0]).toMatchObject({
      household: 'h5',
      reporter: { person: 'worker', name: '户主5' },
      onBehalfBy: { person: role, role },
      timeline: [{ what: 'report', by: { role } }],
    });
  });

  test('who looks after another village does not speak for this one, and a village is no household', async () => {
    for (const person of ['farSecretary', 'farChief', 'colleague', 'neighbour']) {
      expect(
        await world.refused(person, 'problem.report', { ...ROAD, household: 'h5', consented: true }),
      ).toMatchObject({ code: 'NOT_YOURS', path: 'household' });
    }
    expect(await world.refused('secretary', 'problem.report', ROAD)).toMatchObject({ path: 'household' });
    expect(await problems()).toEqual([]);
  });

  test('what a court must decide is told its number and not taken in, unless it is something else', async () => {
    const court = { category: 'other', text: '法院判了半年不执行' } as const;
    const refusal = await world.refused('resident', 'problem.report', court);
    expect(refusal).toMatchObject({ code: 'ELSEWHERE', path: 'text', status: 422 });
    expect(refusal.message.zh).toContain('12368');
    expect(await problems()).toEqual([]);
    await world.ok('resident', 'problem.report', { ...court, ours: true });
    expect(await problems()).toHaveLength(1);
  });

  test('words of danger to life run by the hour, whatever the category', async () => {
    await world.ok('resident', 'problem.report', { category: 'other', text: '草垛着火了，刚扑灭' });
    expect((await problems())[0]).toMatchObject({ urgent: true, ladder: { version: 'urgent-1' } });
  });

  test('may be public for neighbours, but not while its content is unchecked', async () => {
    await world.ok('resident', 'problem.report', { ...ROAD, public: true });
    expect((await problems())[0]).toMatchObject({ public: true, content: { state: 'pending' } });
  });

  test('for a household without a bound resident the worker hears the answer', async () => {
    await world.ok('worker', 'problem.report', { ...ROAD, household: 'h5', consented: true });
    expect((await problems())[0]).toMatchObject({ reporter: { person: 'worker', name: '户主5' } });
  });

  test('repeated after the link has ended it is answered as then', async () => {
    const id = world.newId();
    const first = await world.ok(
      'worker',
      'problem.report',
      { ...ROAD, household: 'h5', consented: true },
      id,
    );
    await world.cloud.store.modify('people', {
      filter: { _id: 'worker' },
      data: { $set: { links: [] } },
      multi: false,
      merge: true,
      upsert: false,
    });
    expect(
      await world.ok('worker', 'problem.report', { ...ROAD, household: 'h5', consented: true }, id),
    ).toEqual(first);
  });

  test('danger gets the urgent ladder', async () => {
    const { problem } = await world.ok('resident', 'problem.report', {
      category: 'safety',
      text: '电线掉下来了',
    });
    const [stored] = await problems();
    expect(stored).toMatchObject({ _id: problem, urgent: true });
    expect(stored!.nextAt! - NOW).toBeLessThan(5 * HOUR);
  });

  test.each([
    ['neither text nor voice', { category: 'road' }, 'BAD_INPUT', 'text'],
    ['an unknown category', { category: 'ufo', text: '看' }, 'BAD_INPUT', 'category'],
    ['only blanks', { category: 'road', text: '   ' }, 'BAD_INPUT', 'text'],
    ['a text of 1,001 characters', { category: 'road', text: '长'.repeat(1001) }, 'BAD_INPUT', 'text'],
    [
      'a photo of somebody else',
      { ...ROAD, photos: ['cloud://local/media/neighbour/1.jpg'] },
      'NOT_YOURS',
      'photos.0',
    ],
    [
      'a photo from outside storage',
      { ...ROAD, photos: ['https://evil.example/x.jpg'] },
      'BAD_INPUT',
      'photos.0',
    ],
    ['somebody else’s household', { ...ROAD, household: 'h9', consented: true }, 'NOT_YOURS', 'household'],
    ['agreement that is not one', { ...ROAD, household: 'h1', consented: false }, 'BAD_INPUT', 'consented'],
    ['public and confidential at once', { ...ROAD, public: true, confidential: true }, 'BAD_INPUT', 'public'],
    [
      'a latitude off the globe',
      { ...ROAD, place: { words: '渠边', latitude: 99 } },
      'BAD_INPUT',
      'place.latitude',
    ],
  ])('%s is refused by its path and changes nothing', async (_, input, code, path) => {
    expect(await world.refused('resident', 'problem.report', input)).toMatchObject({ code, path });
    expect(await problems()).toEqual([]);
  });
});
