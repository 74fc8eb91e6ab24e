import { readFileSync } from 'node:fs';
import path from 'node:path';
import * as glassEasel from 'glass-easel';
import { deadLine, embeddedBackend } from './backend';
import { openEasel, sharedDom } from './easel';
import { type Handset, type Life, newHandset } from './handset';
import { elementBehind, type Page } from './page';
import { createRouter } from './router';
import { openSandbox } from './sandbox';
import { compileTemplates, type Templates } from './templates';
import { createWx, type Person } from './wx';

export interface BootOptions {
  /** Who holds the phone. */
  openid: string;
  /** The embedded cloud; without it every call fails like a dead line. */
  cloudUrl?: string;
  /** Kept by the caller to survive a "restart of the app". */
  storage?: Map<string, unknown>;
  /** As `storage`, with the files and the network of the phone. */
  handset?: Handset;
  person?: Partial<Person>;
  /** First page, with query; default the app's first. */
  url?: string;
}

/** One phone running the built mini program. */
export interface Phone {
  /** What the top page says, top to bottom. */
  text(): string;
  /** Taps the innermost node that says exactly `words` (or contains them, or is labelled so). */
  tap(words: string): void;
  tapOn(selector: string): void;
  type(selector: string, text: string): void;
  find(selector: string): Element[];
  /** @throws after `timeout` ms, telling what the page says instead */
  waitFor(wanted: string | RegExp | (() => boolean), timeout?: number): Promise<void>;
  currentPage(): Page;
  go(url: string): Promise<void>;
  back(): Promise<void>;
  pullDown(): void;
  title(): string;
  person: Person;
  storage: Map<string, unknown>;
  /** Ends the app as the system does: from now on nothing of it happens. @param left after so many more writes */
  kill(left?: number): void;
  /** What went wrong in handlers and lifetimes; a test ends with it empty. */
  errors: unknown[];
  close(): void;
}

const compiled = new Map<string, Templates>();

/** Starts the app of `dist` in WeChat's component framework, in a bare sandbox, on the real backend. */
export async function boot(dist: string, options: BootOptions): Promise<Phone> {
  const templates = compiled.get(dist) ?? compileTemplates(dist);
  compiled.set(dist, templates);
  const app = readJson(dist, 'app.json') as AppJson;
  const pages = [...app.pages, ...packaged(app)];
  const tabs = app.tabBar?.list.map((tab) => tab.pagePath) ?? [];
  const easel = openEasel(dist, templates);
  const handset = options.handset ?? newHandset(options.storage);
  const { storage } = handset;
  const life: Life = { alive: true, left: Number.POSITIVE_INFINITY };
  const person: Person = { photos: [], consents: true, ...options.person };
  const backend = options.cloudUrl ? embeddedBackend(options.cloudUrl, options.openid) : deadLine();
  const router = createRouter(tabs, (file, query) => {
    if (!pages.includes(file)) throw new Error(`page "${file}" is not found`);
    return easel.open(file, query);
  });

  let running: Record<string, unknown> = {};
  const wx = createWx(backend, router, handset, life, person);
  const sandbox = openSandbox(dist, sharedDom().window, {
    wx,
    App: (definition: Record<string, unknown>) => {
      running = definition;
    },
    getApp: () => running,
    getCurrentPages: () => router.stack().map((page) => page.instance),
    ...easel.globals,
  });
  easel.register('app', () => sandbox.require('app.js'));
  easel.register('comp', () => sandbox.require('comp.js'));
  for (const page of pages) easel.register(page, () => sandbox.require(`${page}.js`));
  const launch = { path: pages[0], query: {}, scene: 1001 };
  for (const lifetime of ['onLaunch', 'onShow']) {
    const act = running[lifetime];
    if (typeof act === 'function') act.call(running, launch);
  }
  await router.relaunch(options.url ?? pages[0]!);
  return phone();

  function phone(): Phone {
    const dom = () => router.top().dom;
    const checkDrawn = () => {
      const missing = templates.missing(router.top().data());
      if (missing.length > 0) throw new Error(`no template draws ${[...new Set(missing)].join(', ')}`);
    };
    const text = () => visibleText(dom());
    return {
      text,
      tap: (words) => tapNode(nodeSaying(dom(), words)),
      tapOn: (selector) => tapNode(one(dom(), selector)),
      type: (selector, value) => typeInto(one(dom(), selector), value),
      find: (selector) => [...dom().querySelectorAll(selector)],
      async waitFor(wanted, timeout = 5_000) {
        const seen = () =>
          typeof wanted === 'function'
            ? wanted()
            : typeof wanted === 'string'
              ? text().includes(wanted)
              : wanted.test(text());
        for (const end = Date.now() + timeout; !seen(); ) {
          if (Date.now() > end)
            throw new Error(
              `waited for ${wanted}, but the page says:\n${text()}\n${easel.errors.join('\n')}`,
            );
          await new Promise((resolve) => setTimeout(resolve, 15));
        }
        checkDrawn();
      },
      currentPage: router.top,
      go: (url) =>
        tabs.includes(url.split('?')[0]!.replace(/^\//, '')) ? router.switchTab(url) : router.push(url),
      back: () => router.back(1),
      pullDown: () => {
        const act = router.top().instance.onPullDownRefresh;
        if (typeof act === 'function') act.call(router.top().instance);
      },
      title: () => router.title,
      person,
      storage,
      kill(left = 0) {
        life.left = left;
        if (left === 0) life.alive = false;
      },
      errors: easel.errors,
      close: () => {
        for (const page of router.stack()) page.close();
      },
    };
  }
}

interface AppJson {
  pages: string[];
  tabBar?: { list: { pagePath: string }[] };
  subPackages?: { root: string; pages: string[] }[];
  subpackages?: { root: string; pages: string[] }[];
}

function packaged({ subPackages, subpackages }: AppJson): string[] {
  return (subPackages ?? subpackages ?? []).flatMap(({ root, pages }) =>
    pages.map((page) => `${root.replace(/\/$/, '')}/${page}`),
  );
}

function readJson(dist: string, file: string): unknown {
  return JSON.parse(readFileSync(path.join(dist, file), 'utf8'));
}

function one(dom: Element, selector: string): Element {
  const found = dom.querySelector(selector);
  if (!found) throw new Error(`nothing matches ${selector} on:\n${visibleText(dom)}`);
  return found;
}

function visibleText(dom: Element): string {
  const lines: string[] = [];
  const walk = (node: Node) => {
    if (node.nodeType === 3) {
      const said = node.textContent?.trim();
      if (said) lines.push(said);
    }
    node.childNodes.forEach(walk);
  };
  walk(dom);
  return lines.join('\n');
}

/** Exact words before a part of them, inner nodes before outer ones. */
function nodeSaying(dom: Element, words: string): Element {
  // What has come up from the bottom covers the page below it.
  const front = [...dom.querySelectorAll('.y-sheet')].at(-1) ?? dom;
  const all = [...front.querySelectorAll('*')].reverse();
  const found =
    all.find((node) => node.textContent?.trim() === words) ??
    all.find((node) => node.getAttribute('aria-label') === words) ??
    all.find((node) => node.textContent?.includes(words));
  if (!found) throw new Error(`nothing says "${words}" on:\n${visibleText(dom)}`);
  return found;
}

function tapNode(node: Element): void {
  const at = { x: 10, y: 10, clientX: 10, clientY: 10, pageX: 10, pageY: 10, identifier: 0 };
  for (const type of ['touchstart', 'touchend', 'tap']) dispatch(node, type, at, true, [at]);
}

function typeInto(node: Element, value: string): void {
  dispatch(node, 'focus', { value: '', height: 0 }, false);
  dispatch(node, 'input', { value, cursor: value.length, keyCode: 0 }, true);
  dispatch(node, 'blur', { value, cursor: value.length }, false);
}

function dispatch(
  node: Element,
  type: string,
  detail: object,
  bubbles: boolean,
  touches: object[] = [],
): void {
  const event = new glassEasel.Event(type, detail, {
    bubbles,
    composed: bubbles,
    extraFields: { touches, changedTouches: touches },
  });
  glassEasel.Event.dispatchEvent(elementBehind(node), event);
}
