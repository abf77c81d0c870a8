import { makeStyles, Spinner, Text, tokens } from '@fluentui/react-components';
import { useCallback, useState } from 'react';
import { listCarriesInSteps, type Carry } from '../../dispatch/carry';
import { moveKinds, type Move } from '../../dispatch/move';
import { openBookInSteps } from '../../dispatch/move-book';
import { listMovesInSteps, type MoveList } from '../../dispatch/move-list';
import type { CheckReport } from '../../job/report';
import { moveWords } from '../../text/dispatch-move';
import { EmptyState } from '../frame/EmptyState';
import type { Steps } from '../../total/steps';
import { useCommands } from '../state/PaneContext';
import { useInSteps } from '../state/use-in-steps';
import { CarryBar } from './CarryBar';
import { CarrySection } from './CarrySection';
import { MoveDialog } from './MoveDialog';
import { MoveSection } from './MoveSection';

const useStyles = makeStyles({
  head: { display: 'flex', flexDirection: 'column', gap: '12px', padding: '0 12px 8px' },
  note: { color: tokens.colorNeutralForeground2 },
  finding: { padding: '16px' },
});

/** Everything that the panel lists. */
function* findAll(...source: Parameters<typeof openBookInSteps>): Steps<MoveList & { readonly carries: readonly Carry[] }> {
  const book = yield* openBookInSteps(...source);
  const list = yield* listMovesInSteps(book);
  return { ...list, carries: yield* listCarriesInSteps(book) };
}

/** 流转: what can move on, by kind of move, and what can be carried in. */
export function MovePanel({ report }: { readonly report: CheckReport }) {
  const styles = useStyles();
  const { moveOn } = useCommands();
  const { entries, plan, lists } = report;
  const find = useCallback(() => findAll(entries, plan, lists), [entries, plan, lists]);
  const found = useInSteps(find);
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
      </div>
      <CarryBar report={report} />
      {found === null && <Spinner className={styles.finding} size="small" label={moveWords.finding} />}
      {found?.moves.length === 0 && found.moved.length === 0 && <EmptyState sign="waiting" title={moveWords.none} hint={moveWords.noneHint} />}
      {found && moveKinds.map((kind) => (
        <MoveSection
          key={kind}
          kind={kind}
          report={report}
          moves={found.moves.filter((move) => move.kind === kind)}
          movedCount={found.moved.filter((each) => each.kind === kind).length}
          onMove={start}
        />
      ))}
      {found && <CarrySection report={report} carries={found.carries} />}
      {asking && <MoveDialog report={asking.seen} moves={asking.moves} onClose={() => setAsking(null)} />}
    </>
  );
}
