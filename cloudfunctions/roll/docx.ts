import { strToU8, zipSync } from 'fflate';
import type { Letter } from '../../domain/roll/letter';

/** One file for each unit, so that none reads of another's people; zipped together. */
export function lettersZip(letters: readonly Letter[]): Buffer {
  const files = letters.map(
    (letter, index) => [`${index + 1}-${fileName(letter.unit)}.docx`, docxOf(letter)] as const,
  );
  return zipped(Object.fromEntries(files));
}

function fileName(unit: string): string {
  return unit.replace(/[\\/:*?"<>|]/g, '_');
}

/** Always the same moment: the same letters make the same file. */
function zipped(files: Record<string, Uint8Array>): Buffer {
  return Buffer.from(zipSync(files, { mtime: '2000-01-01' }));
}

/**
 * The few parts of WordprocessingML (ECMA-376, part 1) that a letter needs: paragraphs and one table.
 * A library for it would put the function over what a bundle may weigh.
 */
function docxOf(letter: Letter): Buffer {
  const parts: Record<string, string> = {
    '[Content_Types].xml': CONTENT_TYPES,
    '_rels/.rels': RELATIONSHIPS,
    'word/document.xml': `${XML}<w:document xmlns:w="${MAIN}"><w:body>${page(letter)}${SECTION}</w:body></w:document>`,
  };
  const files = Object.entries(parts).map(([name, xml]) => [name, strToU8(xml)] as const);
  return zipped(Object.fromEntries(files));
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const MAIN = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
const DOCUMENT = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';

const CONTENT_TYPES = `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${DOCUMENT}"/></Types>`;
const RELATIONSHIPS = `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`;
/** A4 upright with the margins of official letters, in twentieths of a point. */
const SECTION =
  '<w:sectPr><w:pgSz w:w="11906" w:h="16838"/><w:pgMar w:top="2098" w:right="1474" w:bottom="1984" w:left="1587" w:header="851" w:footer="992" w:gutter="0"/></w:sectPr>';

interface Look {
  align?: 'center' | 'right';
  bold?: boolean;
  /** In half points. */
  size?: number;
  /** Two characters in, as a Chinese paragraph begins. */
  indent?: boolean;
}

const TITLE: Look = { align: 'center', bold: true, size: 40 };
const BODY: Look = { size: 32 };
const SMALL: Look = { size: 24 };

function page({ title, before, head, rows, after, signature }: Letter): string {
  return [
    paragraph(title, TITLE),
    ...before.map((text, index) => paragraph(text, { ...BODY, indent: index > 0 })),
    table([head, ...rows]),
    ...after.map((text) => paragraph(text, { ...SMALL, indent: true })),
    ...signature.map((text) => paragraph(text, { ...BODY, align: 'right' })),
  ].join('');
}

function paragraph(text: string, { align, bold, size = 24, indent }: Look): string {
  const properties = [
    indent ? '<w:ind w:firstLineChars="200"/>' : '',
    align ? `<w:jc w:val="${align}"/>` : '',
  ].join('');
  const run = `${bold ? '<w:b/>' : ''}<w:sz w:val="${size}"/>`;
  return `<w:p><w:pPr>${properties}</w:pPr><w:r><w:rPr><w:rFonts w:eastAsia="宋体"/>${run}</w:rPr><w:t xml:space="preserve">${escaped(text)}</w:t></w:r></w:p>`;
}

const BORDERS = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV']
  .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>`)
  .join('');

function table([head = [], ...rows]: readonly string[][]): string {
  const row = (cells: readonly string[], bold: boolean) =>
    `<w:tr>${bold ? '<w:trPr><w:tblHeader/></w:trPr>' : ''}${cells
      .map((text) => `<w:tc>${paragraph(text, { ...SMALL, bold })}</w:tc>`)
      .join('')}</w:tr>`;
  const grid = head.map(() => '<w:gridCol/>').join('');
  return `<w:tbl><w:tblPr><w:tblW w:w="5000" w:type="pct"/><w:tblBorders>${BORDERS}</w:tblBorders></w:tblPr><w:tblGrid>${grid}</w:tblGrid>${row(head, true)}${rows.map((cells) => row(cells, false)).join('')}</w:tbl>`;
}

const ENTITIES: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Also without the control characters that XML does not know. */
function escaped(text: string): string {
  return [...text]
    .filter((character) => character >= ' ' || character === '\n' || character === '\t')
    .map((character) => ENTITIES[character] ?? character)
    .join('');
}
