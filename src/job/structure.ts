import { listOf } from '../list/registry';
import { isOlder } from '../list/schema-version';
import { isErrorText, totalEntries } from '../sheet/compute-entries';
import { bareData, bareInput, laidLook, summaryOf } from '../sheet/laid-look';
import { lostInBlocks, lostInBody, lostInFrame } from '../sheet/lost-formula';
import { lostLooks, type Loss } from '../sheet/lost-look';
import { buildSummary } from '../sheet/build-summary';
import { keepNotes, placeNotes } from '../sheet/keep-notes';
import type { Change, Content, SheetContent, SheetModel } from '../sheet/model';
import type { WorkbookLook } from '../sheet/sheet-look';
import { writeFormatted } from '../sheet/write-formatted';
import { formulaSource } from './formula-source';
import { growList } from './grown-table';
import { lossKinds } from '../text/repair';
import type { KnownWorkbook } from './known-workbook';
import type { JobOptions, WorkbookPort } from './port';

/**
 * What a workbook has lost of how it is laid out, sheet by sheet, in its sheets' order; nothing of what is entered. Null
 * where the port cannot tell. A workbook of an earlier version has lost nothing: it was laid out otherwise, and 升级 lays all of
 * it anew. One or two round trips, apart from what was read already.
 */
export async function findLosses(port: WorkbookPort, known: KnownWorkbook, options: JobOptions = {}): Promise<readonly Loss[] | null> {
  if (isOlder(known.reading.data)) return [];
  const laid = laidLook(known.plan, known.reading, known.content);
  const standing = await port.readLook?.(laid.sheets, options);
  if (standing === undefined) return null;
  return inOrder([...lostParts(known), ...lostLooks(laid, standing), ...lostFormulas(known, new Set(), false)], known);
}

/** The looks that are gone, and how to put them back. */
export async function findLostLooks(port: WorkbookPort, known: KnownWorkbook, options: JobOptions): Promise<readonly Loss[]> {
  const laid = laidLook(known.plan, known.reading, known.content);
  const standing: WorkbookLook = (await port.readLook?.(laid.sheets, options)) ?? laid;
  return lostLooks(laid, standing);
}

/** Sheets of ours that are gone, and rows under a table that it does not take in. */
export function lostParts({ reading, content }: KnownWorkbook): Loss[] {
  const { sheetNames, lists, readings, entries } = reading;
  const present = new Set(content.sheets.map(({ name }) => name));
  const gone = ['intro', 'summary', ...lists.map(({ key }) => key), 'result'].filter((key) => !present.has(sheetNames[key]!));
  return [
    ...gone.map((key): Loss => ({ sheet: sheetNames[key]!, kind: 'sheet', count: 1, restore: [] })),
    ...entries.findings.flatMap((finding): Loss[] => {
      if (finding.kind !== 'outsideTable' || !finding.growable) return [];
      const found = readings[finding.list]!;
      return [{ sheet: found.entries.sheetName, kind: 'row', count: finding.rows, restore: growList(listOf(lists, finding.list), found.entries, found.area, finding.rows) }];
    }),
  ];
}

/**
 * Formulas of ours that are gone: in ƒ columns (counted in columns), in the lines above the tables and on 汇总. On the
 * sheets named in `anew` also those that read otherwise: a table that was gone took its name from them. `isWritten`
 * asks for what puts them back, for which everything is computed.
 */
export function lostFormulas(known: KnownWorkbook, anew: ReadonlySet<string>, isWritten: boolean): Loss[] {
  const { plan, reading, content } = known;
  const { lists, readings, sheetNames, data: { scope } } = reading;
  const sheetOf = (name: string | undefined): SheetContent | undefined => content.sheets.find((sheet) => sheet.name === name);
  const healed = isWritten ? withoutErrors(known) : known;
  const formulaOf = isWritten ? formulaSource(healed) : () => null;
  const data = isWritten ? totalEntries(healed.reading.entries, plan, lists) : bareData(plan, reading);
  const input = bareInput(plan, reading);
  const losses: Loss[] = [];
  for (const list of lists) {
    const found = readings[list.key];
    const sheet = sheetOf(found?.entries.sheetName);
    if (found === undefined || sheet === undefined) continue;
    const isAnew = anew.has(sheet.name);
    const { firstRow, at } = found.entries;
    const doubtful = { isOther: isAnew, isError: isWritten, isSpare: isWritten };
    const inBody = lostInBody(plan, list, found, scope, (column, row) => formulaOf(list.key, column, row)?.formula ?? null, doubtful);
    const inFrame = lostInFrame(list, { ...input, cityLevelReserve: reading.entries.cityLevelReserve }, found, sheet, data, doubtful);
    const inColumns = inBody.flatMap(({ column, rows }) =>
      runsOf(rows.flatMap((row) => cellOf(firstRow + row, at[column]!, formulaOf(list.key, column, row)))).flatMap((run) =>
        writeFormatted(sheet.name, list.columns.find(({ key }) => key === column)!, run.row, run.column, run.content),
      ),
    );
    if (inBody.length + inFrame.length === 0) continue;
    losses.push({ sheet: sheet.name, kind: 'formula', count: inBody.length + inFrame.length, restore: isWritten ? [...inColumns, ...writesOf(sheet.name, inFrame)] : [] });
  }
  const summary = sheetOf(sheetNames['summary']);
  if (summary === undefined) return losses;
  const laid = isWritten ? buildSummary(input, data, input.reporter) : summaryOf(plan, reading);
  const { lost, unknown } = lostInBlocks(laid.blocks, summary, { isOther: anew.has(summary.name), isError: isWritten, isSpare: false });
  if (lost.length + unknown === 0) return losses;
  const restore: Change[] = unknown > 0 ? [{ kind: 'laySheet', sheet: withNotes(laid, known), after: null }] : writesOf(summary.name, lost);
  return [...losses, { sheet: summary.name, kind: 'formula', count: lost.length + unknown, restore: isWritten ? restore : [] }];
}

/** Errors that ƒ cells show are computed anew: they come from what is put back. */
function withoutErrors(known: KnownWorkbook): KnownWorkbook {
  const { reading } = known;
  const lists = Object.entries(reading.entries.lists).map(([key, entries]) => {
    const values = Object.entries(entries.values).map(([column, cells]) => {
      const formulas = entries.formulas[column];
      return [column, formulas === undefined ? cells : cells.map((value, row) => (formulas[row] && isErrorText(value) ? null : value))] as const;
    });
    return [key, { ...entries, values: Object.fromEntries(values) }] as const;
  });
  return { ...known, reading: { ...reading, entries: { ...reading.entries, lists: Object.fromEntries(lists) } } };
}

/** What the user wrote on 汇总 stays where nothing of ours stands. */
function withNotes(laid: SheetModel, { reading, content }: KnownWorkbook): SheetModel {
  return placeNotes([laid], keepNotes([laid], reading.readings, content, [laid.name], (formula) => formula))[0]!;
}

interface Written {
  readonly row: number;
  readonly column: number;
  readonly content: Content;
}

function cellOf(row: number, column: number, content: Content): Written[] {
  return content === null ? [] : [{ row, column, content }];
}

function writesOf(sheet: string, cells: readonly Written[]): Change[] {
  return runsOf(cells).map((run) => ({ kind: 'writeCells', sheet, ...run }));
}

/** Cells under one another together. */
function runsOf(cells: readonly Written[]): readonly { readonly row: number; readonly column: number; readonly content: readonly (readonly Content[])[] }[] {
  const runs: { readonly row: number; readonly column: number; readonly content: Content[][] }[] = [];
  for (const { row, column, content } of [...cells].sort((a, b) => a.column - b.column || a.row - b.row)) {
    const last = runs[runs.length - 1];
    if (last?.column === column && last.row + last.content.length === row) last.content.push([content]);
    else runs.push({ row, column, content: [[content]] });
  }
  return runs;
}

function inOrder(losses: readonly Loss[], { content }: KnownWorkbook): Loss[] {
  const places = new Map(content.sheets.map(({ name }, at) => [name, at]));
  const placeOf = ({ sheet }: Loss): number => places.get(sheet) ?? -1;
  return [...losses].sort((a, b) => placeOf(a) - placeOf(b) || lossKinds.indexOf(a.kind) - lossKinds.indexOf(b.kind));
}
