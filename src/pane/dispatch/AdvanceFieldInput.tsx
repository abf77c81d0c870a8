import { Field, Input, Select, Textarea } from '@fluentui/react-components';
import type { AdvanceField } from '../../dispatch/problem-field';
import { choiceLabels, longestText, unitNames } from '../../list/column';
import type { Column } from '../../list/list';
import type { Plan } from '../../plan/plan';
import { dispatchTexts } from '../../text/dispatch-pane';
import { advanceWords } from '../../text/dispatch-problem';
import { DayInput } from '../day/DayInput';

interface Props {
  readonly plan: Plan;
  readonly field: AdvanceField;
  readonly text: string;
  /** True where a rule refuses the step because of it. */
  readonly isRefused: boolean;
  /** What the rule says, where it is to be said here. */
  readonly refusal?: string | undefined;
  readonly isWrongDay: boolean;
  readonly onText: (text: string) => void;
}

/** One cell of a problem to be filled in, by what its column holds. */
export function AdvanceFieldInput({ plan, field: { column, isRequired }, text, isRefused, refusal, isWrongDay, onText }: Props) {
  return (
    <Field
      label={column.header}
      required={isRequired}
      validationState={isRefused || isWrongDay ? 'error' : 'none'}
      validationMessage={isWrongDay ? dispatchTexts.wrongDay : refusal}
    >
      {inputOf(plan, column, text, onText)}
    </Field>
  );
}

function inputOf(plan: Plan, column: Column, text: string, onText: (text: string) => void) {
  const labels = column.choices ? choiceLabels(plan, column.choices) : column.type === 'unit' ? unitNames(plan, column.units) : null;
  if (column.type === 'date') return <DayInput text={text} onText={onText} />;
  if (labels !== null) {
    return (
      <Select value={labels.includes(text) ? text : ''} onChange={(_, { value }) => onText(value)}>
        <option value="">{advanceWords.choose}</option>
        {labels.map((label) => (
          <option key={label}>{label}</option>
        ))}
      </Select>
    );
  }
  if (column.type === 'longText') return <Textarea value={text} rows={2} maxLength={longestText} resize="vertical" onChange={(_, { value }) => onText(value)} />;
  return <Input value={text} maxLength={longestText} autoComplete="off" onChange={(_, { value }) => onText(value)} />;
}
