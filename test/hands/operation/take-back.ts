import { changedCells, compareTabs, describeChange, isOfCheck, lostNotes, type ChangedCell } from '../contract';
import { tell } from '../compare-ledger';
import { ƒ, type Ledger } from '../ledger';
import { compareTakenBack } from '../three-way';
import type { Operation, Scene } from '../scene';
import { wrongMarks } from './check';
import { asLaid, compareLists, movedNotes, touchedOwnTabs } from './generate';

/** Marks, identities and formulas follow from the rest: taking back leaves them as they have to be then. */
function isFollowing(change: ChangedCell): boolean {
  return isOfCheck(change) || change.role === 'identity' || change.role === 'mark' || (change.before === ƒ && change.after === null) || change.after === ƒ;
}

/** Operations that leave the marks to the next check. */
const unmarked: ReadonlySet<string> = new Set(['统计截止日']);

const pairOf = (before: ChangedCell['before'], after: ChangedCell['after']): string => `${tell(before)} > ${tell(after)}`;

/** Only what the operation wrote is as it was before it; all of it, where nobody edited anything since. */
function judgeTakenBack(scene: Scene): (before: Ledger, after: Ledger) => string[] {
  const last = scene.last!;
  const isUntouched = scene.ledger === last.after;
  if (last.name === '汇总' || last.name === '生成') {
    return (before, after) => [
      ...compareTabs(asLaid(scene, before), asLaid(scene, after)),
      ...lostNotes(before, after),
      ...touchedOwnTabs(before, after, scene),
      ...movedNotes(before, after, scene),
      ...compareTakenBack(last, before, after, scene),
      ...(isUntouched ? compareLists(last.before, after, scene) : []),
    ];
  }
  return (before, after) => {
    const done = changedCells(last.before, last.after, scene);
    const undone = changedCells(before, after, scene).filter((change) => !isFollowing(change));
    const mayBe = new Set(done.map((change) => pairOf(change.after, change.before)));
    const left = isUntouched ? changedCells(last.before, after, scene).filter((change) => !isFollowing(change)) : [];
    return [
      ...compareTabs(before, after),
      ...lostNotes(before, after),
      ...compareTakenBack(last, before, after, scene),
      ...undone.filter((change) => !mayBe.has(pairOf(change.before, change.after))).map((change) => `taking ${last.name} back: ${describeChange(change)}`),
      ...left.map((change) => `${last.name} was not taken back: ${describeChange(change)}`),
      // What is not judged anew is not marked anew.
      ...(unmarked.has(last.name) ? [] : wrongMarks(after, scene)),
    ];
  };
}

/** 撤销 of the operations that `isMeant` names, from the bar that stands after them. */
function takeBackOf(name: string, weight: number, isMeant: (last: string) => boolean): Operation {
  return {
    name,
    weight,
    plan: (scene) => {
      const { last, report } = scene;
      if (last === null || report === null || !isMeant(last.name)) return null;
      return {
        said: `takes the last ${last.name} back${scene.ledger === last.after ? '' : ', after other edits'}`,
        run: async () => {
          scene.report = await scene.work.takeBack(report, last.result, {});
          return {};
        },
        judge: judgeTakenBack(scene),
      };
    },
  };
}

export const takeBackOperations: readonly Operation[] = [
  takeBackOf('撤销上次操作', 8, (last) => last !== '汇总'),
  // Soon, or the lists that it wrote are edited by then.
  takeBackOf('撤销汇总', 60, (last) => last === '汇总'),
];
