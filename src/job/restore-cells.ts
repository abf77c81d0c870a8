import type { ListKey } from '../list/list';
import type { Plan } from '../plan/plan';
import type { Change, Content, WorkbookContent } from '../sheet/model';
import { findDataSheet } from '../sheet/read-data';
import { renameTabs } from '../sheet/rename-tab';
import { withCellsWritten, type CellsWritten } from '../sheet/write-content';
import { afterFailure, unstoppable } from './after-failure';
import type { Surroundings } from './clock';
import { expecting } from './expectation';
import { layHalfLaid, layWhole } from './half-laid';
import { dropJournal, isOfJournal, journalState, readJournal, withoutJournal } from './journal';
import type { KnownWorkbook } from './known-workbook';
import { EditedMeanwhileError, type JobOptions, type WorkbookPort } from './port';
import { columnRuns, editsAgain, isSameContentOf, readSheet } from './put-back';
import { recogniseWorkbook } from './recognise';
import { repairWorkbook } from './repair';
import { runSteps } from './run-steps';
import { renamedBy, tabsNow } from './tabs-now';
import { placeNow, type WrittenCell } from './written-cells';

/** What 恢复 put back, by list ('' for what stands in no list). */
export interface CellsRestored {
  readonly kept: Readonly<Record<ListKey, number>>;
  /** Cells that somebody has edited since: they stay as they are. */
  readonly edited: number;
}

/**
 * 恢复 of a write that was cut off with its journal standing: cells that hold what it wrote hold again what they held before,
 * wherever their rows stand by now; all others stay. Sheets that it was laying are laid whole, then whatever else it left half
 * is mended (protections, looks, checks), and the workbook checked. The journal goes last: 恢复 that is cut off itself is
 * offered again, and finds what it has done.
 */
export async function restoreCells(port: WorkbookPort, content: WorkbookContent, plans: readonly Plan[], around: Surroundings, options: JobOptions): Promise<CellsRestored> {
  const seen = recogniseWorkbook(content, plans, around);
  const { sheetNames, nameOf, cells, laid } = await runSteps(journalNow(seen, around), around, options);
  const named = (known: KnownWorkbook): KnownWorkbook => withTabs(known, sheetNames);
  const { writes, ...restored } = cellsBefore(named(seen), cells.map((cell) => followCell(cell, nameOf)));
  const before = named(recogniseWorkbook(withCellsWritten(content, writes), plans, around));
  const steps = [...writes, ...layHalfLaid(before, laid.map((sheet) => ({ ...sheet, single: sheet.single.map((cell) => ({ ...cell, content: follow(cell.content, nameOf) })) })), around)];
  const under = keepingJournal(port);
  await applySteps(under, expecting(steps, content), options);
  await repairWorkbook(under, plans, around, unstoppable(options));
  const left = under.standing();
  // Gone already where the hidden sheet had to be laid anew.
  if (journalState(left) !== 'none') await port.apply(expecting(dropJournal(left), left), unstoppable(options));
  return restored;
}

/** What another author writes meanwhile into a sheet that is laid is written there again; then 恢复 begins anew. */
async function applySteps(port: WorkbookPort, steps: readonly Change[], options: JobOptions): Promise<void> {
  if (steps.length === 0) return;
  try {
    await port.apply(steps, unstoppable(options));
  } catch (cause) {
    if (cause instanceof EditedMeanwhileError) await afterFailure(port, cause, () => editsAgain(steps, cause.found));
    throw cause;
  }
}

/** The journal that stands, and how our tabs are called by now. */
function* journalNow(known: KnownWorkbook, around: Surroundings) {
  const journal = readJournal(known.content);
  const { cells, laid, tabs } = journal;
  // An earlier version told only those of the sheets that it laid.
  const then = { ...known.reading.sheetNames, ...Object.fromEntries(laid.map(({ key, name }) => [key, name])), ...journal.sheetNames };
  const sheetNames = yield* tabsNow({ sheetNames: then, tabs }, known.reading.lists, known.content, function* (names) {
    const changes = laid.flatMap((sheet) => layWhole(withTabs(known, names), sheet, around));
    yield;
    return changes.flatMap((change) => (change.kind === 'laySheet' ? [change.sheet] : []));
  });
  return { cells, laid, sheetNames, nameOf: renamedBy(then, sheetNames) };
}

function withTabs({ reading, ...known }: KnownWorkbook, sheetNames: Readonly<Record<string, string>>): KnownWorkbook {
  return { ...known, reading: { ...reading, sheetNames: { ...reading.sheetNames, ...sheetNames } } };
}

/** Formulas read tabs by the names that they have now. */
function followCell(cell: WrittenCell, nameOf: (tab: string) => string): WrittenCell {
  return { ...cell, before: follow(cell.before, nameOf), after: follow(cell.after, nameOf) };
}

function follow(content: Content, nameOf: (tab: string) => string): Content {
  return typeof content === 'object' && content !== null ? { ...content, formula: renameTabs(content.formula, nameOf) } : content;
}

/** The workbook to what mends it: the journal that stands is not to be seen, and none is written over it or takes it away. */
function keepingJournal(port: WorkbookPort): WorkbookPort & { readonly standing: () => WorkbookContent } {
  let standing: WorkbookContent = { sheets: [] };
  // Where the hidden sheet is laid anew, a backup of the whole stands; the journal in it is nobody's edit.
  const expectingJournal = (change: Change): Change => {
    const hidden = findDataSheet(standing);
    return change.kind === 'laySheet' && change.expects !== undefined && change.sheet.name === hidden?.name ? { ...change, expects: hidden } : change;
  };
  return {
    ...port,
    standing: () => standing,
    read: async (options) => withoutJournal((standing = await port.read(options))),
    apply: (changes, options) => port.apply(changes.filter((change) => !isOfJournal(change, standing)).map(expectingJournal), options),
  };
}

function cellsBefore(known: KnownWorkbook, cells: readonly WrittenCell[]): CellsRestored & { readonly writes: readonly CellsWritten[] } {
  const back = new Map<string, Parameters<typeof columnRuns>[1][number][]>();
  const kept: Record<ListKey, number> = {};
  let edited = 0;
  for (const cell of cells) {
    const at = placeOf(known, cell);
    const holds = at === null ? null : (readSheet(known.content, at.sheet)?.(at.row, at.column) ?? null);
    if (at === null || !isSameContentOf(holds, cell.after)) {
      if (at === null || !isSameContentOf(holds, cell.before)) edited += 1;
      continue;
    }
    const list = cell.entry?.list ?? '';
    kept[list] = (kept[list] ?? 0) + 1;
    back.set(at.sheet, [...(back.get(at.sheet) ?? []), { row: at.row, column: at.column, content: cell.before }]);
  }
  return { writes: [...back].flatMap(([sheet, each]) => columnRuns(sheet, each)), kept, edited };
}

/**
 * By 行标识, which may not have been written yet: then where it was, unless another row stands there by now. Null where it
 * cannot be told.
 */
function placeOf(known: KnownWorkbook, cell: WrittenCell): ReturnType<typeof placeNow> {
  const found = placeNow(known, cell);
  if (found !== null || cell.entry === null) return found;
  const entries = known.reading.entries.lists[cell.entry.list];
  const identity = entries?.values['identity']?.[cell.row - entries.firstRow] ?? null;
  return entries === undefined || identity !== null || entries.sheetName !== cell.sheet ? null : { sheet: cell.sheet, row: cell.row, column: cell.column };
}
