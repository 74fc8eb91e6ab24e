import type { ServerResponse } from 'node:http';
import type { Cloud } from '../cloud';
import { Refusal, sendText } from '../http/reply';
import { serveApp, serveFile } from '../main/web';
import { bundleStage, type StageFiles } from './bundle';

export interface StageOptions {
  /** Folder of the built H5 pages. */
  pages: string;
  /** Where they are served on the first origin. */
  app: string;
  /** Builds the stage's own scripts at each request. */
  watch: boolean;
}

const FRAME = '/_local/frame.js';

/** `/` on the first origin is the stage; on each phone's origin it is the product as built. */
export async function openStage(cloud: Cloud, { pages, app, watch }: StageOptions): Promise<void> {
  const first = await bundleStage();
  const files = () => (watch ? bundleStage() : Promise.resolve(first));
  cloud.route(FRAME, async (_req, res) => send(res, 'text/javascript', (await files()).frame));
  cloud.route('/', async (req, res, url) => {
    const path = url.pathname;
    if (req.socket.localPort !== cloud.port)
      return product(res, pages, path.slice(1), `<script src="${FRAME}"></script>`);
    if (path.startsWith(app)) return product(res, pages, path.slice(app.length), '');
    return own(res, await files(), path);
  });
}

function product(res: ServerResponse, pages: string, path: string, extra: string): void {
  if (path === '' || path === 'index.html') serveApp(res, pages, extra);
  else serveFile(res, pages, path);
}

/** @throws Refusal NOT_FOUND */
function own(res: ServerResponse, { html, css, script }: StageFiles, path: string): void {
  if (path === '/') send(res, 'text/html', html);
  else if (path === '/stage/stage.css') send(res, 'text/css', css);
  else if (path === '/stage/stage.js') send(res, 'text/javascript', script);
  else throw new Refusal(404, 'NOT_FOUND', { zh: '没有这个地址', en: `Nothing is served at ${path}` });
}

function send(res: ServerResponse, type: string, text: string): void {
  sendText(res, 200, text, { 'content-type': `${type}; charset=utf-8`, 'cache-control': 'no-store' });
}
