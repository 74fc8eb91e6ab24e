import { z } from 'zod';
import { PlatformError } from '../errors';
import type { FileStore } from '../storage/files';
import { read, type WireAnswer, type WireRequest } from './wire';

type StorageAction = (request: WireRequest, files: FileStore, base: string) => WireAnswer;

const MISSING = 'STORAGE_FILE_NONEXIST';

export const STORAGE_ACTIONS: Record<string, StorageAction> = {
  'storage.getUploadMetadata'(request, files, base) {
    const { path } = read(request, z.object({ path: z.string() }));
    const { fileId, ticket } = files.prepareUpload(path);
    // The SDK sends the four values back as headers of its PUT, as to COS.
    return {
      data: {
        url: `${base}/storage/upload/${ticket}`,
        token: ticket,
        authorization: ticket,
        fileId,
        cosFileId: ticket,
      },
    };
  },
  'storage.batchGetDownloadUrl'(request, files, base) {
    const entry = z.object({ fileid: z.string(), max_age: z.number().optional() });
    const { file_list: list } = read(request, z.object({ file_list: z.array(entry).max(50) }));
    const answers = list.map(({ fileid, max_age }) => {
      const link = files.link(fileid, max_age);
      return link
        ? { code: 'SUCCESS', fileID: fileid, tempFileURL: `${base}${link}` }
        : { code: MISSING, fileID: fileid, tempFileURL: '' };
    });
    return { data: { download_list: answers } };
  },
  'storage.batchDeleteFile'(request, files) {
    const { fileid_list: list } = read(request, z.object({ fileid_list: z.array(z.string()).max(50) }));
    return {
      data: {
        delete_list: list.map((fileID) => ({ fileID, code: files.remove(fileID) ? 'SUCCESS' : MISSING })),
      },
    };
  },
  'storage.batchCopyFile'(request, files) {
    const entry = z.object({
      src_path: z.string(),
      dst_path: z.string(),
      overwrite: z.boolean().optional(),
      remove_original: z.boolean().optional(),
    });
    const { file_list: list } = read(request, z.object({ file_list: z.array(entry).max(50) }));
    return { data: { copy_list: list.map((item) => copyOne(item, files)) } };
  },
};

function copyOne(
  item: { src_path: string; dst_path: string; overwrite?: boolean; remove_original?: boolean },
  files: FileStore,
) {
  try {
    const fileId = files.copy(
      item.src_path,
      item.dst_path,
      item.overwrite ?? true,
      item.remove_original ?? false,
    );
    return { code: 'SUCCESS', fileId };
  } catch (error) {
    if (error instanceof PlatformError) return { code: error.code, message: error.message };
    throw error;
  }
}
