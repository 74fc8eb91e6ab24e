import { type Queued, type QueuedFile, replaced, stands, uploaded } from '../../domain/command/queue';
import type { HomeView } from '../../domain/contract/views';
import { cloud, fileLost, full, newCommandId } from '../services/cloud';
import { device, type LocalFile } from '../services/device';
import { currentFolder, rememberHome } from './session';
import { shelf } from './shelf';

/** Addresses by path on this phone: a command that was refused and mended does not send its photos again. */
const landed = new Map<string, string>();

/** Path of the page's picture, by the id it is kept under. */
const shown = new Map<string, string>();

/**
 * Keeps what the input names by its path, and puts in its place what will become its address.
 * @throws CloudError FULL; then nothing is kept
 */
export async function keepFiles(
  input: unknown,
  files: readonly LocalFile[],
): Promise<{ input: unknown; files: QueuedFile[] }> {
  let told = input;
  const kept: QueuedFile[] = [];
  for (const file of files) {
    const address = landed.get(file.path);
    if (address !== undefined) {
      told = replaced(told, file.path, address);
      continue;
    }
    const id = newCommandId();
    if (!(await device.files.keep(id, file))) {
      await device.files.drop(kept.map((one) => one.id));
      throw full();
    }
    shown.set(id, file.path);
    kept.push({ id, kind: file.kind, mime: file.mime, size: file.size });
    told = replaced(told, file.path, stands(id));
  }
  return { input: told, files: kept };
}

/**
 * Uploads what the command speaks of, one after the other: a weak line carries one photo better than three at once.
 * Each address is written into the kept command before anything else happens, so every later try says the same.
 * @throws CloudError
 */
export async function uploadFiles(command: Queued): Promise<Queued> {
  let ready = command;
  for (const file of command.files) {
    // The mime type came from a LocalFile; storage only widened it.
    const local = await device.files.open(file.id, { ...file, mime: file.mime as LocalFile['mime'] });
    if (local === undefined) throw fileLost();
    const address = await cloud.upload(local, await folder());
    const path = shown.get(file.id);
    if (path !== undefined) landed.set(path, address);
    ready = uploaded(ready, file.id, address);
    if (!shelf.put(ready)) throw full();
    await device.files.drop([file.id]);
  }
  return ready;
}

/** Longer than any file waits between being kept and its command being written, ms. */
const ORPHAN_MS = 3_600_000;

/** The app may have been killed between the two: such a file belongs to no command. */
export async function dropOrphans(): Promise<void> {
  const ids = await device.files.ids();
  const wanted = new Set(shelf.list().flatMap(({ files }) => files.map(({ id }) => id)));
  await device.files.drop(ids.filter((id) => !wanted.has(id) && madeAt(id) < Date.now() - ORPHAN_MS));
}

/** Command ids begin with the time, in hex. */
function madeAt(id: string): number {
  return Number.parseInt(id.replace('-', '').slice(0, 12), 16) || 0;
}

/** A message can open a problem on a phone where home was never seen: then ask who this is. */
async function folder(): Promise<string> {
  if (currentFolder() === '') rememberHome((await cloud.call('home.open', {})) as HomeView);
  return currentFolder();
}
