import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { isEmptyProposal } from '../../exchange/proposal';
import type { Plan } from '../../plan/plan';
import { exchangeTexts } from '../../text/exchange-pane';
import { fileTexts } from '../../text/ui';
import { FileDrop } from '../file/FileDrop';
import { RefusedFiles } from '../file/RefusedFiles';
import { useCommands, usePaneState } from '../state/PaneContext';
import { ProposalSection } from './ProposalSection';
import { ReturnedFiles } from './ReturnedFiles';

const useStyles = makeStyles({
  head: { display: 'flex', flexDirection: 'column', gap: '12px', padding: '0 12px' },
  note: { color: tokens.colorNeutralForeground2 },
  clear: { alignSelf: 'end', fontWeight: tokens.fontWeightRegular },
  apply: {
    position: 'sticky',
    bottom: '-16px',
    display: 'flex',
    flexDirection: 'column',
    gap: '4px',
    padding: '12px',
    marginBottom: '-16px',
    backgroundColor: tokens.colorNeutralBackground1,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
  },
});

/** 汇总: returned files are chosen, what they change is looked at and decided, then written. */
export function ReturnPanel({ plan }: { readonly plan: Plan }) {
  const styles = useStyles();
  const { addReturns, removeReturn, merge } = useCommands();
  const { task, exchange } = usePaneState();
  const { returns, decisions } = exchange;
  const isBusy = task !== null;
  const proposals = returns?.preview?.proposals ?? [];
  const isNothing = proposals.every(isEmptyProposal);
  return (
    <>
      <div className={styles.head}>
        <Text block className={styles.note}>
          {exchangeTexts.returnsIntro}
        </Text>
        <FileDrop isBusy={isBusy} onFiles={(files) => void addReturns(files)} />
        {returns && (
          <Button className={styles.clear} size="small" appearance="subtle" disabledFocusable={isBusy} onClick={() => void removeReturn(null)}>
            {fileTexts.clear}
          </Button>
        )}
      </div>
      {returns && returns.refused.length > 0 && <RefusedFiles files={returns.refused} isBusy={isBusy} onRemove={(label) => void removeReturn(label)} />}
      {returns?.preview && <ReturnedFiles files={returns.preview.files} isBusy={isBusy} onRemove={(label) => void removeReturn(label)} />}
      {returns?.preview &&
        proposals
          .filter((proposal) => !isEmptyProposal(proposal) || proposal.lists.some(({ refused }) => refused.length > 0))
          .map((proposal) => <ProposalSection key={proposal.unit} plan={plan} lists={returns.preview!.lists} proposal={proposal} decisions={decisions} />)}
      {proposals.length > 0 && (
        <div className={styles.apply}>
          <Button appearance="primary" disabledFocusable={isBusy} onClick={() => void merge()}>
            {exchangeTexts.merge}
          </Button>
          <Text size={200} className={styles.note}>
            {isNothing ? exchangeTexts.nothing : exchangeTexts.mergeNote}
          </Text>
        </div>
      )}
    </>
  );
}
