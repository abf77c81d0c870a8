import type { Issue } from '../../../src/rule/issue';
import { changedCells, compareTabs, isOfCheck, lostNotes, unexpected, type ChangedCell } from '../contract';
import { ƒ, type Ledger } from '../ledger';
import type { Operation, Scene } from '../scene';
import { judgeMarked } from './check';

/** Cells that these fixes may write, as the report names them. */
function fixedCells(scene: Scene, issues: readonly Issue[]): (change: ChangedCell) => boolean {
  const { entries } = scene.report!;
  const cells = new Map<string, unknown>();
  const headers = new Set<string>();
  let isLaid = false;
  for (const { fix } of issues) {
    if (fix?.kind === 'restoreSheet') isLaid = true;
    if (fix?.kind === 'restoreHeader') headers.add(`${fix.row},${fix.at}`);
    if (fix?.kind === 'cell' || fix?.kind === 'restoreFormula' || (fix?.kind === 'restoreTarget' && fix.rowIndex !== null)) {
      const { sheetName, firstRow, at } = entries.lists[fix.list]!;
      cells.set(`${sheetName}!${firstRow + fix.rowIndex!},${at[fix.column]}`, fix.kind === 'restoreFormula' ? ƒ : fix.after);
    } else if (fix?.kind === 'restoreTarget') isTargetLine.add(fix.after);
  }
  return (change) => {
    const { sheet, row, column, after, role } = change;
    if (isLaid && (scene.frontPages.has(sheet.id) || after === ƒ)) return true;
    if (role === 'header') return headers.has(`${row},${column}`);
    const fixed = cells.get(`${sheet.name}!${row},${column}`);
    return (fixed !== undefined && fixed === after) || (role === 'frame' && isTargetLine.has(after));
  };
}

/** Figures of the line 文件全市数, which stands above the table. */
const isTargetLine = new Set<unknown>();

export const fixOperations: readonly Operation[] = [
  {
    name: '修正',
    weight: 6,
    plan: (scene) => {
      const offered = scene.report?.result.issues.filter(({ fix }) => fix !== undefined) ?? [];
      if (offered.length === 0) return null;
      const isAll = scene.random.chance(0.5);
      const issues = isAll ? offered : offered.filter(() => scene.random.chance(0.3)).slice(0, 5);
      if (issues.length === 0) return null;
      isTargetLine.clear();
      const mayFix = fixedCells(scene, issues);
      let isMarked = true;
      return {
        said: `presses 修正 for ${isAll ? 'all' : issues.map(({ code }) => code).join(', ')}`,
        run: async () => {
          const result = await scene.work.fix(scene.report!, issues, {});
          scene.report = result.report;
          isMarked = result.unmarked === null;
          return result;
        },
        judge: (before: Ledger, after: Ledger) => [
          ...compareTabs(before, after, scene.frontPages),
          ...lostNotes(before, after),
          ...unexpected(changedCells(before, after, scene), (change) => isOfCheck(change) || mayFix(change)),
          // What was mended stays where a sheet then cannot be marked.
          ...(isMarked ? judgeMarked(scene, after) : []),
        ],
        // Headers that were mended stay where cells then cannot be.
        judgeRefused: (before, after) => [...compareTabs(before, after, scene.frontPages), ...unexpected(changedCells(before, after, scene), mayFix)],
      };
    },
  },
];
