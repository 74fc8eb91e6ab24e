import { randomUUID } from 'node:crypto';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import { DAY } from '../../domain/time/shanghai';
import { ensureBuild } from '../weapp/build';
import { launchBrowser, newPhone } from './browser';
import { startStage } from './stage';

const PATIENCE_MS = 30_000;
const PC = { width: 1440, height: 900 };

export interface Member {
  id: string;
  name: string;
  area: string;
  areaPath: string;
  openid: string;
}

/** A person of the village for each role. */
type Cast = Record<'resident' | 'worker' | 'chief' | 'secretary', Member>;

interface Screen {
  pc?: boolean;
  /** What to do before the page opens. */
  prepare?(page: Page): Promise<unknown>;
}

/** `npm start` with its village, and a browser that is everybody's phone: where a story begins. */
export interface Village {
  url: string;
  browser: Browser;
  cast: Cast;
  /** A door of the stage itself: `/_local/…`; with a body, as POST. */
  door(path: string, body?: object): ReturnType<Response['json']>;
  /** The clock moves to this moment (ms), a day at a time: so many timers in one request outlast it on a slow machine. */
  passTo(moment: number): Promise<void>;
  /** Somebody outside the cast: `role=supervisor`, `role=official&area=…`. */
  personOf(query: string): Promise<Member>;
  /** One call through the product's HTTP door, as this person: `'points.approve'`. */
  call(person: string, name: string, input: object): ReturnType<Response['json']>;
  /** A phone of this person's own, or a PC, at this page. */
  open(person: string, to: string, screen?: Screen): Promise<Page>;
  /** The same phone at another page, as a message would open it. */
  enter(page: Page, person: string, to: string): Promise<void>;
  /** Puts every phone away. @returns what their pages threw */
  putAway(): Promise<string[]>;
  stop(): Promise<void>;
}

/** Starts it all; slow, so once for a story. */
export async function openVillage(): Promise<Village> {
  await ensureBuild('h5');
  const stage = await startStage();
  const browser = await launchBrowser();
  const { url } = stage;
  const doors = doorsOf(url);
  const { cast } = await doors.door('/_local/cast');
  return {
    url,
    browser,
    cast,
    ...doors,
    ...phonesOf(url, browser),
    async stop() {
      await browser.close();
      await stage.stop();
    },
  };
}

function ask(address: string, body?: object, token?: string): Promise<Response> {
  return fetch(address, {
    ...(body ? { method: 'POST', body: JSON.stringify(body) } : {}),
    headers: token ? { authorization: `Bearer ${token}` } : {},
  });
}

function doorsOf(url: string): Pick<Village, 'door' | 'passTo' | 'personOf' | 'call'> {
  const door = async (path: string, body?: object) => {
    const answer = await ask(`${url}${path}`, body);
    if (!answer.ok) throw new Error(`${path}: ${await answer.text()}`);
    return answer.json();
  };
  return {
    door,
    async passTo(moment) {
      for (let { ms } = await door('/_local/clock'); ms < moment; ) {
        ms = Math.min(ms + DAY, moment);
        await door('/_local/clock', { now: ms });
      }
    },
    async personOf(query) {
      const { people } = await door(`/_local/people?${query}`);
      return people[0];
    },
    async call(person, name, input) {
      const { token } = await door('/_local/login', { person });
      const [fn, action] = name.split('.');
      const command = { id: randomUUID(), action, input };
      const answer = await ask(`${url}/call/${fn}`, command, token);
      const { ok, data, error } = await answer.json();
      if (!ok) throw new Error(`${name}: ${error.code} ${error.path ?? ''} ${error.message.en}`);
      return data;
    },
  };
}

function phonesOf(url: string, browser: Browser): Pick<Village, 'open' | 'enter' | 'putAway'> {
  const phones: BrowserContext[] = [];
  const errors: string[] = [];
  const enter = async (page: Page, person: string, to: string) => {
    await page.goto(`${url}/_local/enter?${new URLSearchParams({ person, lang: 'zh', to })}`);
    await page.locator('.y-screen').last().waitFor();
  };
  return {
    enter,
    async open(person, to, { pc = false, prepare } = {}) {
      const phone = await (pc ? browser.newContext({ viewport: PC }) : newPhone(browser));
      phones.push(phone);
      const page = await phone.newPage();
      page.setDefaultTimeout(PATIENCE_MS);
      page.on('pageerror', (error) => errors.push(error.message));
      await prepare?.(page);
      await enter(page, person, to);
      return page;
    },
    async putAway() {
      for (const phone of phones.splice(0)) await phone.close();
      return errors.splice(0);
    },
  };
}
