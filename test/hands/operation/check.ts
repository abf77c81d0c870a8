import type { CheckReport } from '../../../src/job/report';
import { compareLedger } from '../compare-ledger';
import { changedCells, compareTabs, isOfCheck, lostNotes, unexpected, wrongIdentities } from '../contract';
import { cellOf, ƒ, type Ledger } from '../ledger';
import { columnAt, placesOf, tabOf, type Operation, type Scene } from '../scene';

/** What holds after every operation that judges and marks as 校验 does. */
export function judgeMarked(scene: Scene, after: Ledger): string[] {
  return [...wrongIdentities(after, scene.lists), ...wrongMarks(after, scene), ...lostDropdowns(scene, after)];
}

/** Cells to be chosen from a list that have lost it, by pasting for one. */
function lostDropdowns(scene: Scene, after: Ledger): string[] {
  return placesOf({ ledger: after, lists: scene.lists }).flatMap((place) => {
    const { sheet, area } = place;
    const tab = tabOf(scene, sheet);
    const columns = Array.from({ length: area.columns }, (_, i) => area.column + i).filter((column) => {
      const own = columnAt(place, column);
      return own?.role === 'entry' && own.type === 'choice';
    });
    const found: string[] = [];
    for (let row = area.row + 1; row < area.row + area.rows; row += 1) {
      for (const column of columns) {
        if (tab.validationAt(row, column)?.rule.kind !== 'list') found.push(`${sheet.name} row ${row + 1} column ${column + 1} has no dropdown`);
      }
    }
    return found;
  });
}

/** Rows that have an issue in the report and no mark, or a mark and no issue. */
export function wrongMarks(ledger: Ledger, scene: Scene, report: CheckReport | null = scene.report): string[] {
  if (report === null) return [];
  return placesOf({ ledger, lists: scene.lists }).flatMap((place) => {
    const { sheet, area, list } = place;
    const columns = Array.from({ length: area.columns }, (_, i) => area.column + i);
    const at = columns.find((column) => columnAt(place, column)?.role === 'mark');
    if (at === undefined || report.entries.lists[list.key] === undefined) return [];
    const marked = new Set(report.result.issues.filter((issue) => issue.list === list.key).map(({ rowIndex }) => rowIndex));
    const found: string[] = [];
    for (let row = 0; row < area.rows - 1; row += 1) {
      const mark = cellOf(sheet, area.row + 1 + row, at);
      // A formula that was pasted there and shows nothing is no mark.
      const isMarked = mark !== null && mark !== ƒ;
      if (isMarked !== marked.has(row)) found.push(`${sheet.name} row ${area.row + row + 2} is ${isMarked ? '' : 'not '}marked`);
    }
    return found;
  });
}

export const checkOperations: readonly Operation[] = [
  {
    name: '校验',
    weight: 10,
    plan: (scene) => ({
      said: 'presses 校验',
      run: async () => {
        scene.report = await scene.work.check({});
      },
      judge: (before, after) => [
        ...compareTabs(before, after),
        ...lostNotes(before, after),
        ...unexpected(changedCells(before, after, scene), isOfCheck),
        ...judgeMarked(scene, after),
      ],
    }),
  },
  {
    name: '校验 twice',
    weight: 2,
    plan: (scene) => {
      let first: Ledger | null = null;
      return {
        said: 'presses 校验 twice',
        run: async () => {
          await scene.work.check({});
          first = scene.read();
          scene.report = await scene.work.check({});
        },
        judge: (_before, after) => (first === null ? [] : compareLedger(first, after).map((difference) => `the second check changed something: ${difference}`)),
      };
    },
  },
  {
    name: '统计截止日',
    weight: 1,
    plan: (scene) => {
      const day = scene.random.pick([45_261, 45_285, 45_321]);
      return {
        said: `sets 统计截止日 to ${day}`,
        run: () => scene.work.changeAsOf(day, {}),
        judge: (before, after) => [
          ...compareTabs(before, after),
          ...unexpected(changedCells(before, after, scene), ({ sheet, after: now }) => sheet.name.length > 0 && now === day),
        ],
      };
    },
  },
];
