import type { Order } from './holder';

/**
 * Put into the product's page when a stage phone shows it, never into the build: tells the stage which page is open,
 * and lets the stage say "look again" and "open this page", as WeChat would by bringing the mini program to the front.
 */
const ORDERS = ['refresh', 'open'];

/** The product does not ask again within three seconds of asking. */
const PATIENCE_MS = 3_200;

let asked = 0;
let waiting: ReturnType<typeof setTimeout> | undefined;

new PerformanceObserver((list) => {
  for (const entry of list.getEntries()) if (entry.name.includes('/call/')) asked = performance.now();
}).observe({ type: 'resource', buffered: true });

function refresh(): void {
  clearTimeout(waiting);
  const wait = Math.max(0, asked + PATIENCE_MS - performance.now());
  waiting = setTimeout(() => window.dispatchEvent(new Event('focus')), wait);
}

function tell(): void {
  window.parent.postMessage({ stage: 'page', page: location.hash.replace(/^#\//, '') }, '*');
}

function isOrder(data: unknown): data is Order {
  return typeof data === 'object' && data !== null && 'stage' in data && ORDERS.includes(String(data.stage));
}

if (window.parent !== window) {
  window.addEventListener('message', ({ source, data }: MessageEvent<unknown>) => {
    if (source !== window.parent || !isOrder(data)) return;
    if (data.stage === 'open' && location.hash !== `#/${data.page}`) location.hash = `#/${data.page}`;
    else refresh();
  });
  window.addEventListener('hashchange', tell);
  // The router changes the address without an event.
  for (const way of ['pushState', 'replaceState'] as const) {
    const change = history[way].bind(history);
    history[way] = (...step) => {
      change(...step);
      tell();
    };
  }
  window.addEventListener('popstate', tell);
  document.addEventListener('DOMContentLoaded', () => {
    // A phone has no scroll bars.
    const style = document.createElement('style');
    style.textContent =
      '*{scrollbar-width:none;text-rendering:geometricPrecision}*::-webkit-scrollbar{display:none}';
    document.head.append(style);
    tell();
  });
}
