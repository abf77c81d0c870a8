import { strToU8, zipSync } from 'fflate';

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

export function relationsOf(...targets: readonly (readonly [id: string, type: string, target: string])[]): string {
  const list = targets.map(([id, type, target]) => `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`);
  return `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`;
}

/** What another program might write: one sheet 表一 with the text given, plus parts that override or add to the usual ones. */
export function foreignFile(sheet: string, parts: Readonly<Record<string, string | Uint8Array>> = {}): Uint8Array {
  const all: Record<string, string | Uint8Array> = {
    '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
    '_rels/.rels': relationsOf(['rId1', 'officeDocument', 'xl/workbook.xml']),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheets><sheet name="表一" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': relationsOf(
      ['rId1', 'worksheet', 'worksheets/sheet1.xml'],
      ['rId2', 'sharedStrings', 'sharedStrings.xml'],
      ['rId3', 'styles', 'styles.xml'],
    ),
    'xl/worksheets/sheet1.xml': sheet,
    ...parts,
  };
  return zipSync(Object.fromEntries(Object.entries(all).map(([path, part]) => [path, typeof part === 'string' ? strToU8(part) : part])));
}

/** A worksheet part round these rows, with what follows them. */
export function worksheet(rows: string, after = ''): string {
  return `<?xml version="1.0"?><worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}"><sheetData>${rows}</sheetData>${after}</worksheet>`;
}

export function sharedStrings(...items: readonly string[]): string {
  return `<sst xmlns="${MAIN}">${items.join('')}</sst>`;
}

/** Styles whose second format (s="1") shows dates. */
export const DATE_STYLES =
  `<styleSheet xmlns="${MAIN}"><numFmts count="1"><numFmt numFmtId="200" formatCode="yyyy&quot;年&quot;m&quot;月&quot;"/></numFmts>` +
  '<fonts><font><sz val="12"/><name val="宋体"/></font></fonts><fills><fill/></fills><borders><border/></borders>' +
  '<cellXfs><xf numFmtId="0" fontId="0"/><xf numFmtId="200" fontId="0"/><xf numFmtId="2" fontId="0"/></cellXfs></styleSheet>';
