import { randomUUID } from 'node:crypto';
import type { Browser } from 'playwright-core';
import { isQuiet, whenAwake } from '../../domain/time/awake';
import { HOUR } from '../../domain/time/shanghai';
import { ensureBuild } from '../weapp/build';
import { launchBrowser, newPhone } from './browser';
import { type RunningStage, startStage } from './stage';

interface Message {
  page: string;
  fields: { value: string }[];
}

/** A chief must not miss a matter, and hears no more of it than is true. */
describe('an alert', () => {
  let stage: RunningStage;
  let browser: Browser;
  let cast: Record<'resident' | 'chief', { id: string; openid: string }>;

  beforeAll(async () => {
    await ensureBuild('h5');
    stage = await startStage();
    browser = await launchBrowser();
    ({ cast } = await json('/_local/cast'));
    // By day, whenever it is run.
    const { ms } = await json('/_local/clock');
    if (isQuiet(ms + HOUR)) await json('/_local/clock', { now: whenAwake(ms + HOUR) + HOUR });
  }, 300_000);

  afterAll(async () => {
    await browser?.close();
    await stage?.stop();
  });

  const json = async (path: string, body?: object, headers = {}) =>
    (
      await fetch(`${stage.url}${path}`, {
        ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
        headers,
      })
    ).json();

  async function call(person: string, action: string, input: object) {
    const { token } = await json('/_local/login', { person });
    const { ok, data, error } = await json(
      '/call/problem',
      { id: randomUUID(), action, input },
      { authorization: `Bearer ${token}` },
    );
    if (!ok) throw new Error(`${action}: ${error.message.en}`);
    return data;
  }

  const heard = async (problem: string): Promise<Message[]> => {
    const { messages } = await json(`/_local/messages?openid=${cast.chief.openid}`);
    return messages.filter(({ page }: Message) => page.includes(problem));
  };

  test('is one tap from the problem; after acceptance the pending reminder never comes, also a week later', async () => {
    const phone = await newPhone(browser);
    const page = await phone.newPage();
    const enter = (to: string) =>
      page.goto(`${stage.url}/_local/enter?${new URLSearchParams({ person: cast.chief.id, to })}`);
    await enter('pages/home/index');
    await page.locator('.y-screen').last().waitFor();
    const { problem } = await call(cast.resident.id, 'report', { category: 'road', text: '桥板断了两块' });
    const [alert, ...others] = await heard(problem);
    expect(others).toEqual([]);
    expect(alert!.fields.map(({ value }) => value)).toContain('桥板断了两块');
    // The tap on the message opens this page; the next one takes the matter.
    await enter(alert!.page);
    await page.locator('#act-accept').click();
    await page.locator('#act-finish').waitFor();
    await call(cast.chief.id, 'finish', { problem, text: '换了新桥板' });
    await json('/_local/clock', { advance: 'P7D' });
    expect(await heard(problem)).toHaveLength(1);
    await phone.close();
  }, 600_000);
});
