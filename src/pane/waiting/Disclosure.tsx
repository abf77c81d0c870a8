import { makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';
import { useId, useState, type ReactNode } from 'react';
import { plainButton } from '../look/plain-button';

const useStyles = makeStyles({
  heading: { margin: 0 },
  button: {
    ...plainButton,
    display: 'grid',
    gridTemplateColumns: '16px minmax(0, 1fr)',
    columnGap: '8px',
    alignItems: 'center',
    padding: '8px 12px',
    minHeight: '40px',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  lines: { listStyleType: 'none', margin: 0, padding: '0 0 8px' },
});

interface Props {
  readonly summary: ReactNode;
  readonly startsOpen: boolean;
  /** List items, drawn only while open. */
  readonly children: ReactNode;
}

/** A heading that opens and closes the list under it. */
export function Disclosure({ summary, startsOpen, children }: Props) {
  const styles = useStyles();
  const lines = useId();
  const [isOpen, setIsOpen] = useState(startsOpen);
  const Chevron = isOpen ? ChevronDown16Regular : ChevronRight16Regular;
  return (
    <section>
      <h2 className={styles.heading}>
        <button type="button" className={styles.button} aria-expanded={isOpen} aria-controls={lines} onClick={() => setIsOpen(!isOpen)}>
          <Chevron aria-hidden />
          {summary}
        </button>
      </h2>
      <ul id={lines} className={styles.lines} hidden={!isOpen}>
        {isOpen && children}
      </ul>
    </section>
  );
}
