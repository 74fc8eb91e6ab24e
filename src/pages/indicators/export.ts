import Taro from '@tarojs/taro';

/**
 * A file on a PC; on a phone, where a mini program has no folder to save it to, the clipboard.
 * @returns whether it was copied rather than saved
 */
export async function exportTable(name: string, csv: string): Promise<boolean> {
  if (process.env.TARO_ENV !== 'h5') {
    await Taro.setClipboardData({ data: csv });
    return true;
  }
  // The mark tells spreadsheets that it is UTF-8.
  const url = URL.createObjectURL(new Blob([`\uFEFF${csv}`], { type: 'text/csv;charset=utf-8' }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  URL.revokeObjectURL(url);
  return false;
}
