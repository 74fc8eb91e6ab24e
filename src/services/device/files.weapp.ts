import Taro from '@tarojs/taro';
import type { KeptFiles } from './port';

/** WeChat empties its temporary folder as it likes; what lies under this path stays, 200 MB of it. */
const PREFIX = 'yige-';

function pathOf(id: string, mime: string): string {
  return `${Taro.env.USER_DATA_PATH}/${PREFIX}${id}.${mime.split('/')[1]}`;
}

/** `yige-<id>.<type>` */
function idIn(name: string): string | undefined {
  return name.startsWith(PREFIX) ? name.slice(PREFIX.length, name.lastIndexOf('.')) : undefined;
}

function names(): Promise<string[]> {
  return new Promise((resolve) => {
    Taro.getFileSystemManager().readdir({
      dirPath: Taro.env.USER_DATA_PATH ?? '',
      success: ({ files }) => resolve(files),
      fail: () => resolve([]),
    });
  });
}

export const files: KeptFiles = {
  // A copy, not a move: the page goes on showing the picture under its first path.
  keep: (id, file) =>
    new Promise((resolve) => {
      Taro.getFileSystemManager().copyFile({
        srcPath: file.path,
        destPath: pathOf(id, file.mime),
        success: () => resolve(true),
        fail: () => resolve(false),
      });
    }),

  open: (id, like) =>
    new Promise((resolve) => {
      const path = pathOf(id, like.mime);
      Taro.getFileSystemManager().access({
        path,
        success: () => resolve({ ...like, path }),
        fail: () => resolve(undefined),
      });
    }),

  async drop(ids) {
    if (ids.length === 0) return;
    for (const name of await names()) {
      const id = idIn(name);
      if (id === undefined || !ids.includes(id)) continue;
      await new Promise<void>((resolve) => {
        Taro.getFileSystemManager().unlink({
          filePath: `${Taro.env.USER_DATA_PATH}/${name}`,
          complete: () => resolve(),
        });
      });
    }
  },

  ids: async () => (await names()).flatMap((name) => idIn(name) ?? []),
};
