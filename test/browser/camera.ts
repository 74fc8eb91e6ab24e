import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { ROOT } from './cache';
import { withPalette } from './palette';

export const OUT = path.join(ROOT, 'docs/screens');
/** Only these, when some were asked for on the command line; `look-…` are taken only then, to be looked at and not to be kept. */
const CHOSEN = new Set(process.argv.slice(2));
const DESKTOP = { width: 1440, height: 900 };
const PHONE = { width: 390, height: 844 };
/** Slides and fades are over by then. */
const STILL_MS = 700;
/** Messages stay unfolded on the stage's phones for a while; the picture is taken before they fold. */
const HEARD_MS = 1_500;
/** An answer this young is not asked for again: see src/state/useQuery. */
const FRESH_MS = 3_500;
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

/** Takes pictures of the product's pages, and of the stage, into docs/screens. */
export class Camera {
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
      await page.waitForTimeout(FRESH_MS);
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
