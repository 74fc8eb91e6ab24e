import { ensureBuild } from './build';
import { boot, type Phone } from './harness';

describe('the mini program in the bare sandbox', () => {
  let dist: string;
  let phone: Phone | undefined;

  beforeAll(async () => {
    dist = await ensureBuild('weapp');
  }, 180_000);

  afterEach(() => {
    expect(phone?.errors ?? []).toEqual([]);
    phone?.close();
    phone = undefined;
  });

  it('opens its first page and draws every node of it', async () => {
    phone = await boot(dist, { openid: 'o-boot' });
    await phone.waitFor(/\S/);
    expect(phone.currentPage().path).toBe('pages/home/index');
  });

  it('follows the chosen language and remembers it after a restart', async () => {
    const storage = new Map<string, unknown>();
    phone = await boot(dist, { openid: 'o-boot', storage });
    await phone.go('/pages/me/index');
    await phone.waitFor('语言');
    phone.tap('English');
    await phone.waitFor('Language');
    phone.close();
    phone = await boot(dist, { openid: 'o-boot', storage });
    await phone.go('/pages/me/index');
    await phone.waitFor('Language');
    expect(phone.title()).toBe('Me');
  });

  it('makes the type large for those who ask', async () => {
    phone = await boot(dist, { openid: 'o-boot' });
    await phone.go('/pages/me/index');
    await phone.waitFor('大字版');
    phone.tap('大字版');
    await phone.waitFor(() => phone?.find('.y-screen--elder').length === 1);
    // Our own tabs, since WeChat's cannot grow.
    phone.tap('首页');
    await phone.waitFor(() => phone?.currentPage().path === 'pages/home/index');
  });
});
