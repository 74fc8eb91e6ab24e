import { isQuiet, whenAwake } from '../../domain/time/awake';
import { DAY, HOUR } from '../../domain/time/shanghai';
import { openVillage, type Village } from './village';

interface Message {
  page: string;
  fields: { value: string }[];
}

/** A chief must not miss a matter, and hears no more of it than is true. */
describe('an alert', () => {
  let village: Village;

  beforeAll(async () => {
    village = await openVillage();
    // By day, whenever it is run.
    const { ms } = await village.door('/_local/clock');
    if (isQuiet(ms + HOUR)) await village.door('/_local/clock', { now: whenAwake(ms + HOUR) + HOUR });
  }, 300_000);

  afterAll(() => village?.stop());

  const heard = async (problem: string): Promise<Message[]> => {
    const { messages } = await village.door(`/_local/messages?openid=${village.cast.chief.openid}`);
    return messages.filter(({ page }: Message) => page.includes(problem));
  };

  test('is one tap from the problem; after acceptance the pending reminder never comes, also a week later', async () => {
    const { call, open, enter, door, passTo, cast } = village;
    const page = await open(cast.chief.id, 'pages/home/index');
    const { problem } = await call(cast.resident.id, 'problem.report', {
      category: 'road',
      text: '桥板断了两块',
    });
    const [alert, ...others] = await heard(problem);
    expect(others).toEqual([]);
    expect(alert!.fields.map(({ value }) => value)).toContain('桥板断了两块');
    // The tap on the message opens this page; the next one takes the matter.
    await enter(page, cast.chief.id, alert!.page);
    await page.locator('#act-accept').click();
    await page.locator('#act-finish').waitFor();
    await call(cast.chief.id, 'problem.finish', { problem, text: '换了新桥板' });
    await passTo((await door('/_local/clock')).ms + 7 * DAY);
    expect(await heard(problem)).toHaveLength(1);
    expect(await village.putAway()).toEqual([]);
  }, 600_000);
});
