import { HostError } from '../../../src/job/port';
import { WorkbookError } from '../../../src/job/workbook-error';
import { changedCells, compareTabs, isMark, lostNotes, unexpected, wrongIdentities } from '../contract';
import { isNote } from '../entry';
import { cellOf, ƒ, type Ledger, type LedgerCell } from '../ledger';
import { columnAt, placesOf, tableOfList, type Operation, type Place, type Scene } from '../scene';
import { tell } from '../compare-ledger';

/**
 * Whether everything entered stands again in its row and column: rows in their order, wrong values too, columns of the
 * user's own, and what stood below the table within it, which is in the table now. `isBrought` says what came from elsewhere.
 */
export function compareLists(before: Ledger, after: Ledger, scene: Scene, isBrought: (cell: LedgerCell) => boolean = () => false): string[] {
  return placesOf({ ledger: before, lists: scene.lists }).flatMap((was) => {
    const now = tableOfList(after, was.list);
    if (now === null) return [`the table of list ${was.list.key} is gone`];
    return was.list.kind === 'project' ? compareProjects(was, now, isBrought) : compareTargets(was, now);
  });
}

function columnPairs(was: Place, now: Place): { readonly from: number; readonly to: number | null; readonly role: string }[] {
  const headers = new Map(Array.from({ length: now.area.columns }, (_, i) => [cellOf(now.sheet, now.area.row, now.area.column + i), now.area.column + i]));
  return Array.from({ length: was.area.columns }, (_, i) => {
    const from = was.area.column + i;
    const header = cellOf(was.sheet, was.area.row, from);
    const column = columnAt(was, from);
    // A header of ours that was altered is put right where it is certain which one it was.
    return { from, to: headers.get(header) ?? null, role: column?.role ?? 'own' };
  });
}

function compareProjects(was: Place, now: Place, isBrought: (cell: LedgerCell) => boolean): string[] {
  const found: string[] = [];
  const pairs = columnPairs(was, now);
  const rows = rowsDown(was);
  for (let row = 0; row < rows; row += 1) {
    const [from, to] = [was.area.row + 1 + row, now.area.row + 1 + row];
    const standing = new Set(now.sheet.cells[to] ?? []);
    for (const pair of pairs) {
      const cell = cellOf(was.sheet, from, pair.from);
      if (cell === null || cell === ƒ || pair.role === 'mark' || pair.role === 'formula' || pair.role === 'identity' || isMark(cell)) continue;
      const is = pair.to === null ? undefined : cellOf(now.sheet, to, pair.to);
      // A number that is taken into a column of texts is a text from then on.
      if (is === cell || (is !== undefined && is !== null && is !== ƒ && String(is) === String(cell)) || (pair.to === null && standing.has(cell))) continue;
      if (is !== undefined && isBrought(is)) continue;
      found.push(`list ${was.list.key} row ${row + 1}: ${tell(cell)} under ${String(cellOf(was.sheet, was.area.row, pair.from))} is ${is === undefined ? 'gone' : tell(is)}`);
    }
  }
  return found;
}

/** Rows of the table, and those below it that hold anything within its columns. */
function rowsDown({ sheet, area }: Place): number {
  let rows = area.rows - 1;
  for (let row = area.row + area.rows; row < sheet.cells.length; row += 1) {
    const line = (sheet.cells[row] ?? []).slice(area.column, area.column + area.columns);
    if (line.some((cell) => cell !== null)) rows = row - area.row;
  }
  return rows;
}

/** The plan's units stand in their order; what was typed for a unit stands in its row, what has none somewhere below. */
function compareTargets(was: Place, now: Place): string[] {
  const unitAt = (place: Place) => Array.from({ length: place.area.columns }, (_, i) => place.area.column + i).find((column) => columnAt(place, column)?.key === 'unit');
  const entered = (cell: LedgerCell, role: string) => cell !== null && cell !== ƒ && (role === 'entry' || role === 'own');
  const [from, to] = [unitAt(was), unitAt(now)];
  const standing = new Set(now.sheet.cells.slice(now.area.row + 1).flat());
  const found: string[] = [];
  const seen = new Set<LedgerCell>();
  for (let row = was.area.row + 1; row < was.area.row + was.area.rows; row += 1) {
    const unit = from === undefined ? null : cellOf(was.sheet, row, from);
    const isFirst = unit !== null && !seen.has(unit);
    seen.add(unit);
    const target = Array.from({ length: now.area.rows - 1 }, (_, i) => now.area.row + 1 + i).find((at) => isFirst && to !== undefined && cellOf(now.sheet, at, to) === unit);
    for (const pair of columnPairs(was, now)) {
      const cell = cellOf(was.sheet, row, pair.from);
      if (!entered(cell, pair.role)) continue;
      const isThere = target !== undefined && pair.to !== null ? cellOf(now.sheet, target, pair.to) === cell : standing.has(cell);
      if (!isThere) found.push(`list ${was.list.key} ${String(unit)}: ${tell(cell)} under ${String(cellOf(was.sheet, was.area.row, pair.from))} is gone`);
    }
  }
  return found;
}

/** Notes beside a table that no longer stand beside the row where they stood. */
export function movedNotes(before: Ledger, after: Ledger, scene: Scene): string[] {
  return placesOf({ ledger: before, lists: scene.lists }, 'project').flatMap((was) => {
    const now = tableOfList(after, was.list);
    if (now === null) return [];
    const found: string[] = [];
    for (let row = was.area.row; row < was.area.row + was.area.rows; row += 1) {
      for (const cell of (was.sheet.cells[row] ?? []).slice(was.area.column + was.area.columns)) {
        const line = now.sheet.cells[row - was.area.row + now.area.row] ?? [];
        if (isNote(cell) && !line.includes(cell)) found.push(`${String(cell)} left its row on ${was.sheet.name}`);
      }
    }
    return found;
  });
}

/** Tabs that are no list's, nor 说明 and 汇总, must stand as they stood. */
export function touchedOwnTabs(before: Ledger, after: Ledger, scene: Scene): string[] {
  const ours = new Set([...placesOf({ ledger: before, lists: scene.lists }), ...placesOf({ ledger: after, lists: scene.lists })].map(({ sheet }) => sheet.id));
  const changes = changedCells(before, after, scene).filter(({ sheet }) => !ours.has(sheet.id) && !isFrontPage(scene, sheet.id) && !scene.derivedTabs.has(sheet.id));
  return unexpected(changes, () => false);
}

function isFrontPage(scene: Scene, id: string): boolean {
  return scene.frontPages.has(id);
}

/** A formula of ours that has lost what it reads. */
export function brokenFormulas(scene: Scene, after: Ledger): string[] {
  return placesOf({ ledger: after, lists: scene.lists }).flatMap((place) => {
    const tab = scene.book.sheets.find(({ id }) => id === place.sheet.id)!;
    const columns = Array.from({ length: place.area.columns }, (_, i) => place.area.column + i).filter((column) => columnAt(place, column)?.role === 'formula');
    const found: string[] = [];
    for (let row = place.area.row + 1; row < place.area.row + place.area.rows; row += 1) {
      for (const column of columns) {
        const formula = tab.formulaAt(row, column);
        if (formula === null || formula.includes('#REF!')) found.push(`${place.sheet.name} row ${row + 1} column ${column + 1} has ${formula ?? 'no formula'}`);
      }
    }
    return found;
  });
}

export function judgeLaid(scene: Scene, hasFormulas: () => boolean = () => true): (before: Ledger, after: Ledger) => string[] {
  return (before, after) => [
    ...compareTabs(asLaid(scene, before), asLaid(scene, after)),
    ...lostNotes(before, after),
    ...compareLists(before, after, scene),
    ...movedNotes(before, after, scene),
    ...touchedOwnTabs(before, after, scene),
    ...wrongIdentities(after, scene.lists),
    ...(hasFormulas() ? brokenFormulas(scene, after) : []),
    ...scene.lists.flatMap((list) => (tableOfList(after, list) === null ? [`list ${list.key} is not there`] : [])),
  ];
}

/** Laying a tab out again gives it the protection that it was issued with, and shows it. */
export function asLaid({ derivedTabs }: Scene, ledger: Ledger): Ledger {
  return {
    sheets: ledger.sheets
      .filter(({ id }) => !derivedTabs.has(id))
      .map((sheet) => ({ ...sheet, isProtected: false, visibility: 'visible' })),
  };
}

export const generateOperations: readonly Operation[] = [
  {
    name: '生成',
    weight: 4,
    plan: (scene) => ({
      said: 'presses 生成 again',
      run: async () => {
        const result = await scene.work.generate({ scope: scene.scope, asOf: 45_285, sample: 'none' }, {});
        scene.report = await scene.work.judge({});
        return result;
      },
      judge: judgeLaid(scene),
    }),
  },
  {
    name: '恢复',
    weight: 3,
    plan: (scene) => {
      const nth = scene.random.between(2, 12);
      return {
        said: `presses 生成, which breaks off at its round trip ${nth}, and 恢复`,
        run: async () => {
          const isDone = await breakOff(scene, nth);
          const isHalf = scene.read().sheets.some(({ name }) => name === '_备份');
          if (isHalf) await scene.work.restore({});
          scene.report = await scene.work.judge({});
          if (!isDone && !isHalf) throw new WorkbookError('nothing was written');
        },
        judge: judgeLaid(scene),
      };
    },
  },
];

/** Excel goes away in the midst of 生成, and comes back. False where that failed. */
async function breakOff({ host, work, scope }: Scene, nth: number): Promise<boolean> {
  host.failSync(nth, { kind: 'gone', code: 'InactiveWorkbook' });
  try {
    await work.generate({ scope, asOf: 45_285, sample: 'none' }, {});
    return true;
  } catch (cause) {
    if (cause instanceof HostError || cause instanceof WorkbookError) return false;
    throw cause;
  } finally {
    host.clearFaults();
  }
}
