import type { HomeView } from '../../domain/contract/views';
import { cloud } from '../services/cloud';
import type { LocalFile } from '../services/device';
import { currentFolder, rememberHome } from './session';

/** By path on this phone: a second try after a dead line sends the same ids, so it stays the same command. */
const landed = new Map<string, string>();

/** @returns the file's id in cloud storage @throws CloudError */
export async function upload(file: LocalFile): Promise<string> {
  const known = landed.get(file.path);
  if (known !== undefined) return known;
  const id = await cloud.upload(file, await folder());
  landed.set(file.path, id);
  return id;
}

/** One after the other: a weak line carries one photo better than three at once. */
export async function uploadAll(files: readonly LocalFile[]): Promise<string[]> {
  const ids: string[] = [];
  for (const file of files) ids.push(await upload(file));
  return ids;
}

/** A message can open a problem on a phone where home was never seen: then ask who this is. */
async function folder(): Promise<string> {
  if (currentFolder() === '') rememberHome((await cloud.call('home.open', {})) as HomeView);
  return currentFolder();
}
