import { Button, makeStyles, ToggleButton, tokens } from '@fluentui/react-components';
import { Filter16Regular } from '@fluentui/react-icons/svg/filter';
import { Wrench16Regular } from '@fluentui/react-icons/svg/wrench';
import { lazy, Suspense, useId, useMemo, useState } from 'react';
import type { CheckReport } from '../../job/report';
import type { Issue } from '../../rule/issue';
import { issueTexts, uiWords } from '../../text/ui';
import { inThousands } from '../../text/ui-sentence';
import { severityName } from '../../text/workbook';
import { usePaneState } from '../state/PaneContext';
import { countFacets, toggleKind, type IssueFilter, type IssueKind } from './filter';
import { IssueFilterFields } from './IssueFilterFields';

const FixPreview = lazy(async () => ({ default: (await import('../fix/FixPreview')).FixPreview }));

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '8px', padding: '4px 12px 8px' },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  chips: { display: 'flex', flexWrap: 'wrap', gap: '4px' },
  chip: { minWidth: 'unset', paddingInline: '8px', fontVariantNumeric: 'tabular-nums' },
  count: { marginLeft: '4px', fontWeight: tokens.fontWeightSemibold },
  filter: { marginLeft: 'auto', fontWeight: tokens.fontWeightRegular },
});

const severities: readonly IssueKind[] = ['error', 'warning', 'info'];

interface Props {
  readonly report: CheckReport;
  readonly filter: IssueFilter;
  readonly onFilter: (filter: IssueFilter) => void;
  /** The issues that the filter lets through. */
  readonly shown: readonly Issue[];
}

/** Counts by severity, which are filters at once; further filters; 全部修正 of what is shown. */
export function IssueToolbar({ report, filter, onFilter, shown }: Props) {
  const styles = useStyles();
  const fields = useId();
  const { task } = usePaneState();
  const [isOpen, setIsOpen] = useState(false);
  const [isFixing, setIsFixing] = useState(false);
  const { counts } = report.result;
  // Drawn at each step of a task: thousands of issues are gone through only once.
  const fixable = useMemo(() => shown.filter((issue) => issue.fix && !issue.explained), [shown]);
  const kinds: readonly IssueKind[] = counts.explained > 0 ? [...severities, 'explained'] : severities;
  const narrowed = countFacets(filter);
  return (
    <div className={styles.root}>
      <div className={styles.row}>
        <div className={styles.chips} role="group" aria-label={issueTexts.severity}>
          {kinds.map((kind) => (
            <ToggleButton
              key={kind}
              className={styles.chip}
              size="small"
              shape="circular"
              appearance={filter.kinds.includes(kind) ? 'primary' : 'outline'}
              checked={filter.kinds.includes(kind)}
              onClick={() => onFilter(toggleKind(filter, kind))}
            >
              {`${kind === 'explained' ? issueTexts.explained : severityName(kind, false)} `}
              <span className={styles.count}>{inThousands(counts[kind])}</span>
            </ToggleButton>
          ))}
        </div>
        <Button
          className={styles.filter}
          size="small"
          appearance="subtle"
          icon={<Filter16Regular />}
          aria-expanded={isOpen}
          aria-controls={fields}
          onClick={() => setIsOpen(!isOpen)}
        >
          {narrowed > 0 ? `${uiWords.filter} ${narrowed}` : uiWords.filter}
        </Button>
        {fixable.length > 0 && (
          <Button size="small" icon={<Wrench16Regular />} disabledFocusable={task !== null} onClick={() => setIsFixing(true)}>
            {`${uiWords.fixAll} ${inThousands(fixable.length)} 处`}
          </Button>
        )}
      </div>
      <div id={fields} hidden={!isOpen}>
        {isOpen && <IssueFilterFields report={report} filter={filter} onFilter={onFilter} />}
      </div>
      {isFixing && (
        <Suspense fallback={null}>
          <FixPreview report={report} issues={fixable} onClose={() => setIsFixing(false)} />
        </Suspense>
      )}
    </div>
  );
}
