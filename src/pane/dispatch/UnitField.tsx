import { Field, makeStyles, Select } from '@fluentui/react-components';
import type { CheckReport } from '../../job/report';
import { issueTexts, uiWords } from '../../text/ui';

const useStyles = makeStyles({
  field: { gridTemplateColumns: 'auto 1fr', columnGap: '8px', '> label': { whiteSpace: 'nowrap' } },
});

interface Props {
  readonly report: CheckReport;
  /** Unit key, null for all of them. */
  readonly unit: string | null;
  readonly onUnit: (unit: string | null) => void;
}

/** Whose rows a meeting is about: 四(三) has the mayor talk with one county after the other. A unit's own workbook needs no choice. */
export function UnitField({ report: { plan, entries }, unit, onUnit }: Props) {
  const styles = useStyles();
  if (entries.scope.kind === 'unit') return null;
  return (
    <Field className={styles.field} label={uiWords.unit} orientation="horizontal">
      <Select value={unit ?? ''} onChange={(_, { value }) => onUnit(value === '' ? null : value)}>
        <option value="">{issueTexts.searchUnit}</option>
        {plan.units.map(({ key, name }) => (
          <option key={key} value={key}>
            {name}
          </option>
        ))}
      </Select>
    </Field>
  );
}
