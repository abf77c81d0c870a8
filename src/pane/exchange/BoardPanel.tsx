import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';
import { readBoard } from '../../job/board';
import type { CheckReport } from '../../job/report';
import { remindUnit } from '../../text/exchange-board';
import { describeBoard, exchangeTexts } from '../../text/exchange-pane';
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
  const reminders = useMemo(() => new Map(board.map((status) => [status, remindUnit(status, report.plan, report.lists, report.entries.asOf)])), [board, report]);
  const open = board.flatMap((status) => (status.state === 'sent' ? [reminders.get(status)] : []));
  return (
    <>
      <div className={styles.head}>
        <Text weight="semibold">{describeBoard(board.map(({ state }) => state))}</Text>
        <Text size={200} className={styles.note}>
          {exchangeTexts.boardIntro}
        </Text>
        {open.length > 0 && (
          <Button size="small" onClick={() => setReminder(open.join('\n\n'))}>
            {exchangeTexts.remindAll}
          </Button>
        )}
      </div>
      {board.map((status) => {
        const text = reminders.get(status) ?? null;
        return <UnitStatusSection key={status.unit} report={report} status={status} onRemind={text === null ? null : () => setReminder(text)} />;
      })}
      {reminder !== null && <ReminderDialog text={reminder} onClose={() => setReminder(null)} />}
    </>
  );
}
