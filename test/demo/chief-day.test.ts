import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Notice } from '../../domain/notice/notice';
import { noticeWords } from '../../domain/notice/words';
import type { Person } from '../../domain/person/person';
import { atShanghai, HOUR, shanghai } from '../../domain/time/shanghai';
import { type Cloud, type Filter, startCloud } from '../../local/cloud';
import { plantAnew } from '../../local/demo/planting';
import { registeredTemplates, TEMPLATE_IDS } from '../../local/main/templates';
import { FUNCTIONS } from '../setup';

/** A push is precious: at normal load (two new matters in the grid, one of them taken up) a chief's phone rings five times at most. */
describe('a chief’s day', () => {
  let dir: string;
  let cloud: Cloud;

  beforeAll(async () => {
    dir = mkdtempSync(join(tmpdir(), 'yige-day-'));
    cloud = await startCloud({
      dataDir: dir,
      functionsDir: FUNCTIONS,
      indexes: join('cloudfunctions', 'indexes.json'),
      functionEnv: { SESSION_SECRET: 's'.repeat(40), WX_TEMPLATES: JSON.stringify(TEMPLATE_IDS) },
      templates: registeredTemplates(),
      durable: false,
      log: () => undefined,
    });
    await cloud.clock.set(atShanghai('2026-11-25 08:00'));
    await plantAnew(cloud, { scale: 'village', seed: 'day', templates: TEMPLATE_IDS }, () => undefined);
  });

  afterAll(async () => {
    await cloud.stop();
    rmSync(dir, { recursive: true, force: true });
  });

  const people = (filter: Filter) => cloud.store.find('people', { filter }) as unknown as Person[];
  const call = async (person: Person, action: string, input: object) => {
    const event = { id: randomUUID(), action, input };
    const answer = await cloud.invoke('problem', event, { openid: person.openid ?? '' });
    return (answer as { data: { problem: string } }).data;
  };

  test('at most five pushes, each for a reason', async () => {
    const chiefs = people({ desks: /^chief@/ });
    for (const { openid } of chiefs)
      for (const template of Object.values(TEMPLATE_IDS)) cloud.phones.consent(openid ?? '', template, 20);
    const residents = chiefs.map(({ area }) => people({ area, household: { $exists: true }, desks: [] })[0]);
    const report = async (text: string) => {
      const told: string[] = [];
      for (const resident of residents)
        told.push(resident ? (await call(resident, 'report', { category: 'road', text })).problem : '');
      return told;
    };
    const since = cloud.clock.now();
    const morning = await report('村里的路坏了一段');
    await cloud.clock.advance(2 * HOUR);
    for (const [nth, chief] of chiefs.entries())
      if (morning[nth]) await call(chief, 'accept', { problem: morning[nth] });
    await cloud.clock.advance(5 * HOUR);
    await report('路边的护栏倒了');
    await cloud.clock.advance(17 * HOUR);

    const notices = cloud.store.find('notices') as unknown as Notice[];
    const lines = chiefs.map((chief) => {
      const rung = cloud.phones.messages(chief.openid, 100).filter(({ at }) => at >= since);
      const reasons = notices
        .filter(({ to, at }) => to === chief._id && at >= since)
        .map(({ at, kind, facts }) => `${shanghai(at).format('HH:mm')} ${noticeWords(kind, facts).title.zh}`);
      return { chief: chief.name, pushes: rung.length, reasons };
    });
    console.info(
      lines.map(({ chief, pushes, reasons }) => `${chief} ${pushes}: ${reasons.join('；')}`).join('\n'),
    );
    for (const { pushes } of lines) expect(pushes).toBeLessThanOrEqual(5);
    expect(lines.some(({ pushes }) => pushes >= 2)).toBe(true);
  }, 180_000);
});
