/** Takes the pictures of the README into docs/screens: `npx tsx test/browser/screenshots.ts`. */
import { randomUUID } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { ensureBuild } from '../weapp/build';
import { launchBrowser } from './browser';
import { ROOT } from './cache';
import { withPalette } from './palette';
import { startStage } from './stage';

const OUT = path.join(ROOT, 'docs/screens');
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
    const { language = 'zh', elder = false, desktop = false } = look;
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
    await look.play?.(page);
    await page.waitForTimeout(STILL_MS);
    await keep(name, page);
    await context.close();
  }

  /** The stage with three of its five steps done: contacts saved, a bad road reported, the chief's phone tells of it. */
  async stage(name: string, language: 'zh' | 'en', words: string): Promise<void> {
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
      await page.locator('.y-cell').first().click();
      await page.locator('#mark').waitFor();
    },
  });

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
  await camera.page('chief-home', who.chief, home);
  await camera.page('problem-chief', who.chief, matter);
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
  await camera.page('official-desk', who.official, home, { desktop: true });
  await camera.page('study', who.official, 'pages/study/index', { desktop: true });
  await camera.page('deeds', who.official, 'pages/deeds/index');
  await camera.page('indicators', who.official, 'pages/indicators/index', { desktop: true });

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
