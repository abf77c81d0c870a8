import { makeStyles, Tab, TabList, Text, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { exchangeTexts } from '../../text/exchange-pane';
import { usePaneState } from '../state/PaneContext';
import { BoardPanel } from './BoardPanel';
import { ComparePanel } from './ComparePanel';
import { IssuePanel } from './IssuePanel';
import { ReturnPanel } from './ReturnPanel';

const useStyles = makeStyles({
  page: { overflowY: 'auto', flex: '1 1 0', minHeight: 0, paddingBottom: '16px' },
  heading: { margin: 0, padding: '12px 12px 0' },
  tabs: { flexWrap: 'wrap', padding: '4px 4px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, marginBottom: '12px' },
  tab: { paddingInline: '8px' },
});

type PartName = keyof typeof exchangeTexts.parts;

const parts = Object.keys(exchangeTexts.parts) as readonly PartName[];

/** 收发 of the city workbook: what is sent to the units, what comes back, and who has not answered. */
export function ExchangeScreen() {
  const styles = useStyles();
  const id = useId();
  const { report } = usePaneState();
  const [part, setPart] = useState<PartName>('issue');
  return (
    <div className={styles.page}>
      <Text as="h1" size={500} weight="semibold" block className={styles.heading}>
        {exchangeTexts.title}
      </Text>
      <TabList className={styles.tabs} size="small" selectedValue={part} onTabSelect={(_, { value }) => setPart(value as PartName)}>
        {parts.map((name) => (
          <Tab key={name} id={`${id}${name}`} value={name} className={styles.tab}>
            {exchangeTexts.parts[name]}
          </Tab>
        ))}
      </TabList>
      <div role="tabpanel" aria-labelledby={`${id}${part}`}>
        {report && part === 'issue' && <IssuePanel plan={report.plan} />}
        {report && part === 'returns' && <ReturnPanel plan={report.plan} />}
        {report && part === 'board' && <BoardPanel report={report} />}
        {part === 'compare' && <ComparePanel />}
      </div>
    </div>
  );
}
