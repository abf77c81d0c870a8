import { Input, makeStyles, tokens } from '@fluentui/react-components';
import { CalendarLtr20Regular } from '@fluentui/react-icons/svg/calendar-ltr';
import type { ComponentProps } from 'react';
import { formatSerial } from '../../plan/day';
import { uiWords } from '../../text/ui';
import { dayLimits, parseDayInput } from './day-input';

const useStyles = makeStyles({
  // A text field is as wide as twenty letters unless told, which is too wide for a pane at a large zoom.
  root: { minWidth: 0, width: '100%' },
  typed: { minWidth: 0 },
  calendar: { position: 'relative', display: 'flex', color: tokens.colorNeutralForeground2 },
  native: {
    position: 'absolute',
    inset: '-6px',
    opacity: 0,
    padding: 0,
    border: 'none',
    cursor: 'pointer',
    width: '32px',
    height: '32px',
    '::-webkit-calendar-picker-indicator': { position: 'absolute', inset: 0, width: '100%', height: '100%', padding: 0, cursor: 'pointer' },
  },
});

interface Props extends Omit<ComponentProps<typeof Input>, 'type' | 'value' | 'onChange' | 'size' | 'defaultValue'> {
  /** As typed, not necessarily a day yet. */
  readonly text: string;
  readonly onText: (text: string) => void;
  /** A day was picked from the calendar (2023-12-25). */
  readonly onPick?: (text: string) => void;
}

/**
 * A day as text, which a browser's own date field shows in the order of its own language, with that field's
 * calendar behind the icon. The calendar is for the mouse; by keyboard the day is typed.
 */
export function DayInput({ text, onText, onPick, ...rest }: Props) {
  const styles = useStyles();
  const serial = parseDayInput(text);
  return (
    <Input
      {...rest}
      className={styles.root}
      input={{ className: styles.typed }}
      value={text}
      inputMode="numeric"
      autoComplete="off"
      placeholder={uiWords.dayExample}
      onChange={(_, data) => onText(data.value)}
      contentAfter={
        <span className={styles.calendar} title={uiWords.calendar}>
          <CalendarLtr20Regular aria-hidden />
          <input
            type="date"
            className={styles.native}
            tabIndex={-1}
            aria-hidden
            disabled={rest.readOnly || rest.disabled}
            {...dayLimits}
            value={serial === null ? '' : formatSerial(serial)}
            onChange={(event) => {
              if (parseDayInput(event.target.value) === null) return;
              onText(event.target.value);
              onPick?.(event.target.value);
            }}
          />
        </span>
      }
    />
  );
}
