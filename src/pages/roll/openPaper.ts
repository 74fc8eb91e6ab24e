import Taro from '@tarojs/taro';

/** A download in a browser; on a phone WeChat shows it, and can pass it on. */
export async function openPaper(url: string, name: string): Promise<void> {
  if (process.env.TARO_ENV === 'h5') {
    const link = document.createElement('a');
    link.href = url;
    link.download = name;
    link.click();
    return;
  }
  const { tempFilePath } = await Taro.downloadFile({ url });
  // Several in one file: WeChat does not open those, but passes them on to a PC.
  if (name.endsWith('.zip')) {
    await Taro.shareFileMessage({ filePath: tempFilePath, fileName: name });
    return;
  }
  await Taro.openDocument({ filePath: tempFilePath, showMenu: true });
}
