import { makeStyles } from '@fluentui/react-components';
import { lazy, Suspense, useState } from 'react';
import type { WorkbookState } from '../job/report';
import { isOlder } from '../list/schema-version';
import type { Plan } from '../plan/plan';
import { Findings } from './Findings';
import { Head } from './head/Head';
import { usePaneState } from './state/PaneContext';

const CarryBar = lazy(async () => ({ default: (await import('./dispatch/CarryBar')).CarryBar }));
const UpgradeBar = lazy(async () => ({ default: (await import('./repair/UpgradeBar')).UpgradeBar }));
const StructureBar = lazy(async () => ({ default: (await import('./repair/StructureBar')).StructureBar }));

const useStyles = makeStyles({
  page: { overflowY: 'auto', flex: '1 1 0', minHeight: 0 },
});

interface Props {
  readonly workbook: Extract<WorkbookState, { kind: 'ours' }>;
  readonly plan: Plan;
}

/** A workbook of ours: what it is, what to do with it, and what was found. */
export function Workbench({ workbook, plan }: Props) {
  const styles = useStyles();
  const { report, freshness } = usePaneState();
  const [page, setPage] = useState<HTMLElement | null>(null);
  return (
    <div ref={setPage} className={styles.page}>
      <Head workbook={workbook} plan={plan} />
      {report && (
        <Suspense>
          {isOlder(report.entries) ? <UpgradeBar version={report.entries.schemaVersion} /> : <StructureBar />}
          <CarryBar report={report} />
        </Suspense>
      )}
      {report && <Findings report={report} freshness={freshness} page={page} />}
    </div>
  );
}
