import writeXlsx from 'write-excel-file/universal';
import type { Cell, Table } from '../../domain/roll/table';

const bold = (value: string) => ({ value, type: String, fontWeight: 'bold' as const });

/** A figure stays a figure; a code of 15 digits stays a text. */
function cell(value: Cell) {
  if (value === undefined || value === '') return null;
  return typeof value === 'number'
    ? { value, type: Number }
    : { value, type: String, format: '@', wrap: true };
}

export async function xlsxOf(tables: readonly Table[]): Promise<Buffer> {
  const sheets = tables.map(({ name, head, widths, rows }) => ({
    sheet: name,
    stickyRowsCount: 1,
    columns: widths.map((width) => ({ width })),
    data: [head.map(bold), ...rows.map((row) => row.map(cell))],
  }));
  const blob = await writeXlsx(sheets as never).toBlob();
  return Buffer.from(await blob.arrayBuffer());
}
