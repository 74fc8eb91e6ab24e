import Papa from 'papaparse';
import writeXlsx from 'write-excel-file/universal';
import { EXPLANATIONS, KINDS, type Kind, SHEETS } from '../../domain/registry/sheets';

type Rows = readonly (readonly string[])[];

/** A sheet of one kind, header first. */
export function xlsxOf(kind: Kind, rows: Rows): Promise<Buffer> {
  return bytesOf([sheetOf(kind, rows)]);
}

/** With the mark that makes Excel read it as UTF-8; what looks like a formula is not one. */
export function csvOf(kind: Kind, rows: Rows): Buffer {
  const heads = SHEETS[kind].columns.map(({ head }) => head);
  return Buffer.from(
    `\ufeff${Papa.unparse([heads, ...rows.map((row) => [...row])], { escapeFormulae: true })}\r\n`,
  );
}

/** The three sheets with an example row each, and what may stand in each column. */
export function templateXlsx(): Promise<Buffer> {
  const explanations = KINDS.flatMap((kind) =>
    SHEETS[kind].columns.map(({ head, needed, explain }) => [
      SHEETS[kind].name,
      head,
      needed ? '必填' : '可空',
      explain,
    ]),
  );
  return bytesOf([
    ...KINDS.map((kind) => sheetOf(kind, [SHEETS[kind].columns.map(({ example }) => example)])),
    {
      sheet: EXPLANATIONS,
      columns: [{ width: 8 }, { width: 14 }, { width: 8 }, { width: 80 }],
      data: [['表', '列', '', '怎么填（以“例：”开头的行不导入）'].map(bold), ...explanations.map(plain)],
    },
  ]);
}

const bold = (value: string) => ({ value, type: String, fontWeight: 'bold' as const });
/** Codes of 15 digits are text: as numbers Excel would show them as 1.50625E+14. */
const plain = (row: readonly string[]) =>
  row.map((value) => (value === '' ? null : { value, type: String, format: '@' }));

function sheetOf(kind: Kind, rows: Rows) {
  const { name, columns } = SHEETS[kind];
  return {
    sheet: name,
    stickyRowsCount: 1,
    columns: columns.map(({ width }) => ({ width })),
    data: [columns.map(({ head }) => bold(head)), ...rows.map(plain)],
  };
}

async function bytesOf(sheets: Parameters<typeof writeXlsx>[0]): Promise<Buffer> {
  const blob = await writeXlsx(sheets as never).toBlob();
  return Buffer.from(await blob.arrayBuffer());
}
