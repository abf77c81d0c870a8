import { Field, makeStyles } from '@fluentui/react-components';
import { useState } from 'react';
import { formatSerial } from '../../plan/day';
import { uiWords } from '../../text/ui';
import { DayInput } from '../day/DayInput';
import { parseDayInput } from '../day/day-input';
import { useCommands } from '../state/PaneContext';

const useStyles = makeStyles({
  field: { gridTemplateColumns: '92px minmax(0, 1fr)', maxWidth: '320px', '@media (max-width: 260px)': { gridTemplateColumns: 'minmax(0, 1fr)' }, '> label': { whiteSpace: 'nowrap' } },
});

interface Props {
  /** Excel serial number. */
  readonly asOf: number;
  readonly isBusy: boolean;
}

/** 统计截止日 of the workbook. It is taken over on Enter or on leaving, not while the year is half typed. */
export function AsOfField({ asOf, isBusy }: Props) {
  const styles = useStyles();
  const { changeAsOf } = useCommands();
  const [text, setText] = useState(formatSerial(asOf));
  const [shown, setShown] = useState(asOf);
  // Another day came from the workbook. The field is not drawn anew for it, or the one who pressed Enter in it would lose his place.
  if (shown !== asOf) {
    setShown(asOf);
    setText(formatSerial(asOf));
  }
  const isWrong = parseDayInput(text) === null;
  const take = (typed: string): void => {
    const serial = parseDayInput(typed);
    if (serial === null) return;
    setText(formatSerial(serial));
    if (serial !== asOf && !isBusy) void changeAsOf(serial);
  };
  return (
    <Field
      className={styles.field}
      label={uiWords.asOf}
      orientation="horizontal"
      validationState={isWrong ? 'error' : 'none'}
      {...(isWrong ? { validationMessage: uiWords.asOfWrong } : {})}
    >
      <DayInput
        text={text}
        onText={setText}
        onPick={take}
        readOnly={isBusy}
        onBlur={() => take(text)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') take(text);
          if (event.key !== 'Escape' || text === formatSerial(asOf)) return;
          setText(formatSerial(asOf));
          event.preventDefault();
        }}
      />
    </Field>
  );
}
