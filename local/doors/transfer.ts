import type { ServerResponse } from 'node:http';
import { z } from 'zod';
import { readBody } from '../http/body';
import { Refusal, sendJson } from '../http/reply';
import type { Handler } from '../http/server';
import type { FileStore } from '../storage/files';
import type { Doc } from '../store/document';
import { parse } from '../store/ejson';
import type { Store } from '../store/store';
import type { Phones } from '../wechat/phone';
import { refusalOf } from './refusals';

/** The whole state as lines of JSON: a header, then collections, documents, files and phones, each line one thing. */
const FORMAT = 'embedded-cloud';
const VERSION = 1;
const MAX_IMPORT = 512 * 1024 * 1024;

export interface Transfer {
  store: Store;
  files: FileStore;
  phones: Phones;
  clock: { now(): number; set(ms: number): Promise<void> };
}

const header = z.object({ format: z.literal(FORMAT), version: z.number().int(), now: z.number() });
const line = z.union([
  z.object({ collection: z.string() }),
  z.object({ in: z.string(), doc: z.unknown() }),
  z.object({ file: z.string(), type: z.string(), base64: z.string() }),
  z.object({ consent: z.object({ openid: z.string(), template: z.string(), left: z.number() }) }),
  z.object({ message: z.looseObject({ openid: z.string() }) }),
]);
type Line = z.infer<typeof line>;

export function exportDoor(transfer: Transfer): Handler {
  return async (_req, res) => {
    await transfer.store.settled();
    res.writeHead(200, {
      'content-type': 'application/x-ndjson; charset=utf-8',
      'content-disposition': 'attachment; filename="cloud.ndjson"',
    });
    for (const text of exportLines(transfer)) {
      if (!res.write(`${text}\n`)) await drained(res);
      if (res.destroyed) return;
    }
    res.end();
  };
}

function drained(res: ServerResponse): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      res.off('drain', done).off('close', done);
      resolve();
    };
    res.on('drain', done).on('close', done);
  });
}

function* exportLines({ store, files, phones, clock }: Transfer): Generator<string> {
  yield JSON.stringify({ format: FORMAT, version: VERSION, now: clock.now() });
  for (const collection of store.collections()) {
    yield JSON.stringify({ collection });
    // The stored text is already the notation of the file.
    for (const text of store.texts(collection)) yield `{"in":${JSON.stringify(collection)},"doc":${text}}`;
  }
  for (const { path, contentType } of files.list()) {
    yield JSON.stringify({ file: path, type: contentType, base64: files.contents(path).toString('base64') });
  }
  for (const consent of phones.consents()) yield JSON.stringify({ consent });
  for (const message of phones.messages(undefined, 1_000_000).reverse()) yield JSON.stringify({ message });
}

/** Replaces everything with an exported state, or changes nothing when a line cannot be read. */
export function importDoor(transfer: Transfer): Handler {
  return async (req, res) => {
    if (req.method !== 'POST')
      throw new Refusal(405, 'METHOD_NOT_ALLOWED', { zh: '只支持 POST', en: 'POST only' });
    const text = (await readBody(req, MAX_IMPORT)).toString('utf8');
    const lines = text.split('\n').filter((each) => each !== '');
    const head = readLine(lines[0] ?? '', 1, header);
    if (head.version > VERSION) throw unreadable(1, `version ${head.version} is newer than ${VERSION}`);
    const rest = lines.slice(1).map((each, n) => readLine(each, n + 2, line));
    const documents = await replaceOrKeep(transfer, rest);
    await transfer.clock.set(head.now);
    await transfer.store.settled();
    sendJson(res, 200, { ok: true, data: { documents } });
  };
}

function readLine<T>(text: string, number: number, schema: z.ZodType<T>): T {
  try {
    const parsed = schema.safeParse(JSON.parse(text));
    if (parsed.success) return parsed.data;
  } catch {
    // Told below, as for any other line that does not conform.
  }
  throw unreadable(number, 'not a line of an export');
}

function unreadable(number: number, why: string): Refusal {
  return new Refusal(
    400,
    'INVALID_IMPORT',
    { zh: `第 ${number} 行无法读取`, en: `Line ${number}: ${why}` },
    `line ${number}`,
  );
}

/** One change for rows and names; contents of files go or come to stay only once it is on disk. */
async function replaceOrKeep(transfer: Transfer, lines: Line[]): Promise<number> {
  const { store, files } = transfer;
  try {
    return store.sqlite.write(() => replaceAll(transfer, lines));
  } catch (error) {
    throw refusalOf(error);
  } finally {
    await store.settled();
    files.sweep();
  }
}

function replaceAll({ store, files, phones }: Transfer, lines: Line[]): number {
  store.clear();
  files.clear();
  phones.clear();
  let documents = 0;
  for (const each of lines) {
    if ('collection' in each) {
      if (!store.collections().includes(each.collection)) store.createCollection(each.collection);
    } else if ('in' in each) {
      store.bulkInsert(each.in, [parse(JSON.stringify(each.doc)) as Doc]);
      documents++;
    } else if ('file' in each) files.put(each.file, Buffer.from(each.base64, 'base64'), each.type);
    else if ('consent' in each) phones.consent(each.consent.openid, each.consent.template, each.consent.left);
    else phones.deliver(each.message as unknown as Parameters<Phones['deliver']>[0]);
  }
  return documents;
}
