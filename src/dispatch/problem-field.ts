import type { ListEntries } from '../list/entry';
import type { Column, List } from '../list/list';
import { isBlank } from '../rule/value';
import { problemStages, type ProblemStage } from './problem-agenda';
import { neededColumns, type NextStage } from './problem-advance';

/** A cell that a step asks for. */
export interface AdvanceField {
  readonly column: Column;
  /** True where the next state is refused without it. */
  readonly isRequired: boolean;
}

/**
 * The cells that moving a problem on asks for, in the order of the list: what the states on the way need that the one it
 * is in does not, and what is still empty of the rest; a major problem's 提交会议日期 while there is none (三(五)2). `also`
 * names cells that must be mended before the step can be taken.
 */
export function fieldsOfAdvance(
  list: List,
  entries: ListEntries,
  row: number,
  step: { readonly from: ProblemStage | null; readonly to: NextStage; readonly isMajor: boolean },
  also: readonly string[] = [],
): readonly AdvanceField[] {
  const { from, to, isMajor } = step;
  const required = new Set(neededColumns(list, to));
  const had = new Set(from === null ? [] : neededColumns(list, from));
  const onTheWay = problemStages.slice(0, problemStages.indexOf(to) + 1).flatMap((stage) => neededColumns(list, stage));
  const isEmpty = (key: string) => isBlank(entries.values[key]?.[row]);
  const asked = new Set([...onTheWay.filter((key) => isEmpty(key) || (required.has(key) && !had.has(key))), ...also]);
  // 督办 is by 13710: the step itself writes it.
  if (to === 'supervised') asked.delete('supervised13710');
  if (isMajor && to !== 'closed' && isEmpty('meetingOn')) asked.add('meetingOn');
  return list.columns
    .filter(({ key, role }) => role === 'entry' && key !== 'problemState' && asked.has(key))
    .map((column) => ({ column, isRequired: required.has(column.key) || column.requirement?.kind === 'always' }));
}
