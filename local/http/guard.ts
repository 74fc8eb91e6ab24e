import type { IncomingMessage } from 'node:http';
import { Refusal } from './reply';

const LOOPBACK = /^(127\.0\.0\.1|localhost|\[::1\])(:\d+)?$/i;

/**
 * A web page elsewhere can make a browser send requests to this machine. A foreign `Origin` gives the page away, a
 * foreign `Host` gives DNS rebinding away; both are refused before anything is read.
 */
export function refuseForeign(req: IncomingMessage, origins: () => ReadonlySet<string>): void {
  if (!LOOPBACK.test(req.headers.host ?? '')) {
    throw new Refusal(403, 'FOREIGN_HOST', {
      zh: '只接受本机地址',
      en: 'Only loopback addresses are served',
    });
  }
  const origin = req.headers.origin;
  if (origin !== undefined && !origins().has(origin)) {
    throw new Refusal(403, 'FOREIGN_ORIGIN', {
      zh: '不接受其他网站的请求',
      en: 'Requests from other origins are refused',
    });
  }
}
