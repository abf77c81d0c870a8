import { Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef } from 'react';
import type { Issue } from '../../rule/issue';
import type { FixDescription } from '../../text/fix';
import { fixTexts } from '../../text/ui';
import { unseen } from '../look/unseen';

export interface FixLine {
  readonly issue: Issue;
  readonly told: FixDescription;
}

const columns = '32px minmax(0, 5fr) minmax(0, 6fr)';

const useStyles = makeStyles({
  scroll: {
    maxHeight: 'max(128px, 100vh - 312px)',
    overflowY: 'auto',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  head: {
    display: 'grid',
    gridTemplateColumns: columns,
    alignItems: 'center',
    minHeight: '32px',
    position: 'sticky',
    top: 0,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground3,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
  },
  body: { position: 'relative' },
  unseen,
  row: {
    position: 'absolute',
    top: 0,
    left: 0,
    width: '100%',
    boxSizing: 'border-box',
    display: 'grid',
    gridTemplateColumns: columns,
    alignItems: 'start',
    borderBottom: `1px solid ${tokens.colorNeutralStroke3}`,
    padding: '4px 8px 4px 0',
  },
  cell: { display: 'flex', flexDirection: 'column', gap: '2px', padding: '6px 8px 6px 0', minWidth: 0 },
  place: { color: tokens.colorNeutralForeground2 },
  before: { color: tokens.colorNeutralForeground2, textDecorationLine: 'line-through' },
  after: { fontWeight: tokens.fontWeightSemibold },
});

interface Props {
  readonly lines: readonly FixLine[];
  /** Ids of the issues ticked. */
  readonly chosen: ReadonlySet<string>;
  readonly onToggle: (id: string) => void;
}

/** A table by its roles; only the rows in sight are drawn. */
export function FixTable({ lines, chosen, onToggle }: Props) {
  const styles = useStyles();
  const scroll = useRef<HTMLDivElement>(null);
  // Not memoised by any compiler here, which is all the rule warns of.
  // eslint-disable-next-line react-hooks/incompatible-library
  const virtualizer = useVirtualizer({
    count: lines.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => 64,
    getItemKey: (index) => lines[index]?.issue.id ?? index,
    overscan: 6,
  });
  return (
    <div ref={scroll} className={styles.scroll} role="table" aria-label={fixTexts.title} aria-rowcount={lines.length + 1} tabIndex={0}>
      <div role="rowgroup">
        <div role="row" aria-rowindex={1} className={styles.head}>
          <span role="columnheader">
            <span className={styles.unseen}>{fixTexts.choose}</span>
          </span>
          <Text size={200} weight="semibold" role="columnheader">
            {fixTexts.cell}
          </Text>
          <Text size={200} weight="semibold" role="columnheader">
            {fixTexts.change}
          </Text>
        </div>
      </div>
      <div role="rowgroup" className={styles.body} style={{ height: virtualizer.getTotalSize() }}>
        {virtualizer.getVirtualItems().map((row) => {
          const line = lines[row.index];
          if (!line) return null;
          const { issue, told } = line;
          return (
            <div
              key={row.key}
              ref={virtualizer.measureElement}
              role="row"
              aria-rowindex={row.index + 2}
              data-index={row.index}
              className={styles.row}
              style={{ transform: `translateY(${row.start}px)` }}
            >
              <span role="cell">
                <Checkbox
                  aria-label={`${told.sheetName} ${told.cell} ${told.what}`}
                  checked={chosen.has(issue.id)}
                  onChange={() => onToggle(issue.id)}
                />
              </span>
              <span role="cell" className={styles.cell}>
                <Text>{told.what}</Text>
                <Text size={200} className={styles.place}>
                  {`${told.sheetName} ${told.cell}`}
                </Text>
              </span>
              <span role="cell" className={styles.cell}>
                <Text className={styles.before}>{differsBySpaces(told) ? `${told.before.trim()}${fixTexts.spaces}` : told.before}</Text>
                <Text className={styles.after} aria-label={`${fixTexts.to} ${told.after}`}>
                  {`→ ${told.after}`}
                </Text>
              </span>
            </div>
          );
        })}
      </div>
    </div>
  );
}

/** Such a change cannot be seen unless it is said. */
function differsBySpaces({ before, after }: FixDescription): boolean {
  return before.replace(/\s/g, '') === after.replace(/\s/g, '');
}
