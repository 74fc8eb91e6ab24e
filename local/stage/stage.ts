import type { Cloud } from '../cloud';
import { sendText } from '../http/reply';
import { serveApp, serveFile } from '../main/web';

export interface StageOptions {
  /** The built H5 pages. */
  pages: string;
  /** Where they are served on the first origin. */
  app: string;
  /** Build the stage's own script at each request. */
  watch: boolean;
}

/** `/` on the first origin is the stage; on each phone's origin it is the product. */
export async function openStage(cloud: Cloud, { pages, app }: StageOptions): Promise<void> {
  cloud.route('/', (req, res, url) => {
    const path = url.pathname;
    const phone = req.socket.localPort !== cloud.port;
    const base = phone ? '/' : app;
    if (path === base || path === `${base}index.html`) return serveApp(res, pages, '');
    if (path.startsWith(base)) return serveFile(res, pages, path.slice(base.length));
    if (path === '/') return sendText(res, 200, '<h1>stage</h1>', { 'content-type': 'text/html' });
    return serveFile(res, pages, path);
  });
}
