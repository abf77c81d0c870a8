import { Button, makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Decisions, MergeProposal } from '../../exchange/proposal';
import type { List } from '../../list/list';
import { listOf } from '../../list/registry';
import { describeConflict } from '../../text/exchange-merge';
import { describeConflictCount, exchangeTexts } from '../../text/exchange-pane';
import { describeMoreLines } from '../../text/ui-sentence';
import { useCommands } from '../state/PaneContext';

const pageful = 20;

const useStyles = makeStyles({
  root: { padding: '4px 12px 8px 36px', display: 'flex', flexDirection: 'column', gap: '8px' },
  heading: { margin: 0 },
  note: { color: tokens.colorNeutralForeground2 },
  all: { display: 'flex', flexWrap: 'wrap', gap: '8px' },
  list: { listStyleType: 'none', margin: 0, padding: 0, display: 'flex', flexDirection: 'column', gap: '8px' },
  conflict: { padding: '8px 12px', backgroundColor: tokens.colorNeutralBackground3, borderRadius: tokens.borderRadiusMedium },
});

interface Props {
  readonly lists: readonly List[];
  readonly proposal: MergeProposal;
  readonly decisions: Decisions;
}

/** Where both wrote something else: a person chooses, one by one or all of the unit at once. */
export function ConflictList({ lists, proposal, decisions }: Props) {
  const styles = useStyles();
  const { decide } = useCommands();
  const [count, setCount] = useState(pageful);
  const conflicts = proposal.lists.flatMap((own) => own.conflicting.map((conflict) => ({ conflict, told: describeConflict(conflict, listOf(lists, own.list)) })));
  const ids = conflicts.map(({ conflict }) => conflict.id);
  const undecided = ids.filter((id) => decisions[id] === undefined).length;
  const left = conflicts.length - count;
  return (
    <div className={styles.root}>
      <Text as="h3" weight="semibold" block className={styles.heading}>
        {exchangeTexts.conflicts}
      </Text>
      <Text size={200} role="status" className={styles.note}>
        {describeConflictCount(ids.length, undecided)}
      </Text>
      <div className={styles.all}>
        <Button size="small" onClick={() => decide(ids, 'city')}>
          {exchangeTexts.allCity}
        </Button>
        <Button size="small" onClick={() => decide(ids, 'unit')}>
          {exchangeTexts.allUnit}
        </Button>
      </div>
      <ul className={styles.list}>
        {conflicts.slice(0, count).map(({ conflict: { id }, told }) => (
          <li key={id} className={styles.conflict}>
            <Text block weight="semibold" id={`${id}-where`}>
              {told.where}
            </Text>
            {told.issued !== null && (
              <Text block size={200} className={styles.note}>
                {`${exchangeTexts.issued}：${told.issued}`}
              </Text>
            )}
            <RadioGroup
              aria-labelledby={`${id}-where`}
              value={decisions[id] ?? ''}
              onChange={(_, { value }) => decide([id], value === '' ? null : (value as 'city' | 'unit'))}
            >
              <Radio value="city" label={`${exchangeTexts.city}：${told.city}`} />
              <Radio value="unit" label={`${exchangeTexts.unit}：${told.unit}`} />
              <Radio value="" label={exchangeTexts.undecided} />
            </RadioGroup>
          </li>
        ))}
      </ul>
      {left > 0 && (
        <Button size="small" onClick={() => setCount(count + pageful)}>
          {describeMoreLines(Math.min(left, pageful))}
        </Button>
      )}
    </div>
  );
}
