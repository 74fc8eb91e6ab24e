import { createReadStream, existsSync, readFileSync, statSync } from 'node:fs';
import type { ServerResponse } from 'node:http';
import { extname, join, normalize } from 'node:path';
import { Refusal, sendText } from '../http/reply';

const TYPES: Record<string, string> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.jpg': 'image/jpeg',
  '.woff2': 'font/woff2',
  '.ico': 'image/x-icon',
};

/** Serves one file of a built page; what carries a content hash in its name may be kept. */
export function serveFile(res: ServerResponse, dir: string, path: string): void {
  const file = join(dir, normalize(decoded(path)).replace(/^(\.\.[/\\])+/, ''));
  if (!file.startsWith(join(dir, '/')) || !existsSync(file) || !statSync(file).isFile())
    throw new Refusal(404, 'NOT_FOUND', { zh: '没有这个文件', en: 'There is no such file' });
  const hashed = /\.[0-9a-f]{8}\.(js|css)$/.test(file);
  res.writeHead(200, {
    'content-type': TYPES[extname(file)] ?? 'application/octet-stream',
    'cache-control': hashed ? 'max-age=31536000, immutable' : 'no-store',
  });
  createReadStream(file).pipe(res);
}

/** The product's first page, with what only the stage needs put in on the way; the build itself stays as deployed. */
export function serveApp(res: ServerResponse, dir: string, extra: string): void {
  const file = join(dir, 'index.html');
  if (!existsSync(file))
    throw new Refusal(503, 'NOT_BUILT', {
      zh: '手机页面还没有构建好',
      en: 'The pages are not built: start without --no-build',
    });
  const page = readFileSync(file, 'utf8').replace('</head>', `${extra}</head>`);
  sendText(res, 200, page, { 'content-type': 'text/html; charset=utf-8', 'cache-control': 'no-store' });
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '/';
  }
}
