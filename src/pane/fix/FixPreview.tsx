import { Button, Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { CheckReport } from '../../job/report';
import type { Issue } from '../../rule/issue';
import { describeFix } from '../../text/fix';
import { fixTexts, uiWords } from '../../text/ui';
import { inThousands } from '../../text/ui-sentence';
import { PaneDialog } from '../frame/PaneDialog';
import { locateIn } from '../issue/locate';
import { useCommands } from '../state/PaneContext';
import { FixTable, type FixLine } from './FixTable';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '8px', minHeight: 0 },
  note: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly report: CheckReport;
  /** Issues with a fix. */
  readonly issues: readonly Issue[];
  readonly onClose: () => void;
}

/** 全部修正: every cell with what is there and what it becomes, before anything is written. */
export function FixPreview({ report, issues, onClose }: Props) {
  const styles = useStyles();
  const { fix } = useCommands();
  const lines = useMemo(() => linesOf(report, issues), [report, issues]);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(() => new Set(lines.filter(isCertain).map(({ issue }) => issue.id)));
  const picked = issues.filter((issue) => chosen.has(issue.id));
  const hasUncertain = lines.some((line) => !isCertain(line));

  const toggle = (id: string): void => {
    const next = new Set(chosen);
    if (!next.delete(id)) next.add(id);
    setChosen(next);
  };
  return (
    <PaneDialog
      title={fixTexts.title}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{uiWords.cancel}</Button>
          <Button
            appearance="primary"
            disabledFocusable={picked.length === 0}
            onClick={() => {
              onClose();
              void fix(picked);
            }}
          >
            {`${uiWords.fix} ${inThousands(picked.length)} 处`}
          </Button>
        </>
      }
    >
      <div className={styles.root}>
        <Text block>{fixTexts.intro}</Text>
        {hasUncertain && (
          <Text block size={200} className={styles.note}>
            {fixTexts.verify}
          </Text>
        )}
        <Checkbox
          label={`${fixTexts.all}（${inThousands(lines.length)}）`}
          checked={picked.length === 0 ? false : picked.length === lines.length ? true : 'mixed'}
          onChange={() => setChosen(picked.length === lines.length ? new Set() : new Set(lines.map(({ issue }) => issue.id)))}
        />
        <FixTable lines={lines} chosen={chosen} onToggle={toggle} />
      </div>
    </PaneDialog>
  );
}

/** What is merely probable (another unit of money) is for the user to tick. */
function isCertain({ issue }: FixLine): boolean {
  return issue.severity === 'error';
}

function linesOf(report: CheckReport, issues: readonly Issue[]): readonly FixLine[] {
  const locate = locateIn(report);
  return issues.flatMap((issue) => {
    const told = describeFix(issue, report.plan, report.lists, locate);
    return told ? [{ issue, told }] : [];
  });
}
