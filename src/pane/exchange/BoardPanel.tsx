import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import type { UnitStatus } from '../../exchange/board';
import { readBoard } from '../../job/board';
import type { CheckReport } from '../../job/report';
import { describeBoard, exchangeTexts, remindUnit } from '../../text/exchange-pane';
import { usePaneState } from '../state/PaneContext';
import { ReminderDialog } from './ReminderDialog';
import { UnitStatusSection } from './UnitStatusSection';

const useStyles = makeStyles({
  head: { display: 'flex', flexDirection: 'column', alignItems: 'start', gap: '8px', padding: '0 12px 8px' },
  note: { color: tokens.colorNeutralForeground2 },
});

/** 报送看板: unit by unit what was sent, what came back and what is missing, with reminders to be pasted. */
export function BoardPanel({ report }: { readonly report: CheckReport }) {
  const styles = useStyles();
  const { exchange } = usePaneState();
  const [reminder, setReminder] = useState<string | null>(null);
  const board = useMemo(() => readBoard(report, exchange.returns?.preview?.proposals ?? []), [report, exchange.returns]);
  const open = board.filter(({ state }) => state === 'sent');
  const remind = (units: readonly UnitStatus[]): void => setReminder(units.map((status) => remindUnit(report.plan, report.lists, status)).join('\n\n'));
  return (
    <>
      <div className={styles.head}>
        <Text weight="semibold">{describeBoard(board.map(({ state }) => state))}</Text>
        <Text size={200} className={styles.note}>
          {exchangeTexts.boardIntro}
        </Text>
        {open.length > 0 && (
          <Button size="small" onClick={() => remind(open)}>
            {exchangeTexts.remindAll}
          </Button>
        )}
      </div>
      {board.map((status) => (
        <UnitStatusSection key={status.unit} report={report} status={status} onRemind={() => remind([status])} />
      ))}
      {reminder !== null && <ReminderDialog text={reminder} onClose={() => setReminder(null)} />}
    </>
  );
}
