import { Refusal } from '../../domain/error/refusal';
import type { Person } from '../../domain/person/person';
import { cloud } from './cloud';

/** Where a person's uploads live; both builds upload below it. */
export function mediaFolder(person: string): string {
  return `media/${person}/`;
}

/** @throws Refusal NOT_YOURS when a file was not uploaded by this person */
export function ownFiles(files: readonly string[] | undefined, person: Person, path: string): void {
  files?.forEach((file, index) => {
    if (!file.includes(`/${mediaFolder(person._id)}`) || file.includes('..')) {
      throw new Refusal('NOT_YOURS', { path: `${path}.${index}` });
    }
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
