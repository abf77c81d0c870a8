import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Move, MoveKind } from '../../dispatch/move';
import type { CheckReport } from '../../job/report';
import { describeMoveCount, moveWords } from '../../text/dispatch-move';
import { inThousands } from '../../text/ui-sentence';
import { PagedItems } from '../frame/PagedItems';
import { usePaneState } from '../state/PaneContext';
import { Disclosure } from '../waiting/Disclosure';
import { MoveItem } from './MoveItem';

const useStyles = makeStyles({
  summary: { display: 'flex', flexDirection: 'column', fontVariantNumeric: 'tabular-nums' },
  note: { color: tokens.colorNeutralForeground2 },
  lacking: { color: tokens.colorNeutralForeground2, fontVariantNumeric: 'tabular-nums' },
});

const pageful = 50;

/** Each problem has a number and words of its own; nothing of it is told of several at once. */
const oneByOne: readonly MoveKind[] = ['raise'];

interface Props {
  readonly kind: MoveKind;
  readonly report: CheckReport;
  readonly moves: readonly Move[];
  readonly movedCount: number;
  readonly onMove: (moves: readonly Move[]) => void;
}

/** One kind of move: the projects that can go, then those that lack something. Nothing is drawn where there is none. */
export function MoveSection({ kind, report, moves, movedCount, onMove }: Props) {
  const styles = useStyles();
  const { task } = usePaneState();
  const ready = moves.filter(({ missing }) => missing.length === 0);
  const incomplete = moves.filter(({ missing }) => missing.length > 0);
  if (moves.length + movedCount === 0) return null;
  const draw = (move: Move) => <MoveItem key={move.id} move={move} report={report} onMove={() => onMove([move])} />;
  return (
    <Disclosure
      startsOpen={ready.length > 0 && ready.length <= pageful}
      aside={
        ready.length > 1 &&
        !oneByOne.includes(kind) && (
          <Button
            size="small"
            aria-label={`${moveWords.all} ${moveWords.kinds[kind]}`}
            disabledFocusable={task !== null}
            onClick={() => onMove(ready)}
          >
            {moveWords.all}
          </Button>
        )
      }
      summary={
        <span className={styles.summary}>
          <Text weight="semibold">{moveWords.kinds[kind]}</Text>
          <Text size={200} className={styles.note}>
            {describeMoveCount(ready.length, incomplete.length, movedCount)}
          </Text>
        </span>
      }
    >
      <PagedItems items={ready} pageful={pageful} draw={draw} />
      {incomplete.length > 0 && (
        <li>
          <Disclosure
            level={3}
            startsOpen={false}
            summary={<Text className={styles.lacking}>{`${moveWords.incomplete} ${inThousands(incomplete.length)}`}</Text>}
          >
            <PagedItems items={incomplete} pageful={pageful} draw={draw} />
          </Disclosure>
        </li>
      )}
    </Disclosure>
  );
}
