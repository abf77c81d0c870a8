import { Badge, Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { UnitStatus } from '../../exchange/board';
import type { CheckReport } from '../../job/report';
import { unitOf } from '../../plan/unit';
import { unitStateName } from '../../text/exchange-board';
import { describeStatus, exchangeTexts } from '../../text/exchange-pane';
import { uiWords } from '../../text/ui';
import { describeFilled, inThousands } from '../../text/ui-sentence';
import { Disclosure } from '../waiting/Disclosure';

const useStyles = makeStyles({
  summary: { display: 'flex', flexDirection: 'column', gap: '2px' },
  line: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: '8px' },
  note: { color: tokens.colorNeutralForeground2 },
  list: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr) auto', gap: '8px', padding: '4px 12px 4px 36px' },
});

const colors = { notSent: 'informative', sent: 'warning', returned: 'brand', merged: 'success' } as const;

interface Props {
  readonly report: CheckReport;
  readonly status: UnitStatus;
  /** Null where there is nothing to ask of the unit. */
  readonly onRemind: (() => void) | null;
}

/** One unit's line of the board; on demand its lists. */
export function UnitStatusSection({ report, status, onRemind }: Props) {
  const styles = useStyles();
  const name = unitOf(report.plan, status.unit).name;
  const remind = status.state === 'sent' ? exchangeTexts.remind : exchangeTexts.remindMerged;
  const filled = status.lists.reduce((sum, list) => sum + list.filled, 0);
  const due = status.lists.reduce((sum, list) => sum + dueOf(list), 0);
  const told = [
    describeFilled(filled, due, null),
    status.errors ? `${exchangeTexts.errors} ${inThousands(status.errors)}` : '',
    status.conflicts > 0 ? `${exchangeTexts.conflict} ${inThousands(status.conflicts)}` : '',
  ].filter((part) => part !== '');
  return (
    <Disclosure
      startsOpen={false}
      aside={
        onRemind && (
          <Button size="small" aria-label={`${remind} ${name}`} onClick={onRemind}>
            {remind}
          </Button>
        )
      }
      summary={
        <span className={styles.summary}>
          <span className={styles.line}>
            <Text weight="semibold">{name}</Text>
            <Badge appearance="outline" color={colors[status.state]}>
              {unitStateName(status.state)}
            </Badge>
          </span>
          <Text size={200} className={styles.note}>
            {told.join('\u3000')}
          </Text>
          {status.sentAt !== null && (
            <Text size={200} className={styles.note}>
              {describeStatus(status)}
            </Text>
          )}
        </span>
      }
    >
      {status.lists.map((each) => (
        <li key={each.list} className={styles.list}>
          <Text>{`《${report.lists.find(({ key }) => key === each.list)?.sheetName ?? each.list}》`}</Text>
          <Text size={200} className={styles.note}>
            {`${describeFilled(each.filled, dueOf(each), each.expected)}${each.waiting > 0 ? `\u3000${uiWords.waiting} ${inThousands(each.waiting)}` : ''}`}
          </Text>
        </li>
      ))}
    </Disclosure>
  );
}

function dueOf({ filled, waiting, expected }: UnitStatus['lists'][number]): number {
  return Math.max(expected ?? 0, filled + waiting);
}
