import type { Person } from '../../domain/person/person';
import { reported } from './problem.stage';
import { startWorld, TEMPLATES, type World } from './world';

describe('notice.consent', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  const answers = { [TEMPLATES.task]: 'accept' as const, [TEMPLATES.progress]: 'reject' as const };
  const bookOf = async (id: string) =>
    (await world.documents<Person>('people')).find(({ _id }) => _id === id)?.push;

  test('a yes is one more message; the same answer told twice counts once', async () => {
    const id = world.newId();
    expect(await world.ok('chief', 'notice.consent', { answers }, id)).toMatchObject({ left: { task: 1 } });
    await world.ok('chief', 'notice.consent', { answers }, id);
    expect(await bookOf('chief')).toMatchObject({ left: { task: 1 } });
  });

  test('what was sent is taken off; what WeChat refuses sets the book right', async () => {
    await world.ok('chief', 'notice.consent', { answers });
    await world.ok('chief', 'notice.consent', { answers });
    world.cloud.phones.consent('openid-chief', TEMPLATES.task, 1);
    await reported(world);
    expect(await bookOf('chief')).toMatchObject({ left: { task: 1 } });
    await reported(world);
    expect(await bookOf('chief')).toMatchObject({ left: { task: 0 }, silentSince: expect.any(Number) });
  });

  test('templates of which there are enough are not asked for', async () => {
    for (let n = 0; n < 5; n += 1) await world.ok('chief', 'notice.consent', { answers });
    expect(await world.ok('chief', 'home.open', {})).toMatchObject({ templates: [TEMPLATES.progress] });
  });

  test('four templates are refused', async () => {
    const many = Object.fromEntries(['aaaa', 'bbbb', 'cccc', 'dddd'].map((id) => [id, 'accept']));
    expect(await world.refused('chief', 'notice.consent', { answers: many })).toMatchObject({
      code: 'BAD_INPUT',
      path: 'answers',
    });
  });
});
