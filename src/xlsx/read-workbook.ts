import { strToU8, zipSync } from 'fflate';
import { readXlsx } from 'hucre/xlsx';
import type { Workbook } from 'hucre/xlsx';
import { canonicaliseStyles } from '../sheet/canonical-style';
import { blocksOf } from '../sheet/grid';
import type { CellStyle, SheetModel, WorkbookModel } from '../sheet/model';
import { FileError } from './file-error';
import { FILE_LIMITS } from './file-limit';
import type { FileLimits } from './file-limit';
import { isDateFormat } from './iso-date';
import { openPackage } from './package';
import type { Package } from './package';
import { readCells } from './read-cells';
import type { ReadCells } from './read-cells';
import { readNames } from './read-name';
import { fromFileSheet, readColumnWidths } from './read-sheet';
import { readStrings } from './read-string';
import { readValidations } from './read-validation';
import { findParts } from './part';
import type { WorkbookParts } from './part';
import { DEFAULT_FONT, fromFileStyle } from './style';
import { withoutElements } from './xml-element';
import { encodeMarkup } from './xml-text';

/** Days between the two ways of counting dates. */
const DAYS_TO_1904 = 1_462;
const CARRIERS_PER_ROW = 1_000;
/** As many as a file can hold. */
const MOST_STYLES = 65_536;

/**
 * The workbook in an .xlsx file, as far as the model knows what is in it. The same model comes back from a file of
 * ours. Nothing is unpacked before the file was found sound and within the limits; formulas keep the values they
 * were saved with. Throws FileError, and nothing else, for a file that cannot be used.
 */
export async function readWorkbook(bytes: Uint8Array, limits: FileLimits = FILE_LIMITS): Promise<WorkbookModel> {
  try {
    return await readPackage(openPackage(bytes, limits), limits);
  } catch (cause) {
    if (cause instanceof FileError) throw cause;
    throw new FileError({ kind: 'damaged' }, { cause });
  }
}

async function readPackage(file: Package, limits: FileLimits): Promise<WorkbookModel> {
  const parts = findParts(file, limits);
  const strings = parts.strings === null ? [] : readStrings(file.text(parts.strings), limits.texts);
  const formats = parts.is1904 ? await readFormats(file, parts) : null;
  const cells = parts.sheets.map(({ name, path }) => {
    const context = {
      sheet: name,
      strings,
      limits,
      dateShift: (index: number) => (formats && isDateFormat(formats.get(index)?.numberFormat ?? '') ? DAYS_TO_1904 : 0),
    };
    const read = readCells(file.text(path), context);
    checkStyles(name, read, limits);
    return read;
  });
  const styleIndexes = new Set(cells.flatMap(({ styled }) => styled.map(({ index }) => index)));
  if (styleIndexes.size > MOST_STYLES) throw new FileError({ kind: 'damaged' });
  const shell = await readShell(file, parts, cells, [...styleIndexes]);
  const styles = stylesOf(shell, [...styleIndexes]);
  const themeColors = shell.themeColors ?? [];
  const { names, printOf } = readNames(parts.definedNames, parts.listed);
  const sheets = parts.sheets.map((part, i): SheetModel => {
    const read = cells[i];
    const sheet = shell.sheets[i];
    if (!read || !sheet) throw new FileError({ kind: 'damaged', sheet: part.name });
    return {
      name: part.name,
      visibility: part.visibility,
      blocks: blocksOf(read.grid),
      styles: canonicaliseStyles(
        read.styled.flatMap(({ area, index }) => {
          const style = styles.get(index);
          return style ? [{ area, style }] : [];
        }),
      ),
      columnWidths: readColumnWidths(read.before),
      rowHeights: read.rowHeights,
      validations: readValidations(read.after),
      ...fromFileSheet(sheet, themeColors, printOf.get(part.name) ?? {}),
    };
  });
  return {
    sheets,
    names,
    activeSheet: parts.activeSheet ?? sheets.find(({ visibility }) => visibility === 'visible')?.name ?? '',
  };
}

/** Styles strewn over a sheet cost as much as the rectangle over the rows and columns they begin and end in. */
function checkStyles(sheet: string, { styled }: ReadCells, limits: FileLimits): void {
  const rows = new Set(styled.flatMap(({ area }) => [area.row, area.row + area.rows]));
  const columns = new Set(styled.flatMap(({ area }) => [area.column, area.column + 1]));
  if (rows.size * columns.size > 4 * limits.cells) {
    throw new FileError({ kind: 'tooLarge', measure: 'cells', limit: limits.cells, sheet });
  }
}

/**
 * The file library's reading of all but the cells: it gets a package with nothing in it but the parts it is asked
 * for, and instead of the cells one cell for each style.
 */
async function readShell(
  file: Package,
  parts: WorkbookParts,
  cells: readonly ReadCells[],
  styleIndexes: readonly number[],
): Promise<Workbook> {
  const texts: Record<string, Uint8Array> = {};
  const add = (path: string, text: string): void => {
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
  if (parts.styles !== null) add('xl/styles.xml', file.text(parts.styles));
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

function stylesOf(shell: Workbook, styleIndexes: readonly number[]): ReadonlyMap<number, CellStyle> {
  const carriers = shell.sheets[0]?.cells;
  return new Map(
    styleIndexes.map((index, i) => {
      const style = carriers?.get(`${Math.floor(i / CARRIERS_PER_ROW)},${i % CARRIERS_PER_ROW}`)?.style ?? {};
      return [index, fromFileStyle(style, shell.themeColors ?? [], shell.defaultFont ?? DEFAULT_FONT)];
    }),
  );
}

/** Formats must be known before the cells of a 1904 workbook can be read. */
async function readFormats(file: Package, parts: WorkbookParts): Promise<ReadonlyMap<number, CellStyle>> {
  const indexes = new Set<number>();
  for (const { path } of parts.sheets) {
    for (const [, index] of file.text(path).matchAll(/ s="([0-9]{1,6})"/g)) indexes.add(Number(index));
  }
  const empty: ReadCells = { grid: new Map(), rowHeights: [], styled: [], before: '<worksheet>', after: '</worksheet>' };
  const shell = await readShell(file, { ...parts, sheets: parts.sheets.slice(0, 1).map((sheet) => ({ ...sheet, tables: [] })) }, [empty], [...indexes]);
  return stylesOf(shell, [...indexes]);
}
