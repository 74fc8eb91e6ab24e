import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { refuseForeign } from './guard';
import { Refusal, sendRefusal } from './reply';

export type Handler = (req: IncomingMessage, res: ServerResponse, url: URL) => void | Promise<void>;

export interface HttpServer {
  readonly ports: number[];
  /** One per port, `http://127.0.0.1:<port>`. */
  readonly origins: string[];
  /** The longest matching prefix serves. */
  route(prefix: string, handler: Handler): void;
  close(): Promise<void>;
}

export async function listen(
  port: number,
  extraPorts: number[],
  log: (line: string) => void,
): Promise<HttpServer> {
  const routes: { prefix: string; handler: Handler }[] = [];
  const allowed = new Set<string>();
  const serve = (req: IncomingMessage, res: ServerResponse) => void answer(req, res, routes, allowed, log);

  const first = createServer(serve);
  await bind(first, port);
  const servers = [first];
  for (const extra of extraPorts) {
    const server = createServer(serve);
    await bind(server, extra).catch(() => bind(server, 0));
    servers.push(server);
  }
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  for (const each of ports)
    for (const host of ['127.0.0.1', 'localhost', '[::1]']) allowed.add(`http://${host}:${each}`);

  return {
    ports,
    origins: ports.map((each) => `http://127.0.0.1:${each}`),
    route(prefix, handler) {
      routes.push({ prefix, handler });
      routes.sort((a, b) => b.prefix.length - a.prefix.length);
    },
    async close() {
      await Promise.all(servers.map(closeServer));
    },
  };
}

function bind(server: Server, port: number): Promise<void> {
  // Longer than any client keeps a free connection, so that the server is never the one to close it under a request.
  server.keepAliveTimeout = 65_000;
  server.requestTimeout = 0;
  return new Promise((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, '127.0.0.1', () => {
      server.off('error', reject);
      resolve();
    });
  });
}

function closeServer(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

async function answer(
  req: IncomingMessage,
  res: ServerResponse,
  routes: { prefix: string; handler: Handler }[],
  allowed: ReadonlySet<string>,
  log: (line: string) => void,
): Promise<void> {
  try {
    refuseForeign(req, () => allowed);
    const url = new URL(req.url ?? '/', 'http://127.0.0.1');
    const route = routes.find(({ prefix }) => covers(prefix, url.pathname));
    if (!route)
      throw new Refusal(404, 'NOT_FOUND', { zh: '没有这个地址', en: `Nothing is served at ${url.pathname}` });
    await route.handler(req, res, url);
  } catch (error) {
    if (error instanceof Refusal) return sendRefusal(res, error);
    log(`${req.method} ${req.url}: ${error instanceof Error ? error.stack : String(error)}`);
    if (res.headersSent) res.destroy();
    else
      sendRefusal(
        res,
        new Refusal(500, 'INTERNAL', { zh: '本地云内部错误', en: 'The embedded cloud failed; see its log' }),
      );
  }
}

/** `/admin` covers `/admin` and `/admin/x`, not `/administrator`; a prefix with a slash at its end covers what follows. */
function covers(prefix: string, path: string): boolean {
  return path === prefix || path.startsWith(prefix.endsWith('/') ? prefix : `${prefix}/`);
}
