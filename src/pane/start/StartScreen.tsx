import { Button, Field, makeStyles, Select, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { defaultAsOf } from '../../job/as-of';
import { formatSerial } from '../../plan/day';
import type { Plan } from '../../plan/plan';
import { generateTexts, uiWords } from '../../text/ui';
import { DayInput } from '../day/DayInput';
import { parseDayInput } from '../day/day-input';
import { useCommands, usePaneState, useSurroundings } from '../state/PaneContext';
import { readPreference, writePreference } from '../state/preference';
import type { GenerateChoice } from '../state/work';

const useStyles = makeStyles({
  root: { overflowY: 'auto', flex: '1 1 0', padding: '16px 12px', display: 'flex', flexDirection: 'column', gap: '16px' },
  plan: { color: tokens.colorNeutralForeground2, display: 'block', marginTop: '4px' },
  heading: { margin: 0 },
  note: { color: tokens.colorNeutralForeground2 },
});

const samples = ['none', 'clean', 'mistakes'] as const;

/** A workbook without our sheets: what to generate, and for whom. */
export function StartScreen({ plan }: { readonly plan: Plan }) {
  const styles = useStyles();
  const { generate } = useCommands();
  const around = useSurroundings();
  const { task } = usePaneState();
  const [scope, setScope] = useState(() => rememberedScope(plan));
  const [day, setDay] = useState(() => formatSerial(defaultAsOf(plan, around)));
  const [sample, setSample] = useState<GenerateChoice['sample']>('none');
  const asOf = parseDayInput(day);

  const submit = (): void => {
    if (asOf === null) return;
    writePreference('scope', scope);
    void generate({ scope: scope === 'city' ? { kind: 'city' } : { kind: 'unit', unit: scope }, asOf, sample });
  };

  return (
    <form
      className={styles.root}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      <header>
        <Text as="h1" size={500} weight="semibold" block className={styles.heading}>
          {uiWords.product}
        </Text>
        <Text size={200} className={styles.plan}>
          {`${plan.number}\u3000${plan.campaign}`}
        </Text>
      </header>
      <Text block>{generateTexts.intro}</Text>
      <Field label={generateTexts.scope} hint={generateTexts.scopeHint}>
        <Select value={scope} onChange={(_, data) => setScope(data.value)}>
          <option value="city">{uiWords.city}</option>
          {plan.units.map((unit) => (
            <option key={unit.key} value={unit.key}>
              {unit.name}
            </option>
          ))}
        </Select>
      </Field>
      <Field
        label={uiWords.asOf}
        hint={uiWords.asOfHint}
        validationState={asOf === null ? 'error' : 'none'}
        {...(asOf === null ? { validationMessage: uiWords.asOfWrong } : {})}
      >
        <DayInput text={day} onText={setDay} />
      </Field>
      <Field label={generateTexts.sample} hint={generateTexts.sampleHint}>
        <Select value={sample} onChange={(_, data) => setSample(data.value as GenerateChoice['sample'])}>
          {samples.map((key) => (
            <option key={key} value={key}>
              {generateTexts.samples[key]}
            </option>
          ))}
        </Select>
      </Field>
      <Button type="submit" appearance="primary" disabledFocusable={task !== null || asOf === null}>
        {generateTexts.submit}
      </Button>
      <Text size={200} className={styles.note}>
        {generateTexts.foreign}
      </Text>
    </form>
  );
}

function rememberedScope(plan: Plan): string {
  const remembered = readPreference('scope');
  return plan.units.some((unit) => unit.key === remembered) && remembered !== null ? remembered : 'city';
}
