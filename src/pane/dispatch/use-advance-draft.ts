import { useMemo, useState } from 'react';
import type { Problem } from '../../dispatch/problem-agenda';
import { fieldsOfAdvance, type AdvanceField } from '../../dispatch/problem-field';
import { judgeAdvance, nextStages, type AdvanceVerdict, type NextStage, type ProblemAdvance, type ProblemValues } from '../../dispatch/problem-advance';
import { todayOf } from '../../job/as-of';
import type { CheckReport } from '../../job/report';
import type { Column, Value } from '../../list/list';
import { listOf } from '../../list/registry';
import { formatSerial } from '../../plan/day';
import { parseDayInput } from '../day/day-input';
import { useSurroundings } from '../state/PaneContext';

/** A step as it is being typed. */
export interface AdvanceDraft {
  readonly choices: readonly NextStage[];
  readonly to: NextStage;
  readonly choose: (to: NextStage) => void;
  readonly fields: readonly AdvanceField[];
  readonly textOf: (column: Column) => string;
  readonly write: (column: Column, text: string) => void;
  /** True for a date that is none as it is typed. */
  readonly isWrongDay: (column: Column) => boolean;
  /** After the first try to submit: what refuses the step is said. */
  readonly isTried: boolean;
  readonly verdict: AdvanceVerdict;
  /** The step, where nothing refuses it. */
  readonly submit: () => ProblemAdvance | null;
}

/** Dates of the step itself: offered as today, or as 统计截止日 where that is earlier, and to be looked at. */
const datesOfStep: readonly string[] = ['assignedOn', 'closedOn'];

export function useAdvanceDraft({ plan, lists, entries }: CheckReport, { row, stage, concerns }: Problem): AdvanceDraft {
  const around = useSurroundings();
  const list = listOf(lists, '8');
  const own = entries.lists['8']!;
  const choices = nextStages(stage);
  const [to, choose] = useState(choices[0]!);
  const [typed, setTyped] = useState<Readonly<Record<string, string>>>({});
  const [isTried, setIsTried] = useState(false);
  const isMajor = concerns.includes('meeting');
  const stepDay = Math.min(todayOf(around), Math.floor(entries.asOf));

  const heldIn = (key: string): Value => own.values[key]?.[row] ?? null;
  const isOffered = ({ key }: Column): boolean => typed[key] === undefined && datesOfStep.includes(key) && (heldIn(key) ?? '') === '';
  const textOf = (column: Column): string => (isOffered(column) ? formatSerial(stepDay) : (typed[column.key] ?? textIn(column, heldIn(column.key))));
  /** What stands in the row stays as it is until it is typed over. */
  const valuesOf = (fields: readonly AdvanceField[]): ProblemValues =>
    Object.fromEntries(
      fields
        .filter(({ column }) => typed[column.key] !== undefined || isOffered(column))
        .map(({ column }) => [column.key, valueOf(column, textOf(column))]),
    );
  const fieldsWith = (also: readonly string[]) => fieldsOfAdvance(list, own, row, { from: stage, to, isMajor }, also);

  // What stands in the row already and refuses the step is asked for with the rest.
  const inTheWay = useMemo(() => {
    const step = { from: stage, to, isMajor };
    const dates = fieldsOfAdvance(list, own, row, step).filter(({ column }) => datesOfStep.includes(column.key) && (own.values[column.key]?.[row] ?? '') === '');
    const values = Object.fromEntries(dates.map(({ column }) => [column.key, stepDay]));
    return judgeAdvance(entries, plan, lists, { row, to, values }).refusals.flatMap(({ columns }) => columns[0] ?? []);
  }, [entries, plan, lists, list, own, row, stage, to, isMajor, stepDay]);
  const fields = fieldsWith(inTheWay);
  const move: ProblemAdvance = { row, to, values: valuesOf(fields) };
  const key = JSON.stringify(move);
  const verdict = useMemo(() => judgeAdvance(entries, plan, lists, JSON.parse(key) as ProblemAdvance), [entries, plan, lists, key]);
  const isWrongDay = (column: Column): boolean => column.type === 'date' && typeof move.values[column.key] === 'string';
  return {
    choices,
    to,
    choose(next) {
      setIsTried(false);
      choose(next);
    },
    fields,
    textOf,
    write: (column, text) => setTyped({ ...typed, [column.key]: text }),
    isWrongDay,
    isTried,
    verdict,
    submit() {
      setIsTried(true);
      return verdict.refusals.length === 0 ? move : null;
    },
  };
}

/** A cell as it is typed: a day as 2023-12-25. */
function textIn({ type }: Column, value: Value): string {
  if (value === null) return '';
  return typeof value === 'number' && type === 'date' ? formatSerial(value) : String(value);
}

/** What a typed text is in its column: a day's serial number, the text without blanks around it, nothing. */
function valueOf({ type }: Column, text: string): Value {
  const trimmed = text.trim();
  if (trimmed === '') return null;
  return type === 'date' ? (parseDayInput(trimmed) ?? trimmed) : trimmed;
}
