import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { CheckReport } from '../../job/report';
import { waitingTexts } from '../../text/ui';
import { countWaitingRows } from '../../text/ui-sentence';
import { EmptyState } from '../frame/EmptyState';
import { groupByUnit } from './group';
import { UnitSection } from './UnitSection';

const useStyles = makeStyles({
  intro: { display: 'block', padding: '12px', color: tokens.colorNeutralForeground2 },
});

/** 待填写 by unit, and by list within it. */
export function WaitingPanel({ report }: { readonly report: CheckReport }) {
  const styles = useStyles();
  const { plan, entries, result } = report;
  if (countWaitingRows(result.waiting) === 0) {
    return <EmptyState sign="good" title={waitingTexts.none} hint={waitingTexts.noneHint} />;
  }
  const groups = groupByUnit(result.waiting, plan.units.map((unit) => unit.key));
  return (
    <>
      <Text size={200} className={styles.intro}>
        {waitingTexts.intro}
      </Text>
      {groups.map((group) => (
        <UnitSection key={group.unit} group={group} report={report} startsOpen={entries.scope.kind === 'unit'} />
      ))}
    </>
  );
}
