/** Takes the pictures of the README into docs/screens: `npx tsx test/browser/screenshots.ts [name …]`; without names, all. */
import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import type { HouseholdCard } from '../../domain/contract/views';
import { CONSENT_VERSION } from '../../domain/household/consent';
import { ensureBuild } from '../weapp/build';
import { launchBrowser } from './browser';
import { ROOT } from './cache';
import { withPalette } from './palette';
import { startStage } from './stage';

const OUT = path.join(ROOT, 'docs/screens');
/** Only these, when some were asked for; `look-…` are taken only then, to be looked at and not to be kept. */
const CHOSEN = new Set(process.argv.slice(2));
const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
/** Slides and fades are over by then. */
const STILL_MS = 700;
/** Messages stay unfolded on the stage's phones for a while; the picture is taken before they fold. */
const HEARD_MS = 1_500;
/** A phone's own short messages are gone by then. */
const TOLD_MS = 4_000;

interface Look {
  language?: 'zh' | 'en';
  elder?: boolean;
  desktop?: boolean;
  /** The line is dead when the picture is taken. */
  offline?: boolean;
  /** What to do on the page before the picture is taken. */
  play?(page: Page): Promise<void>;
}

class Camera {
  constructor(
    private readonly browser: Browser,
    private readonly url: string,
  ) {}

  /** One page of the product, opened by its address as this person. */
  async page(name: string, person: string, to: string, look: Look = {}): Promise<void> {
    if (CHOSEN.size > 0 ? !CHOSEN.has(name) : name.startsWith('look-')) return;
    const { language = 'zh', elder = false, desktop = false, offline = false } = look;
    const context = await this.browser.newContext({
      viewport: desktop ? DESKTOP : PHONE,
      isMobile: !desktop,
      hasTouch: !desktop,
      locale: 'zh-CN',
      timezoneId: 'Asia/Shanghai',
    });
    const page = await context.newPage();
    if (elder) {
      const kept = JSON.stringify({ data: { language, elder } });
      await page.addInitScript((settings) => localStorage.setItem('yige.settings', settings), kept);
    }
    const query = new URLSearchParams({ person, lang: language, to });
    await page.goto(`${this.url}/_local/enter?${query}`);
    await page.locator('.y-screen').last().waitFor();
    await page.waitForLoadState('networkidle');
    if (offline) {
      await context.setOffline(true);
      await page.evaluate(() => window.dispatchEvent(new Event('focus')));
    }
    await look.play?.(page);
    await page.waitForTimeout(STILL_MS);
    await keep(name, page);
    await context.close();
  }

  /** The stage with three of its five steps done: contacts saved, a bad road reported, the chief's phone tells of it. */
  async stage(name: string, language: 'zh' | 'en', words: string): Promise<void> {
    if (CHOSEN.size > 0 && !CHOSEN.has(name)) return;
    await fetch(`${this.url}/_local/reset`, { method: 'POST', body: '{}' });
    const context = await this.browser.newContext({ viewport: DESKTOP, timezoneId: 'Asia/Shanghai' });
    const page = await context.newPage();
    await page.addInitScript(
      (chosen) => localStorage.setItem('stage.language', JSON.stringify(chosen)),
      language,
    );
    await page.goto(this.url);
    const worker = page.frameLocator('.phone[data-role="worker"] iframe');
    await worker.locator('#record').click();
    await worker.locator('#all-phone').click();
    await worker.locator('#save').click();
    await worker.locator('#week').waitFor();
    await page.waitForTimeout(TOLD_MS);
    const resident = page.frameLocator('.phone[data-role="resident"] iframe');
    await resident.locator('#report').click();
    await resident.locator('#category-road').click();
    await resident.locator('#text textarea').fill(words);
    await resident.locator('#send').click();
    await resident.locator('#standing').waitFor();
    await page.locator('.phone[data-role="chief"] .tray .card').last().waitFor();
    await page.waitForTimeout(HEARD_MS);
    await keep(name, page);
    await context.close();
  }
}

async function keep(name: string, page: Page): Promise<void> {
  writeFileSync(path.join(OUT, `${name}.png`), withPalette(await page.screenshot()));
}

interface Cast {
  resident: string;
  worker: string;
  chief: string;
  secretary: string;
  official: string;
}

async function castOf(url: string): Promise<Cast> {
  const { cast } = await (await fetch(`${url}/_local/cast`)).json();
  const { people } = await (await fetch(`${url}/_local/people?role=official`)).json();
  const { resident, worker, chief, secretary } = cast;
  return {
    resident: resident.id,
    worker: worker.id,
    chief: chief.id,
    secretary: secretary.id,
    official: people.find((one: { area: string }) => one.area === secretary.area.slice(0, 9)).id,
  };
}

/** One call through the product's HTTP door, as this person. */
async function call(url: string, person: string, fn: string, action: string, input: object) {
  const login = await fetch(`${url}/_local/login`, { method: 'POST', body: JSON.stringify({ person }) });
  const { token } = await login.json();
  const reply = await fetch(`${url}/call/${fn}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}` },
    body: JSON.stringify({ id: randomUUID(), action, input }),
  });
  const { ok, data, error } = await reply.json();
  if (!ok) throw new Error(`${fn}.${action}: ${error.code} ${error.message.en}`);
  return data;
}

/** A household closer, binding, the resident's voice, and what leaders see of contact. */
async function contacts(camera: Camera, url: string, who: Cast): Promise<void> {
  const { household } = await call(url, who.resident, 'home', 'open', {});
  const of = `pages/household/index?id=${household.id}`;
  const cover = 'pages/coverage/index';
  await camera.page('resident-vouch', who.resident, 'pages/home/index');
  await call(url, who.resident, 'household', 'callMe', { text: '老人腿脚不好，想问问取暖补贴' });
  const { code } = await call(url, who.worker, 'household', 'invite', { household: household.id });
  const ask = { code, name: '额尔德尼·巴雅尔', consent: CONSENT_VERSION };
  await camera.page('look-stranger-home', 'new-1', 'pages/home/index');
  await camera.page('bind', 'new-1', `pages/bind/index?code=${code}`);
  await call(url, 'new-1', 'household', 'ask', ask);
  await camera.page('worker-home-called', who.worker, 'pages/home/index');
  await camera.page('household', who.worker, of);
  await camera.page('household-invite', who.worker, of, {
    play: async (page) => {
      await page.locator('#make-code').click();
      await page.locator('.household__qr').scrollIntoViewIfNeeded();
    },
  });
  await camera.page('look-household-elder', who.worker, of, { elder: true });
  const { households, asOf } = await call(url, who.worker, 'home', 'open', { as: 'worker' });
  const due = households.find((one: HouseholdCard) => one.standing.state === 'due');
  await call(url, who.worker, 'contact', 'save', {
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

async function takeAll(url: string, browser: Browser): Promise<void> {
  const camera = new Camera(browser, url);
  const who = await castOf(url);
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
  await contacts(camera, url, who);

  const report = { category: 'water', text: '渠南二斗的闸门锈死了，水放不下来，地里等着浇' };
  const { problem } = await call(url, who.resident, 'problem', 'report', report);
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
  await call(url, who.chief, 'problem', 'accept', { problem });
  await call(url, who.chief, 'problem', 'finish', {
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
  await ensureBuild('h5');
  const stage = await startStage();
  const browser = await launchBrowser();
  try {
    await takeAll(stage.url, browser);
  } finally {
    await browser.close();
    await stage.stop();
  }
}

void main();
