/** Takes the pictures of the README into docs/screens: `npx tsx test/browser/screenshots.ts [name …]`; without names, all. */
import { mkdirSync } from 'node:fs';
import type { HouseholdCard } from '../../domain/contract/views';
import { CONSENT_VERSION } from '../../domain/household/consent';
import { Camera, OUT } from './camera';
import { openVillage, type Village } from './village';

interface Who {
  resident: string;
  worker: string;
  chief: string;
  secretary: string;
  official: string;
}

/** The village's people, and an official of its township. */
async function peopleOf({ cast: { resident, worker, chief, secretary }, door }: Village): Promise<Who> {
  const { people } = await door('/_local/people?role=official');
  const official = people.find((one: { area: string }) => one.area === secretary.area.slice(0, 9));
  return {
    resident: resident.id,
    worker: worker.id,
    chief: chief.id,
    secretary: secretary.id,
    official: official.id,
  };
}

/** A household closer, binding, the resident's voice, and what leaders see of contact. */
async function contacts(camera: Camera, { call }: Village, who: Who): Promise<void> {
  const { household } = await call(who.resident, 'home.open', {});
  const of = `pages/household/index?id=${household.id}`;
  const cover = 'pages/coverage/index';
  await camera.page('resident-vouch', who.resident, 'pages/home/index');
  await call(who.resident, 'household.callMe', { text: '老人腿脚不好，想问问取暖补贴' });
  const { code } = await call(who.worker, 'household.invite', { household: household.id });
  const ask = { code, name: '额尔德尼·巴雅尔', consent: CONSENT_VERSION };
  await camera.page('look-stranger-home', 'new-1', 'pages/home/index');
  await camera.page('bind', 'new-1', `pages/bind/index?code=${code}`);
  await call('new-1', 'household.ask', ask);
  await camera.page('worker-home-called', who.worker, 'pages/home/index');
  await camera.page('household', who.worker, of);
  await camera.page('household-invite', who.worker, of, {
    play: async (page) => {
      await page.locator('#make-code').click();
      await page.locator('.household__qr').scrollIntoViewIfNeeded();
    },
  });
  await camera.page('look-household-elder', who.worker, of, { elder: true });
  const { households, asOf } = await call(who.worker, 'home.open', { as: 'worker' });
  const due = households.find((one: HouseholdCard) => one.standing.state === 'due');
  await call(who.worker, 'contact.save', {
    entries: [],
    misses: [{ household: due.id, at: asOf, reason: 'away', note: '去冬营地了，月底回来' }],
  });
  await camera.page('coverage-phone', who.secretary, cover);
  await camera.page('coverage', who.secretary, cover, { desktop: true });
  await camera.page('look-coverage-township', who.official, cover, { desktop: true });
  await camera.page('look-coverage-grid', who.chief, cover);
  await camera.page('look-coverage-last-week', who.chief, cover, {
    play: (page) => page.locator('#earlier').click(),
  });
  await camera.page('coverage-reviews', who.chief, `${cover}?view=reviews`);
  await camera.page('coverage-callbacks', who.secretary, `${cover}?view=callbacks`);
  for (const view of ['blind', 'help', 'callbacks'] as const) {
    await camera.page(`look-coverage-${view}`, who.secretary, `${cover}?view=${view}`);
    await camera.page(`look-coverage-${view}-wide`, who.secretary, `${cover}?view=${view}`, {
      desktop: true,
    });
  }
  await camera.page('look-me-resident', who.resident, 'pages/me/index', {
    play: (page) => page.locator('#leave').click(),
  });
}

/** Points, the year's evaluation and what is made of it, as the stage's village has lived through them. */
async function years(camera: Camera, who: Who): Promise<void> {
  const desktop = true;
  await camera.page('points', who.worker, 'pages/points/index');
  await camera.page('look-points-secretary', who.secretary, 'pages/points/index', { desktop });
  await camera.page('look-awards', who.secretary, 'pages/awards/index');
  await camera.page('awards-desk', who.secretary, 'pages/awards/index', { desktop });
  await camera.page('rules', who.worker, 'pages/rules/index');
  await camera.page('look-rules-official', who.official, 'pages/rules/index', { desktop });
  await camera.page('shop', who.resident, 'pages/shop/index');
  await camera.page('counter', who.chief, 'pages/counter/index');
  await camera.page('look-counter-desk', who.secretary, 'pages/counter/index', { desktop });
  await camera.page('evaluation', who.worker, 'pages/evaluation/index');
  await camera.page('evaluation-desk', who.secretary, 'pages/evaluation/index', { desktop });
  await camera.page('look-evaluation-secretary', who.secretary, 'pages/evaluation/index');
  await camera.page('look-evaluation-official', who.official, 'pages/evaluation/index', { desktop });
  await camera.page('look-honours', who.resident, 'pages/roll/index');
  await camera.page('roll', who.chief, 'pages/roll/index', {
    play: (page) => page.locator('.y-chip', { hasText: '候选' }).first().click(),
  });
  await camera.page('look-roll-desk', who.secretary, 'pages/roll/index', {
    desktop,
    play: (page) => page.locator('.y-chip', { hasText: '候选' }).first().click(),
  });
}

async function takeAll(village: Village): Promise<void> {
  const { call } = village;
  const camera = new Camera(village.browser, village.url);
  const who = await peopleOf(village);
  const home = 'pages/home/index';
  const sheet = 'pages/sheet/index';
  await camera.page('worker-home', who.worker, home);
  await camera.page('worker-home-elder', who.worker, home, { elder: true });
  await camera.page('worker-home-en', who.worker, home, { language: 'en' });
  await camera.page('sheet', who.worker, sheet, { play: (page) => page.locator('#all-phone').click() });
  await camera.page('sheet-mark', who.worker, sheet, {
    play: async (page) => {
      await page.locator('[id^="details-"]').first().click();
      await page.locator('#more').click();
      await page.locator('.y-count__add').nth(1).click();
      await page.locator('.y-count__add').nth(1).click();
    },
  });
  await camera.page('sheet-missed', who.worker, sheet, {
    play: async (page) => {
      await page.locator('[id^="details-"]').first().click();
      await page.getByText('没联系上').click();
    },
  });
  await camera.page('sheet-offline', who.worker, sheet, {
    play: async (page) => {
      await page.locator('[id^="tick-"]').first().click();
      await page.context().setOffline(true);
      await page.locator('#save').click();
      await page.locator('#week').waitFor();
      await page.locator('#record').click();
    },
  });
  await contacts(camera, village, who);
  await years(camera, who);

  const report = { category: 'water', text: '渠南二斗的闸门锈死了，水放不下来，地里等着浇' };
  const { problem } = await call(who.resident, 'problem.report', report);
  const matter = `pages/problem/index?id=${problem}`;
  await camera.page('resident-home', who.resident, home);
  await camera.page('report-category', who.resident, 'pages/report/index');
  await camera.page('report', who.resident, 'pages/report/index', {
    play: async (page) => {
      await page.locator('#category-road').click();
      await page.locator('#text textarea').fill('村口到卫生室的路坑坑洼洼，下雨全是水');
    },
  });
  const court = '法院判了半年不给执行';
  await camera.page('report-elsewhere', who.resident, 'pages/report/index', {
    play: async (page) => {
      await page.locator('#category-other').click();
      await page.locator('#text textarea').fill(court);
      await page.locator('#elsewhere').waitFor();
    },
  });
  await camera.page('report-danger', who.resident, 'pages/report/index', {
    elder: true,
    play: async (page) => {
      await page.locator('#category-water').click();
      await page.locator('#text textarea').fill('孩子掉进渠里了');
      await page.locator('#emergency').waitFor();
    },
  });
  await camera.page('chief-home', who.chief, home);
  await camera.page('problem-chief', who.chief, matter);
  await camera.page('problem-whistle', who.chief, matter, {
    play: async (page) => {
      await page.locator('#act-more').click();
      await page.locator('#act-whistle').click();
      await page.locator('.y-tick').first().waitFor();
    },
  });
  await call(who.chief, 'problem.accept', { problem });
  await call(who.chief, 'problem.finish', {
    problem,
    text: '请水管所换了闸门丝杠，今天上午已经放水',
  });
  await camera.page('problem-resident', who.resident, matter);
  await camera.page('problem-resident-en', who.resident, matter, { language: 'en' });

  await camera.page('secretary-home', who.secretary, home);
  await camera.page('problems', who.secretary, 'pages/problems/index');
  await camera.page('inbox', who.chief, 'pages/inbox/index');
  await camera.page('me', who.worker, 'pages/me/index');
  await camera.page('secretary-desk', who.secretary, home, { desktop: true });
  await camera.page('problems-desk', who.secretary, 'pages/problems/index', {
    desktop: true,
    play: async (page) => {
      await page.locator('.y-problem').first().click();
      await page.locator('#standing').waitFor();
    },
  });
  await camera.page('official-desk', who.official, home, { desktop: true });
  await camera.page('study', who.official, 'pages/study/index', { desktop: true });
  await camera.page('deeds', who.official, 'pages/deeds/index');
  await camera.page('indicators', who.official, 'pages/indicators/index', { desktop: true });

  await camera.page('registry', who.secretary, 'pages/registry/index', { desktop: true });
  await camera.page('look-registry-phone', who.secretary, 'pages/registry/index');
  await camera.page('health', who.official, 'pages/health/index', { desktop: true });
  await camera.page('reach', who.secretary, 'pages/reach/index');
  await camera.page('look-study-phone', who.official, 'pages/study/index');
  await camera.page('look-deeds-wide', who.official, 'pages/deeds/index', { desktop: true });
  await camera.page('look-indicators-phone', who.official, 'pages/indicators/index');
  await camera.page('look-outbox-empty', who.worker, 'pages/outbox/index');
  await camera.page('look-home-offline', who.worker, home, { offline: true });

  await camera.stage('stage', 'zh', '渠边的路又陡又窄，拉草的车过不去');
  await camera.stage('stage-en', 'en', 'The canal road is steep, carts cannot pass');
}

async function main(): Promise<void> {
  mkdirSync(OUT, { recursive: true });
  const village = await openVillage();
  try {
    await takeAll(village);
  } finally {
    await village.stop();
  }
}

void main();
