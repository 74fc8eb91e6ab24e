import type { Page } from './page';

/** WeChat tells success of a navigation this long after `onLoad`; code that relies on the order breaks otherwise. */
const ARRIVAL_MS = 30;

/** The stack of open pages, and the tabs that stay alive behind it. */
export interface Router {
  push(url: string): Promise<void>;
  replace(url: string): Promise<void>;
  relaunch(url: string): Promise<void>;
  switchTab(url: string): Promise<void>;
  back(delta: number): Promise<void>;
  stack(): readonly Page[];
  top(): Page;
  /** Of the navigation bar. */
  title: string;
}

export function createRouter(
  tabs: readonly string[],
  open: (path: string, query: Record<string, string>) => Page,
): Router {
  let stack: Page[] = [];
  const kept = new Map<string, Page>();
  const arrival = () => new Promise<void>((resolve) => setTimeout(resolve, ARRIVAL_MS));

  const enter = (url: string): Page => {
    const { path, query } = parse(url);
    const page = open(path, query);
    if (tabs.includes(path)) kept.set(path, page);
    stack.push(page);
    page.show();
    page.ready();
    return page;
  };
  const leave = (page: Page) => {
    if (kept.get(page.path) === page) page.hide();
    else page.close();
  };
  const refuseTab = (url: string) => {
    if (tabs.includes(parse(url).path)) throw new Error('can not navigateTo a tabbar page');
  };

  const router: Router = {
    title: '',
    stack: () => stack,
    top: () => {
      const page = stack.at(-1);
      if (!page) throw new Error('no page is open');
      return page;
    },
    async push(url) {
      refuseTab(url);
      if (stack.length >= 10) throw new Error('webview count limit exceed');
      stack.at(-1)?.hide();
      enter(url);
      await arrival();
    },
    async replace(url) {
      refuseTab(url);
      const old = stack.pop();
      if (old) leave(old);
      enter(url);
      await arrival();
    },
    async relaunch(url) {
      for (const page of new Set([...stack, ...kept.values()])) page.close();
      stack = [];
      kept.clear();
      enter(url);
      await arrival();
    },
    async switchTab(url) {
      const { path } = parse(url);
      if (!tabs.includes(path)) throw new Error('can not switch to no-tabBar page');
      const known = kept.get(path);
      if (known && stack.at(-1) === known) return;
      for (const page of stack) leave(page);
      stack = [];
      if (known) {
        stack.push(known);
        known.show();
      } else enter(url);
      await arrival();
    },
    async back(delta) {
      const count = Math.min(delta, stack.length - 1);
      for (const page of stack.splice(stack.length - count, count)) page.close();
      stack.at(-1)?.show();
      await arrival();
    },
  };
  return router;
}

function parse(url: string): { path: string; query: Record<string, string> } {
  const [path = '', search = ''] = url.split('?');
  // WeChat hands the query over as it is written, encoded.
  const query = Object.fromEntries(
    search
      .split('&')
      .filter(Boolean)
      .map((pair) => pair.split('=') as [string, string]),
  );
  return { path: path.replace(/^\//, ''), query };
}
