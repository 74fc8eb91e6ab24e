import { createHmac, randomBytes } from 'node:crypto';
import { Refusal } from '../../domain/error/refusal';
import type { Person } from '../../domain/person/person';
import { cloud } from './cloud';
import { secret } from './secret';

/** `cloud://<environment>/media/<nonce>-<seal>/<name>` */
const OWN_FILE = /^cloud:\/\/[^/]+\/media\/([a-z0-9]{8,40})-([a-f0-9]{24})\/[A-Za-z0-9_-]+\.[a-z0-9]+$/;

/** A fresh folder for a person's uploads. Its name shows to nobody whose it is; the server can still tell. */
export function newFolder(person: string): string {
  return folder(person, randomBytes(6).toString('hex'));
}

/** The folder under this nonce (lower-case letters and digits). */
export function folder(person: string, nonce: string): string {
  return `media/${nonce}-${seal(person, nonce)}`;
}

function seal(person: string, nonce: string): string {
  return createHmac('sha256', secret()).update(`folder ${person} ${nonce}`).digest('hex').slice(0, 24);
}

/** @throws Refusal NOT_YOURS when a file was not uploaded by this person */
export function ownFiles(files: readonly string[] | undefined, person: Person, path: string): void {
  files?.forEach((file, index) => {
    const [, nonce, sealed] = OWN_FILE.exec(file) ?? [];
    if (!nonce || sealed !== seal(person._id, nonce))
      throw new Refusal('NOT_YOURS', { path: `${path}.${index}` });
  });
}

/** Addresses that open for an hour, by file id; a file that is gone is left out. */
export async function temporaryUrls(files: readonly string[]): Promise<Map<string, string>> {
  if (files.length === 0) return new Map();
  const { fileList } = await cloud.getTempFileURL({
    fileList: files.map((fileID) => ({ fileID, maxAge: 3600 })),
  });
  return new Map(
    fileList.filter((file) => file.code === 'SUCCESS').map((file) => [file.fileID, file.tempFileURL]),
  );
}
