import { strToU8, zipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import type { Workbook } from 'hucre/xlsx';
import type { CellStyle } from '../sheet/model';
import type { Budget } from './budget';
import { withChineseFormats } from './chinese-format';
import { FileError } from './file-error';
import type { Package } from './package';
import type { WorkbookParts } from './part';
import type { ReadCells } from './read-cells';
import { DEFAULT_FONT, fromFileStyle } from './style';
import { withoutElements } from './xml-element';
import { encodeMarkup } from './xml-text';

const CARRIERS_PER_ROW = 1_000;
/** As many as a file can hold. */
const MOST_STYLES = 65_536;

/**
 * The file library's reading of all but the cells: it gets a package with nothing in it but the parts it is asked
 * for, and instead of the cells one cell for each style. Throws FileError tooLarge where it would get more markup
 * than it can stand: it keeps every tag.
 */
export async function readShell(
  file: Package,
  parts: WorkbookParts,
  cells: readonly ReadCells[],
  styleIndexes: readonly number[],
  budget: Budget,
): Promise<Workbook> {
  if (styleIndexes.length > MOST_STYLES) throw new FileError({ kind: 'tooLarge', measure: 'formats', limit: MOST_STYLES });
  const texts: Record<string, Uint8Array> = {};
  const add = (path: string, text: string): void => {
    budget.spend('formats', countTags(text));
    texts[path] = strToU8(text);
  };
  const relation = (id: string, type: string, target: string): string =>
    `<Relationship Id="${id}" Type="${RELATIONS}/${type}" Target="${target}"/>`;
  const relations = (list: readonly string[]): string =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${list.join('')}</Relationships>`;
  add('[Content_Types].xml', '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>');
  add('_rels/.rels', relations([relation('rId1', 'officeDocument', 'xl/workbook.xml')]));
  const listed = parts.listed.map((name, i) => `<sheet name="${encodeMarkup(name)}" sheetId="${i + 1}" r:id="s${i}"/>`);
  add('xl/workbook.xml', `<workbook><sheets>${listed.join('')}</sheets></workbook>`);
  if (parts.styles !== null) add('xl/styles.xml', withChineseFormats(file.text(parts.styles)));
  if (parts.theme !== null) add('xl/theme/theme1.xml', file.text(parts.theme));
  parts.sheets.forEach((sheet, i) => {
    const read = cells[i];
    const data = i === 0 ? `<sheetData>${carrierRows(styleIndexes)}</sheetData>` : '<sheetData/>';
    add(`xl/worksheets/sheet${i}.xml`, `${withoutElements(read?.before ?? '', 'cols')}${data}${withoutElements(read?.after ?? '', 'dataValidations', 'extLst')}`);
    const tables = sheet.tables.filter((path) => !/\bheaderRowCount="0"/.test(file.text(path).slice(0, 2_000)));
    tables.forEach((path, t) => add(`xl/tables/table${i}-${t}.xml`, file.text(path)));
    add(
      `xl/worksheets/_rels/sheet${i}.xml.rels`,
      relations(tables.map((_, t) => relation(`rId${t}`, 'table', `../tables/table${i}-${t}.xml`))),
    );
  });
  add(
    'xl/_rels/workbook.xml.rels',
    relations([
      ...parts.sheets.map(({ index }, i) => relation(`s${index}`, 'worksheet', `worksheets/sheet${i}.xml`)),
      ...(parts.styles === null ? [] : [relation('styles', 'styles', 'styles.xml')]),
    ]),
  );
  const wanted = new Set(parts.sheets.map(({ index }) => index));
  return readXlsx(zipSync(texts, { level: 0 }), { readStyles: true, dateSystem: '1900', sheets: ({ index }) => wanted.has(index) });
}

const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

function carrierRows(styleIndexes: readonly number[]): string {
  const rows: string[] = [];
  for (let from = 0; from < styleIndexes.length; from += CARRIERS_PER_ROW) {
    rows.push(`<row>${styleIndexes.slice(from, from + CARRIERS_PER_ROW).map((index) => `<c s="${index}"/>`).join('')}</row>`);
  }
  return rows.join('');
}

/** The look of each style asked for, by its index in the file. */
export function stylesOf(shell: Workbook, styleIndexes: readonly number[]): ReadonlyMap<number, CellStyle> {
  const carriers = shell.sheets[0]?.cells;
  return new Map(
    styleIndexes.map((index, i) => {
      const style = carriers?.get(`${Math.floor(i / CARRIERS_PER_ROW)},${i % CARRIERS_PER_ROW}`)?.style ?? {};
      return [index, fromFileStyle(style, shell.themeColors ?? [], shell.defaultFont ?? DEFAULT_FONT)];
    }),
  );
}

function countTags(xml: string): number {
  let count = 0;
  for (let at = xml.indexOf('<'); at !== -1; at = xml.indexOf('<', at + 1)) count += 1;
  return count;
}
