import { Button, Checkbox, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useState, type ReactNode } from 'react';
import type { Decisions, ListProposal } from '../../exchange/proposal';
import type { List } from '../../list/list';
import type { Plan } from '../../plan/plan';
import { describeChange, describeRefusal } from '../../text/exchange-merge';
import { exchangeTexts } from '../../text/exchange-pane';
import { describeMoreLines } from '../../text/ui-sentence';
import { useCommands } from '../state/PaneContext';

/** Rows shown at a time: a unit may fill in hundreds. */
const pageful = 20;

const useStyles = makeStyles({
  lines: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '8px' },
  line: { display: 'flex', flexDirection: 'column' },
  note: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly plan: Plan;
  readonly list: List;
  readonly proposal: ListProposal;
  readonly unit: string;
  readonly decisions: Decisions;
}

/** Row by row what a file would do to one list; a row that the unit deleted goes only when that is ticked. */
export function ListChanges({ plan, list, proposal, unit, decisions }: Props) {
  const styles = useStyles();
  const { decide } = useCommands();
  const [count, setCount] = useState(pageful);
  const lines: readonly (readonly [key: string, line: ReactNode])[] = [
    ...proposal.deleted.map((row): [string, ReactNode] => [
      row.id,
      <>
        <Text>{`${exchangeTexts.deleted}：${row.name}`}</Text>
        <Checkbox
          label={exchangeTexts.deleteToo}
          aria-label={`${exchangeTexts.deleteToo} ${row.name}`}
          checked={decisions[row.id] === 'unit'}
          onChange={(_, { checked }) => decide([row.id], checked === true ? 'unit' : null)}
        />
      </>,
    ]),
    ...proposal.refused.map((refusal, at): [string, ReactNode] => [`r${at}`, <Text>{describeRefusal(refusal, list, plan, unit)}</Text>]),
    ...proposal.changed.map((row): [string, ReactNode] => [
      `c${row.cityRow}`,
      <>
        <Text>{`${exchangeTexts.changed}：${row.name}`}</Text>
        <Text size={200} className={styles.note}>
          {row.cells.map((cell) => describeChange(list, cell)).join('；')}
        </Text>
      </>,
    ]),
    ...proposal.added.map((row): [string, ReactNode] => [`a${row.fileRow}`, <Text>{`${exchangeTexts.added}：${row.name}`}</Text>]),
  ];
  const left = lines.length - count;
  return (
    <ul className={styles.lines}>
      {lines.slice(0, count).map(([key, line]) => (
        <li key={key} className={styles.line}>
          {line}
        </li>
      ))}
      {left > 0 && (
        <li>
          <Button size="small" onClick={() => setCount(count + pageful)}>
            {describeMoreLines(Math.min(left, pageful))}
          </Button>
        </li>
      )}
    </ul>
  );
}
