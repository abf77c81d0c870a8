import { strFromU8, strToU8, unzipSync } from 'fflate';
import { writeXlsx } from 'hucre/xlsx';
import type { Cell } from 'hucre/xlsx';
import { formatArea, formatReference } from '../sheet/address';
import { canonicaliseStyles, keyOfStyle } from '../sheet/canonical-style';
import type { AreaStyle, WorkbookModel } from '../sheet/model';
import { toFileStyle } from './style';
import { createStringPool } from './string-pool';
import { Packing, type Breathe } from './packing';
import { writeCells } from './write-cells';
import { printNames } from './write-print';
import { toFileSheet } from './write-sheet';
import { writeTables } from './write-table';

/** A file that says nothing of when, where and by whom it was made, so that the same model gives the same bytes. */
const NO_DATE = new Date(Date.UTC(2000, 0, 1));

/** Styles are numbered in one row; further ones go to the next. */
const CARRIERS_PER_ROW = 1_000;

const CONTENT_TYPES = '[Content_Types].xml';

/**
 * The workbook as an .xlsx file. The file library writes all parts but two: it gets sheets without contents, and
 * cells (write-cells) and tables (write-table) are put in their place afterwards. Deterministic. Between pieces of a few
 * milliseconds it waits for `breathe`.
 */
export async function writeWorkbook(model: WorkbookModel, breathe: Breathe = async () => undefined): Promise<Uint8Array> {
  const styles: (readonly AreaStyle[])[] = [];
  for (const sheet of model.sheets) {
    styles.push(canonicaliseStyles(sheet.styles));
    await breathe();
  }
  const { carriers, placeOf } = carryStyles(styles.flat());
  const visible = model.sheets.findIndex(({ visibility }) => visibility === 'visible');
  const active = model.sheets.findIndex(({ name, visibility }) => name === model.activeSheet && visibility === 'visible');
  const shell = await writeXlsx({
    sheets: model.sheets.map((sheet, i) => toFileSheet(sheet, i === 0 ? carriers : new Map())),
    namedRanges: [
      ...model.names.map(({ name, sheet, area }) => ({ name, range: formatReference(sheet, area) })),
      ...model.sheets.flatMap(printNames),
    ],
    activeSheet: Math.max(0, active === -1 ? visible : active),
    properties: { created: NO_DATE, modified: NO_DATE },
  });
  await breathe();
  const parts = unzipSync(shell);
  const indexByPlace = readIndexes(textOf(parts, 'xl/worksheets/sheet1.xml'));

  const strings = createStringPool();
  const packing = new Packing(breathe);
  // First in the file, as everybody writes it, though it is complete only at the end.
  packing.reserve(CONTENT_TYPES);
  let tableId = 1;
  for (const [i, sheet] of model.sheets.entries()) {
    const path = `xl/worksheets/sheet${i + 1}.xml`;
    const styled = (styles[i] ?? []).map(({ area, style }) => ({
      area,
      style,
      index: indexByPlace.get(placeOf.get(keyOfStyle(style)) ?? '') ?? 0,
    }));
    await breathe();
    const { xml, dimension } = await takeBreaths(writeCells(sheet, styled, strings), breathe);
    const whole = strToU8(
      textOf(parts, path)
        .replace(/<dimension[^>]*\/>/, '')
        // By default the shortest bar fills a tenth of the cell, so that nothing done looks like something.
        .replaceAll('<dataBar>', '<dataBar minLength="0" maxLength="100">')
        .replace('<sheetViews>', `<dimension ref="${formatArea(dimension)}"/><sheetViews>`)
        .replace(/<sheetData>.*<\/sheetData>|<sheetData\/>/s, () => xml),
    );
    await breathe();
    // At once: the text of all sheets together would be most of what writing takes.
    await packing.add(path, whole);
    delete parts[path];
    for (const table of writeTables(sheet, tableId)) {
      parts[`xl/tables/table${tableId}.xml`] = strToU8(table);
      tableId += 1;
    }
    await breathe();
  }
  addStrings(parts, strings.toXml());
  await breathe();
  const application = textOf(parts, 'docProps/app.xml').replace('<Application>hucre<', '<Application>nine-lists<');
  parts['docProps/app.xml'] = strToU8(application);
  for (const [path, part] of Object.entries(parts)) await packing.add(path, part);
  return packing.finish();
}

async function takeBreaths<T>(steps: Generator<undefined, T, void>, breathe: Breathe): Promise<T> {
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    await breathe();
  }
}

interface CarriedStyles {
  readonly carriers: ReadonlyMap<string, Partial<Cell>>;
  /** Address of the cell that carries a style, by the style's key. */
  readonly placeOf: ReadonlyMap<string, string>;
}

/** One empty cell per style: the library says no other way which index it gave to which style. */
function carryStyles(styles: readonly AreaStyle[]): CarriedStyles {
  const carriers = new Map<string, Partial<Cell>>();
  const placeOf = new Map<string, string>();
  for (const { style } of styles) {
    const key = keyOfStyle(style);
    if (placeOf.has(key)) continue;
    const row = Math.floor(placeOf.size / CARRIERS_PER_ROW);
    const column = placeOf.size % CARRIERS_PER_ROW;
    placeOf.set(key, formatArea({ row, column, rows: 1, columns: 1 }));
    carriers.set(`${row},${column}`, { style: toFileStyle(style) });
  }
  return { carriers, placeOf };
}

function readIndexes(xml: string): ReadonlyMap<string, number> {
  const found = xml.matchAll(/<c r="([A-Z]+[0-9]+)" s="([0-9]+)"/g);
  return new Map([...found].map(([, place = '', index]) => [place, Number(index)]));
}

/** Our own table of texts, which the library leaves out for want of texts. */
function addStrings(parts: Record<string, Uint8Array>, xml: string): void {
  parts['xl/sharedStrings.xml'] = strToU8(xml);
  const types = textOf(parts, CONTENT_TYPES);
  if (!types.includes('/xl/sharedStrings.xml')) {
    const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sharedStrings+xml';
    const override = `<Override PartName="/xl/sharedStrings.xml" ContentType="${type}"/>`;
    parts[CONTENT_TYPES] = strToU8(types.replace('</Types>', `${override}</Types>`));
  }
  const path = 'xl/_rels/workbook.xml.rels';
  const relations = textOf(parts, path);
  if (!relations.includes('sharedStrings.xml')) {
    const type = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/sharedStrings';
    const relation = `<Relationship Id="rIdStrings" Type="${type}" Target="sharedStrings.xml"/>`;
    parts[path] = strToU8(relations.replace('</Relationships>', `${relation}</Relationships>`));
  }
}

function textOf(parts: Readonly<Record<string, Uint8Array>>, path: string): string {
  const part = parts[path];
  if (!part) throw new Error(`the file library wrote no ${path}`);
  return strFromU8(part);
}
