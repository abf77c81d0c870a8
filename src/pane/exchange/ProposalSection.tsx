import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { countListProposal, countProposal, type Decisions, type MergeProposal } from '../../exchange/proposal';
import type { List } from '../../list/list';
import { listOf } from '../../list/registry';
import type { Plan } from '../../plan/plan';
import { unitOf } from '../../plan/unit';
import { describeCounts } from '../../text/exchange-merge';
import { Disclosure } from '../waiting/Disclosure';
import { ConflictList } from './ConflictList';
import { ListChanges } from './ListChanges';

const useStyles = makeStyles({
  summary: { display: 'flex', flexDirection: 'column' },
  note: { color: tokens.colorNeutralForeground2 },
  list: { padding: '4px 12px 4px 36px' },
  heading: { margin: 0 },
});

interface Props {
  readonly plan: Plan;
  readonly lists: readonly List[];
  readonly proposal: MergeProposal;
  readonly decisions: Decisions;
}

/** What one unit's file would change: its conflicts to be decided first, then list by list. */
export function ProposalSection({ plan, lists, proposal, decisions }: Props) {
  const styles = useStyles();
  const counts = countProposal(proposal);
  return (
    <Disclosure
      startsOpen={counts.conflicting > 0}
      summary={
        <span className={styles.summary}>
          <Text weight="semibold">{unitOf(plan, proposal.unit).name}</Text>
          <Text size={200} className={styles.note}>
            {describeCounts(counts)}
          </Text>
        </span>
      }
    >
      {counts.conflicting > 0 && (
        <li>
          <ConflictList lists={lists} proposal={proposal} decisions={decisions} />
        </li>
      )}
      {proposal.lists
        .map((own) => ({ own, told: countListProposal(own) }))
        .filter(({ told }) => told.added + told.changed + told.deleted + told.refused > 0)
        .map(({ own, told }) => (
          <li key={own.list} className={styles.list}>
            <Text as="h3" weight="semibold" block className={styles.heading}>
              {`《${listOf(lists, own.list).sheetName}》${describeCounts({ ...told, conflicting: 0 })}`}
            </Text>
            <ListChanges plan={plan} list={listOf(lists, own.list)} proposal={own} unit={proposal.unit} decisions={decisions} />
          </li>
        ))}
    </Disclosure>
  );
}
