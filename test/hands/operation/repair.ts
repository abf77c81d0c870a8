import { changedCells, compareTabs, isOfCheck, lostNotes, unexpected } from '../contract';
import type { Ledger } from '../ledger';
import type { Operation, Scene } from '../scene';
import { judgeMarked } from './check';
import { judgeLaid } from './generate';

/** 修复表格, and the buttons that write figures or tabs of the add-in's own and nothing else. */
export const repairOperations: readonly Operation[] = [
  {
    name: '修复表格',
    weight: 3,
    plan: (scene) => {
      let left: string[] = [];
      // Formulas name headers: while one is altered they wait for 修正, and are told as left.
      let areHeadersWhole = true;
      return {
        said: 'presses 修复表格',
        run: async () => {
          const result = await scene.work.repair({});
          scene.report = result.report;
          areHeadersWhole = !result.report.entries.findings.some(({ kind }) => kind === 'headerAltered');
          left = result.left.filter(({ kind }) => areHeadersWhole || kind !== 'formula').map(({ sheet, kind, count }) => `${sheet}: ${count} of kind ${kind} was not repaired`);
        },
        judge: (before, after) => [...left, ...judgeLaid(scene, () => areHeadersWhole)(before, after), ...judgeMarked(scene, after)],
      };
    },
  },
  {
    name: '重算汇总',
    weight: 2,
    plan: (scene) => ({
      said: 'presses 重算汇总',
      run: () => scene.work.recalculate({}),
      judge: (before, after) => [
        // It is laid anew, with its protection.
        ...compareTabs(before, after, scene.frontPages),
        ...lostNotes(before, after),
        ...unexpected(changedCells(before, after, scene), (change) => isOfCheck(change) || scene.frontPages.has(change.sheet.id)),
      ],
    }),
  },
  {
    name: '排名通报',
    weight: 1,
    plan: (scene) =>
      scene.scope.kind === 'city'
        ? {
            said: 'lays 排名通报',
            run: async () => void (await scene.work.layBulletin(null, {})),
            // Its own tab is shown, whatever the user did to it.
            judge: (before, after) => [...compareTabs(withoutDerived(scene, before), withoutDerived(scene, after)), ...unexpected(changedCells(before, after, scene), () => false)],
          }
        : null,
  },
];

function withoutDerived({ derivedTabs }: Scene, { sheets }: Ledger): Ledger {
  return { sheets: sheets.filter(({ id }) => !derivedTabs.has(id)) };
}
