import type { Notice } from '../../domain/notice/notice';
import { accepted } from './problem.stage';
import { startWorld, type World } from './world';

describe('notice.choose', () => {
  let world: World;
  beforeEach(async () => {
    world = await startWorld();
  });
  afterEach(() => world.stop());

  test('a kind that is switched off comes to the inbox only', async () => {
    expect(await world.ok('resident', 'notice.choose', { muted: ['accepted', 'accepted'] })).toMatchObject({
      muted: ['accepted'],
    });
    await accepted(world);
    const [told] = (await world.documents<Notice>('notices')).filter(({ to }) => to === 'resident');
    expect(told).toMatchObject({ kind: 'accepted', attempts: [{ outcome: 'skipped', why: 'muted' }] });
  });

  test('the choices of another phone are there', async () => {
    await world.ok('resident', 'notice.choose', { muted: ['moved'] });
    expect(await world.ok('resident', 'notice.choices', {})).toMatchObject({ muted: ['moved'], left: {} });
  });

  test('what asks for help cannot be switched off', async () => {
    expect(await world.refused('chief', 'notice.choose', { muted: ['new'] })).toMatchObject({
      code: 'BAD_INPUT',
      path: 'muted.0',
    });
  });
});
