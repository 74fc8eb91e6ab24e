import { createHash } from 'node:crypto';
import type { AreaCode } from '../../domain/area/area';
import type { ImportCheck, ImportProgress } from '../../domain/contract/views';
import { Refusal } from '../../domain/error/refusal';
import { type Person, postsOf } from '../../domain/person/person';
import { check } from '../../domain/registry/check';
import { FAULTS_TOLD, type Import } from '../../domain/registry/import';
import { type Plan, planOf, writesOf } from '../../domain/registry/plan';
import type { Book } from '../../domain/registry/rows';
import { MINUTE, type Millis } from '../../domain/time/shanghai';
import { insert } from '../kit/aggregate';
import { now } from '../kit/clock';
import { _, cloud } from '../kit/cloud';
import { all, collection, one } from '../kit/collections';
import { folder } from '../kit/files';
import { readBook } from './book';
import { recount } from './counts';
import { standingFor } from './standing';
import { writePlan } from './writing';

/** A run that died holds the import no longer than a function may live. */
const LEASE: Millis = 2 * MINUTE;

interface Part {
  import: string;
  name: string;
  part: number;
  of: number;
  base64: string;
}

export async function takePart({ import: id, name, part, of, base64 }: Part, person: Person, at: Millis) {
  const cloudPath = `${folder(person._id, id.slice(0, 24))}/${part}.part`;
  const { fileID } = await cloud.uploadFile({ cloudPath, fileContent: Buffer.from(base64, 'base64') });
  const parts = { [part]: fileID };
  const by = { person: person._id, name: person.name };
  const fresh: Import = {
    _id: id,
    rev: 0,
    state: 'uploading',
    name,
    by,
    at,
    scope: scopeOf(person),
    parts,
    of,
  };
  if (await insert('imports', fresh)) return { parts: 1, of, asOf: at };
  await collection('imports')
    .where({ _id: id })
    .update({ [`parts.${part}`]: fileID, of, name, rev: _.inc(1) });
  const known = await found(id);
  return { parts: Object.keys(known.parts).length, of, asOf: at };
}

/** The dry run: every fault, and what would change. Writes nothing but what it found. */
export async function checkImport(id: string, person: Person, at: Millis): Promise<ImportCheck> {
  const it = await found(id);
  const { faults, plan } = await examine(await bookOf(it), scopeOf(person), at);
  if (it.state !== 'applying')
    await save(it, {
      state: faults.length > 0 ? 'refused' : 'checked',
      tallies: plan.tallies,
      faults: faults.length,
    });
  return {
    tallies: plan.tallies,
    links: plan.links,
    faults: faults.slice(0, FAULTS_TOLD),
    count: faults.length,
    asOf: at,
  };
}

/**
 * Begins an import or goes on with it. Nothing is written while one row is wrong; once begun it only rolls forward:
 * whoever calls next, the page or the timer, writes what still differs.
 * @throws Refusal NOT_FOUND, NOT_NOW
 */
export async function applyImport(
  id: string,
  person: Person,
  at: Millis,
  until: Millis,
): Promise<ImportProgress> {
  const it = await found(id);
  if (it.state === 'applying') return goOn(it, at, until);
  const book = await bookOf(it);
  const scope = scopeOf(person);
  const { faults, plan } = await examine(book, scope, at);
  if (faults.length > 0) {
    await save(it, { state: 'refused', tallies: plan.tallies, faults: faults.length });
    throw new Refusal('NOT_NOW', {
      path: 'import',
      words: {
        zh: `还有 ${faults.length} 处要改，什么都没有写入`,
        en: `${faults.length} faults; nothing was written`,
      },
    });
  }
  const by = { person: person._id, name: person.name };
  const total = writesOf(plan);
  const begun = {
    ...it,
    state: 'applying',
    scope,
    by,
    from: at,
    total,
    done: 0,
    leaseUntil: at + LEASE,
  } as const;
  if (!(await save(it, begun))) throw new Refusal('CONFLICT');
  return write({ ...begun, rev: it.rev + 1 }, book, plan, until);
}

/** For the timer: what a crash or a closed page left. */
export async function goOnWithImports(at: Millis, until: Millis): Promise<Record<string, number>> {
  const left = await all('imports', (some) => some.where({ state: 'applying' }).limit(10));
  let done = 0;
  for (const it of left) {
    if (now() >= until) break;
    try {
      done += (await goOn(it, at, until)).state === 'done' ? 1 : 0;
    } catch (error) {
      console.error('[registry]', it._id, error);
    }
  }
  return { left: left.length, done };
}

async function goOn(it: Import, at: Millis, until: Millis): Promise<ImportProgress> {
  const somebodyElse = (it.leaseUntil ?? 0) > at;
  if (somebodyElse || !(await save(it, { leaseUntil: at + LEASE }))) return progress(it, at);
  const book = await bookOf(it);
  const plan = planOf(book, await standingFor(book, it.scope), it.from ?? at);
  return write({ ...it, rev: it.rev + 1 }, book, plan, until);
}

async function write(it: Import, book: Book, plan: Plan, until: Millis): Promise<ImportProgress> {
  const wanted = writesOf(plan);
  try {
    const written = await writePlan(plan, () => now() < until);
    const done = Math.max(0, (it.total ?? wanted) - wanted + written);
    // Counting takes its time, too: it waits for the next call when this one has written to the end of its own.
    if (written < wanted || (written > 0 && now() >= until)) {
      await save(it, { done, leaseUntil: 0 });
      return progress({ ...it, done }, now());
    }
    await recount([...book.grids.map(({ code }) => code), ...book.households.map(({ area }) => area)]);
    const last = { state: 'done', done: it.total ?? wanted, doneAt: now(), leaseUntil: 0 } as const;
    await save(it, last);
    return progress({ ...it, ...last }, now());
  } catch (error) {
    await save(it, { leaseUntil: 0 }).catch(() => false);
    throw error;
  }
}

function progress({ state, done = 0, total = 0 }: Import, at: Millis): ImportProgress {
  return { state: state === 'done' ? 'done' : 'applying', done, of: total, asOf: at };
}

async function examine(book: Book, scope: readonly AreaCode[], at: Millis) {
  const standing = await standingFor(book, scope);
  return { faults: check(book, standing, at), plan: planOf(book, standing, at) };
}

function scopeOf(person: Person): AreaCode[] {
  return postsOf(person, 'admin').map(({ area }) => area);
}

async function found(id: string): Promise<Import> {
  const it = await one('imports', id);
  if (!it) throw new Refusal('NOT_FOUND', { path: 'import' });
  return it;
}

/** False when somebody else wrote it in between. */
async function save({ _id, rev }: Import, change: Partial<Import>): Promise<boolean> {
  const { parts: _parts, ...fields } = change;
  const { tallies, by, scope, ...plain } = fields;
  const objects = Object.entries({ tallies, by, scope }).filter(([, value]) => value !== undefined);
  const { updated } = await collection('imports')
    .where({ _id, rev })
    .update({
      ...Object.fromEntries(Object.entries(plain).filter(([key]) => key !== '_id' && key !== 'rev')),
      ...Object.fromEntries(objects.map(([key, value]) => [key, _.set(value)])),
      rev: _.inc(1),
    });
  return updated === 1;
}

/** @throws Refusal NOT_NOW while parts are missing, BAD_INPUT when they are not the file that they were said to be */
async function bookOf({ _id, parts, of }: Import): Promise<Book> {
  const pieces: Buffer[] = [];
  for (let part = 0; part < of; part += 1) {
    const fileID = parts[part];
    if (!fileID)
      throw new Refusal('NOT_NOW', {
        path: 'import',
        words: { zh: '文件还没有传完', en: 'Parts are missing' },
      });
    const { fileContent } = await cloud.downloadFile({ fileID });
    pieces.push(Buffer.from(fileContent ?? ''));
  }
  const content = Buffer.concat(pieces);
  if (createHash('sha256').update(content).digest('hex') !== _id)
    throw new Refusal('BAD_INPUT', {
      path: 'import',
      words: { zh: '文件没有传对，请再传一次', en: 'The file arrived damaged; send it again' },
    });
  return readBook(content);
}
