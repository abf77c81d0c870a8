import { agreedCells, listCarries } from '../../../src/dispatch/carry';
import { openBook } from '../../../src/dispatch/move-book';
import { listMoves } from '../../../src/dispatch/move-list';
import { columnOf } from '../../../src/dispatch/move';
import type { Column, Value } from '../../../src/list/list';
import { listOf } from '../../../src/list/registry';
import { choiceLabels } from '../../../src/list/column';
import { builtInPlan as plan } from '../../../src/plan/built-in';
import { changedCells, compareTabs, describeChange, isOfCheck, lostNotes, type ChangedCell } from '../contract';
import type { Operation, Press, Scene } from '../scene';
import { wrongMarks } from './check';

/** A right answer for a column, as far as one can be made up. */
function answerFor(scene: Scene, column: Column): Value {
  switch (column.type) {
    case 'date':
    case 'month':
      return 45_261;
    case 'choice':
      return scene.random.pick(choiceLabels(plan, column.choices!));
    case 'money':
    case 'count':
      return 100;
    default:
      return `答复${scene.next()}`;
  }
}

/** Besides what a check writes, cells of these rows may change; no others, and nothing that stands outside of tables. */
function judgeRows(scene: Scene, most: number, may: (change: ChangedCell) => boolean): Press['judge'] {
  return (before, after) => {
    const changes = changedCells(before, after, scene).filter((change) => !isOfCheck(change));
    const rows = new Set(changes.map(({ sheet, row }) => `${sheet.id} ${row}`));
    return [
      ...compareTabs(before, after),
      ...lostNotes(before, after),
      ...changes.filter((change) => !may(change)).map(describeChange),
      ...(rows.size > most ? [`${rows.size} rows changed, at most ${most} may`] : []),
      ...wrongMarks(after, scene),
    ];
  };
}

const isEntry = ({ role, key }: ChangedCell): boolean => role === 'entry' || key === 'unit' || role === 'identity';

export const dispatchOperations: readonly Operation[] = [
  {
    name: '流转',
    weight: 3,
    plan: (scene) => {
      if (scene.report === null) return null;
      const { entries, lists } = scene.report;
      const moves = listMoves(openBook(entries, plan, lists)).moves.filter(({ missing }) => missing.length === 0);
      if (moves.length === 0) return null;
      const move = scene.random.pick(moves);
      const answers = Object.fromEntries(move.asked.map(({ list, column, suggested }) => [column, suggested ?? answerFor(scene, columnOf(listOf(lists, list), column))]));
      return {
        said: `moves ${move.name} on (${move.kind})`,
        run: async () => {
          const result = await scene.work.moveOn(scene.report!, [{ move, answers }], {});
          scene.report = result.report;
          return result;
        },
        judge: judgeRows(scene, 2, (change) => isEntry(change) && (change.place?.list.key === move.from.list || change.place?.list.key === move.to)),
      };
    },
  },
  {
    name: '自动带入',
    weight: 3,
    plan: (scene) => {
      if (scene.report === null) return null;
      const { entries, lists } = scene.report;
      const carries = listCarries(openBook(entries, plan, lists)).filter((carry) => Object.keys(agreedCells(carry)).length > 0);
      if (carries.length === 0) return null;
      const carry = scene.random.pick(carries);
      return {
        said: `fills in ${carry.name} of list ${carry.row.list} from other lists`,
        run: async () => {
          const result = await scene.work.carryIn(scene.report!, [{ carry, chosen: {} }], {});
          scene.report = result.report;
          return result;
        },
        judge: judgeRows(scene, 1, (change) => change.role === 'entry' && change.before === null && change.place?.list.key === carry.row.list),
      };
    },
  },
];
