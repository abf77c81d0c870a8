import { makeStyles, Tab, TabList, Text, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { dispatchTexts } from '../../text/dispatch-pane';
import { usePaneState } from '../state/PaneContext';
import { LeaderPanel } from './LeaderPanel';
import { MovePanel } from './MovePanel';
import { PermitPanel } from './PermitPanel';
import { ProblemPanel } from './ProblemPanel';

const useStyles = makeStyles({
  page: { overflowY: 'auto', flex: '1 1 0', minHeight: 0, paddingBottom: '16px' },
  heading: { margin: 0, padding: '12px 12px 0' },
  tabs: { flexWrap: 'wrap', padding: '4px 4px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke2}`, marginBottom: '12px' },
  tab: { paddingInline: '8px' },
});

type PartName = keyof typeof dispatchTexts.parts;

const parts = Object.keys(dispatchTexts.parts) as readonly PartName[];

/** 调度: what a dispatch meeting asks of this workbook. Nothing is kept here; all of it comes from the judged entries. */
export function DispatchScreen() {
  const styles = useStyles();
  const id = useId();
  const { report } = usePaneState();
  const [part, setPart] = useState<PartName>('problem');
  return (
    <div className={styles.page}>
      <Text as="h1" size={500} weight="semibold" block className={styles.heading}>
        {dispatchTexts.title}
      </Text>
      <TabList className={styles.tabs} size="small" selectedValue={part} onTabSelect={(_, { value }) => setPart(value as PartName)}>
        {parts.map((name) => (
          <Tab key={name} id={`${id}${name}`} value={name} className={styles.tab}>
            {dispatchTexts.parts[name]}
          </Tab>
        ))}
      </TabList>
      {report && (
        <div role="tabpanel" aria-labelledby={`${id}${part}`}>
          {part === 'problem' && <ProblemPanel report={report} />}
          {part === 'leader' && <LeaderPanel report={report} />}
          {part === 'permit' && <PermitPanel report={report} />}
          {part === 'move' && <MovePanel report={report} />}
        </div>
      )}
    </div>
  );
}
