import { Field, Input, Select } from '@fluentui/react-components';
import { choiceLabels, longestText } from '../../list/column';
import type { Column } from '../../list/list';
import { addMonths, startOfMonth, toSerial } from '../../plan/day';
import type { Plan } from '../../plan/plan';
import { describeMonth, moveWords } from '../../text/dispatch-move';
import { DayInput } from '../day/DayInput';

interface Props {
  readonly plan: Plan;
  /** 统计截止日, Excel serial number. */
  readonly asOf: number;
  readonly column: Column;
  /** As typed; of a month its serial number. */
  readonly text: string;
  readonly isRequired: boolean;
  /** Why it cannot be taken; null where it can. */
  readonly refusal: string | null;
  readonly onText: (text: string) => void;
}

/** Months offered beyond that of 统计截止日. */
const monthsAhead = 6;

/** One cell that is asked for, by what its column holds. */
export function MoveAskedField({ plan, asOf, column, text, isRequired, refusal, onText }: Props) {
  const choices = choicesOf(plan, asOf, column);
  return (
    <Field label={column.header} required={isRequired} validationState={refusal === null ? 'none' : 'error'} {...(refusal === null ? {} : { validationMessage: refusal })}>
      {column.type === 'date' ? (
        <DayInput text={text} onText={onText} />
      ) : choices === null ? (
        <Input value={text} maxLength={longestText} autoComplete="off" onChange={(_, { value }) => onText(value)} />
      ) : (
        <Select value={text} onChange={(_, { value }) => onText(value)}>
          <option value="">{moveWords.choose}</option>
          {choices.map(([value, label]) => (
            <option key={value} value={value}>
              {label}
            </option>
          ))}
        </Select>
      )}
    </Field>
  );
}

/** What a choice or a month is chosen from; null for a column into which one types. */
function choicesOf(plan: Plan, asOf: number, column: Column): readonly (readonly [value: string, label: string])[] | null {
  if (column.choices) return choiceLabels(plan, column.choices).map((label) => [label, label]);
  return column.type === 'month' ? monthsFrom(plan, asOf).map((month) => [String(month), describeMonth(month)]) : null;
}

/** From the plan's first month on, until half a year after 统计截止日. */
function monthsFrom(plan: Plan, asOf: number): number[] {
  const last = addMonths(startOfMonth(asOf), monthsAhead);
  const months: number[] = [];
  for (let month = startOfMonth(toSerial(plan.quarter.start)); month <= last; month = addMonths(month, 1)) months.push(month);
  return months;
}
