import { makeStyles, tokens } from '@fluentui/react-components';
import { lateText } from '../look/late-text';
import { plainButton } from '../look/plain-button';

const lines = { display: 'flex', flexDirection: 'column', gap: '2px' } as const;
/** As far in as the words of the heading over them. */
const padding = '8px 12px 8px 36px';
const hover = { ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover } };

/** How one row of a list looks that 调度 draws: lines under one another, a click on which leads to the row. */
export const useRowStyles = makeStyles({
  /** The row as a button. */
  whole: { ...plainButton, ...lines, padding, ...hover },
  /** The row as a button with another one to its right. */
  pair: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', columnGap: '8px', alignItems: 'start', padding, ...hover },
  main: { ...plainButton, ...lines },
  note: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
  late: lateText,
});
