import { startWorld, type World } from './world';

const PNG =
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkYPhfDwAChwGA60e6kgAAAABJRU5ErkJggg==';

describe('media.put', () => {
  let world: World;
  beforeAll(async () => {
    world = await startWorld();
  });
  afterAll(() => world.stop());

  const put = (base64: string, type: 'image/png' | 'audio/mpeg' = 'image/png') =>
    ({ kind: 'photo', type, base64 }) as const;

  test('a photo travels with a report and is shown to who may see it', async () => {
    const { file } = await world.ok('resident', 'media.put', put(PNG));
    const { problem } = await world.ok('resident', 'problem.report', {
      category: 'road',
      text: '看照片',
      photos: [file],
    });
    const view = await world.ok('chief', 'problem.view', { problem });
    const photo = await fetch(view.photos[0]!);
    expect(photo.headers.get('content-type')).toBe('image/png');
    expect(Buffer.from(await photo.arrayBuffer()).toString('base64')).toBe(PNG);
  });

  test('the same bytes are kept once', async () => {
    const first = await world.ok('resident', 'media.put', put(PNG));
    expect(await world.ok('resident', 'media.put', put(PNG))).toEqual(first);
  });

  test('what is not what it says, or too large, is refused', async () => {
    const text = Buffer.from('<script>alert(1)</script>').toString('base64');
    expect(await world.refused('resident', 'media.put', put(text))).toMatchObject({
      code: 'BAD_INPUT',
      path: 'base64',
    });
    expect(await world.refused('resident', 'media.put', put(PNG, 'audio/mpeg'))).toMatchObject({
      path: 'type',
    });
    const large = Buffer.concat([Buffer.from(PNG, 'base64'), Buffer.alloc(310 * 1024)]).toString('base64');
    expect(await world.refused('resident', 'media.put', put(large))).toMatchObject({
      code: 'TOO_LARGE',
      status: 413,
    });
  });
});
