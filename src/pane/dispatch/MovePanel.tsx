import { Button, makeStyles, MessageBar, MessageBarActions, MessageBarBody, Text, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { moveKinds, type Move } from '../../dispatch/move';
import { openBook } from '../../dispatch/move-book';
import { listMoves } from '../../dispatch/move-list';
import type { CheckReport } from '../../job/report';
import { describeLastCarry, describeLastMove, moveWords } from '../../text/dispatch-move';
import { EmptyState } from '../frame/EmptyState';
import { useCommands, usePaneState } from '../state/PaneContext';
import { CarryBar } from './CarryBar';
import { CarrySection } from './CarrySection';
import { MoveDialog } from './MoveDialog';
import { MoveSection } from './MoveSection';

const useStyles = makeStyles({
  head: { display: 'flex', flexDirection: 'column', gap: '12px', padding: '0 12px 8px' },
  note: { color: tokens.colorNeutralForeground2 },
});

/** 流转: what can move on, by kind of move, and what can be carried in; the last step can be taken back. */
export function MovePanel({ report }: { readonly report: CheckReport }) {
  const styles = useStyles();
  const { moveOn } = useCommands();
  const { entries, plan, lists } = report;
  const { moves, moved } = useMemo(() => listMoves(openBook(entries, plan, lists)), [entries, plan, lists]);
  // The report in which they were seen: while the dialog is open the workbook may be judged anew.
  const [asking, setAsking] = useState<{ readonly seen: CheckReport; readonly moves: readonly [Move, ...Move[]] } | null>(null);
  const start = (chosen: readonly Move[]): void => {
    const [first, ...others] = chosen;
    if (first === undefined) return;
    if (chosen.every(({ asked }) => asked.length === 0)) void moveOn(report, chosen.map((move) => ({ move, answers: {} })));
    else setAsking({ seen: report, moves: [first, ...others] });
  };
  return (
    <>
      <div className={styles.head}>
        <Text block className={styles.note}>
          {moveWords.intro}
        </Text>
        <LastStep />
      </div>
      <CarryBar report={report} />
      {moves.length + moved.length === 0 && <EmptyState sign="waiting" title={moveWords.none} hint={moveWords.noneHint} />}
      {moveKinds.map((kind) => (
        <MoveSection
          key={kind}
          kind={kind}
          report={report}
          moves={moves.filter((move) => move.kind === kind)}
          movedCount={moved.filter((each) => each.kind === kind).length}
          onMove={start}
        />
      ))}
      <CarrySection report={report} />
      {asking && <MoveDialog report={asking.seen} moves={asking.moves} onClose={() => setAsking(null)} />}
    </>
  );
}

/** What was moved or carried in last, to be looked at or taken back. */
function LastStep() {
  const { goTo, takeBack } = useCommands();
  const { moved, task } = usePaneState();
  if (moved === null) return null;
  const place = moved.kind === 'move' ? moved.result.place : null;
  return (
    <MessageBar layout="multiline">
      <MessageBarBody>
        {moved.kind === 'move' ? describeLastMove(moved.result.count) : describeLastCarry(moved.result.rows, moved.result.cells)}
      </MessageBarBody>
      <MessageBarActions>
        {place && (
          <Button size="small" onClick={() => void goTo(place.sheet, place.row, place.column)}>
            {moveWords.see}
          </Button>
        )}
        <Button size="small" disabledFocusable={task !== null} onClick={() => void takeBack()}>
          {moveWords.undo}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
