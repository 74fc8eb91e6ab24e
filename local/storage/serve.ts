import type { IncomingMessage, ServerResponse } from 'node:http';
import { PlatformError } from '../errors';
import { readBody } from '../http/body';
import { Refusal, sendText } from '../http/reply';
import type { Store } from '../store/store';
import type { FileStore } from './files';

/** 50 MB: more than a mini program may upload in one file. */
const MAX_FILE = 50 * 1024 * 1024;

const TYPES: Record<string, string> = {
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  gif: 'image/gif',
  webp: 'image/webp',
  svg: 'image/svg+xml',
  mp3: 'audio/mpeg',
  aac: 'audio/aac',
  m4a: 'audio/mp4',
  wav: 'audio/wav',
  mp4: 'video/mp4',
  pdf: 'application/pdf',
  txt: 'text/plain; charset=utf-8',
  json: 'application/json',
  csv: 'text/csv; charset=utf-8',
};

/** `PUT /storage/upload/<ticket>` and `GET /storage/file/<path>?expires=&sign=`: the two halves of object storage. */
export function serveStorage(files: FileStore, store: Store) {
  return async (req: IncomingMessage, res: ServerResponse, url: URL): Promise<void> => {
    const [, , kind, ...rest] = url.pathname.split('/');
    if (req.headers.origin) allowOrigin(res, req.headers.origin);
    if (req.method === 'OPTIONS') return sendText(res, 204, '');
    if (kind === 'upload' && (req.method === 'PUT' || req.method === 'POST'))
      return upload(req, res, rest[0] ?? '');
    if (kind === 'file' && (req.method === 'GET' || req.method === 'HEAD'))
      return download(req, res, rest, url);
    throw new Refusal(404, 'NOT_FOUND', { zh: '没有这个文件地址', en: 'No such storage address' });
  };

  async function upload(req: IncomingMessage, res: ServerResponse, ticket: string): Promise<void> {
    const contents = await readBody(req, MAX_FILE);
    try {
      files.upload(ticket, contents, req.headers['content-type'] ?? '');
      await store.settled();
      sendText(res, 200, '');
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      // As object storage answers, which is what the SDK reads.
      const xml = `<?xml version='1.0' encoding='utf-8' ?><Error><Code>AccessDenied</Code><Message>${error.message}</Message><RequestId>-</RequestId><TraceId>-</TraceId></Error>`;
      sendText(res, 403, xml, { 'content-type': 'application/xml' });
    }
  }

  function download(req: IncomingMessage, res: ServerResponse, parts: string[], url: URL): void {
    const [expires, sign] = [url.searchParams.get('expires') ?? '', url.searchParams.get('sign') ?? ''];
    // `%`, `?` and `#` come encoded twice from the SDK; the signature tells which reading is meant.
    const once = decoded(parts.join('/'));
    const found = files.open(once, expires, sign) ?? files.open(decoded(once), expires, sign);
    if (!found)
      throw new Refusal(403, 'LINK_INVALID', {
        zh: '链接无效或已过期',
        en: 'The link is invalid or has expired',
      });
    const { file } = found;
    const extension = file.path.split('.').pop()?.toLowerCase() ?? '';
    // Never sniffed and never run: what people upload is data.
    res.writeHead(200, {
      'content-type': TYPES[extension] ?? (file.contentType || 'application/octet-stream'),
      'content-length': String(file.size),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'",
      'cache-control': 'private, max-age=600',
    });
    if (req.method === 'HEAD') res.end();
    else
      found
        .read()
        .on('error', () => res.destroy())
        .pipe(res);
  }
}

/** Every own origin (the server lets no other in) may use the files of the first one, as a bucket's CORS rule allows a site. */
function allowOrigin(res: ServerResponse, origin: string): void {
  res.setHeader('access-control-allow-origin', origin);
  res.setHeader('access-control-allow-methods', 'GET, HEAD, PUT, POST, OPTIONS');
  res.setHeader('access-control-allow-headers', '*, authorization');
  res.setHeader('vary', 'origin');
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return '';
  }
}
