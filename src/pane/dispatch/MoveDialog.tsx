import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Move } from '../../dispatch/move';
import type { MoveRequest } from '../../job/move-project';
import type { CheckReport } from '../../job/report';
import { listOf } from '../../list/registry';
import { describeOthers, describeOutcome, moveWords } from '../../text/dispatch-move';
import { uiWords } from '../../text/ui';
import { PaneDialog } from '../frame/PaneDialog';
import { useCommands } from '../state/PaneContext';
import { describePoint } from './carry-view';
import { answersTo, areComplete, askedColumns, hasOwnAnswers, refusalsOf, textIn, type Typed } from './move-answer';
import { MoveAskedField } from './MoveAskedField';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '12px' },
  project: { display: 'flex', flexDirection: 'column', gap: '2px', padding: '8px 12px', backgroundColor: tokens.colorNeutralBackground3, borderRadius: tokens.borderRadiusMedium },
  note: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  /** The report in which they were seen. */
  readonly report: CheckReport;
  /** One project, or several of one kind of move. */
  readonly moves: readonly [Move, ...Move[]];
  readonly onClose: () => void;
}

/** What only the user can tell before a project moves on; told once for several. */
export function MoveDialog({ report, moves, onClose }: Props) {
  const styles = useStyles();
  const { moveOn } = useCommands();
  const [typed, setTyped] = useState<Typed>({});
  const [isTried, setIsTried] = useState(false);
  const [first, ...others] = moves;
  const columns = askedColumns(moves, report);
  const requests = moves.map((move): MoveRequest => ({ move, answers: answersTo(move, moves, columns, typed) }));
  const refusals = refusalsOf(requests, columns, typed, isTried, report);
  const submit = (): void => {
    setIsTried(true);
    if (refusals.size > 0 || !areComplete(requests, report)) return;
    onClose();
    void moveOn(report, requests);
  };
  return (
    <PaneDialog
      title={`${moveWords.title}：${moveWords.kinds[first.kind]}`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{uiWords.cancel}</Button>
          <Button appearance="primary" onClick={submit}>
            {moveWords.submit}
          </Button>
        </>
      }
    >
      <div className={styles.root}>
        <div className={styles.project}>
          <Text weight="semibold">{others.length === 0 ? first.name : `${first.name}${describeOthers(moves.length)}`}</Text>
          {others.length === 0 && (
            <Text size={200} className={styles.note}>
              {describePoint(report, first.from)}
            </Text>
          )}
          <Text size={200} className={styles.note}>
            {describeOutcome(first, sheetOf(report, first.from.list), sheetOf(report, first.to))}
          </Text>
        </div>
        {others.length > 0 && (
          <Text size={200} className={styles.note}>
            {columns.some(({ key }) => hasOwnAnswers(moves, key)) ? `${moveWords.same}${moveWords.own}` : moveWords.same}
          </Text>
        )}
        {columns.map((column) => (
          <MoveAskedField
            key={column.key}
            plan={report.plan}
            asOf={report.entries.asOf}
            column={column}
            text={textIn(moves, column, typed)}
            isRequired={!hasOwnAnswers(moves, column.key)}
            refusal={refusals.get(column.key) ?? null}
            onText={(text) => setTyped({ ...typed, [column.key]: text })}
          />
        ))}
        <Text size={200} block className={styles.note}>
          {moveWords.note}
        </Text>
      </div>
    </PaneDialog>
  );
}

function sheetOf({ entries, lists }: CheckReport, list: string): string {
  return entries.lists[list]?.sheetName ?? listOf(lists, list).sheetName;
}
