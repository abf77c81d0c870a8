import { makeStyles, tokens } from '@fluentui/react-components';
import { ChevronDown16Regular } from '@fluentui/react-icons/svg/chevron-down';
import { ChevronRight16Regular } from '@fluentui/react-icons/svg/chevron-right';
import { useId, useState, type ReactNode } from 'react';
import { plainButton } from '../look/plain-button';

const useStyles = makeStyles({
  head: { display: 'flex', alignItems: 'center', gap: '4px' },
  heading: { margin: 0, flex: '1 1 0', minWidth: 0 },
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
  // Ends where the lines below do.
  aside: { marginRight: '12px', flexShrink: 0 },
  lines: { listStyleType: 'none', margin: 0, padding: '0 0 8px' },
});

interface Props {
  readonly summary: ReactNode;
  readonly startsOpen: boolean;
  /** Of the heading, 2 where it is not said. */
  readonly level?: 2 | 3;
  /** Beside the heading: what can be done with the whole of it. */
  readonly aside?: ReactNode;
  /** List items, drawn only while open. */
  readonly children: ReactNode;
}

/** A heading that opens and closes the list under it. */
export function Disclosure({ summary, startsOpen, level = 2, aside, children }: Props) {
  const styles = useStyles();
  const lines = useId();
  const [isOpen, setIsOpen] = useState(startsOpen);
  const Heading = `h${level}` as const;
  const Chevron = isOpen ? ChevronDown16Regular : ChevronRight16Regular;
  return (
    <section>
      <div className={styles.head}>
        <Heading className={styles.heading}>
          <button type="button" className={styles.button} aria-expanded={isOpen} aria-controls={lines} onClick={() => setIsOpen(!isOpen)}>
            <Chevron aria-hidden />
            {summary}
          </button>
        </Heading>
        {aside && <span className={styles.aside}>{aside}</span>}
      </div>
      <ul id={lines} className={styles.lines} hidden={!isOpen}>
        {isOpen && children}
      </ul>
    </section>
  );
}
