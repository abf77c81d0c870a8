import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { formatSerial } from '../../plan/day';
import type { Severity } from '../../rule/issue';
import { fileTexts, togetherTexts } from '../../text/ui';
import { describeVerdict, inThousands } from '../../text/ui-sentence';
import { scopeName, severityName } from '../../text/workbook';
import { Disclosure } from '../waiting/Disclosure';
import { IssueLines } from './IssueLines';
import type { JudgedFile } from './together';

const useStyles = makeStyles({
  summary: { display: 'flex', flexDirection: 'column', gap: '2px', minWidth: 0 },
  note: { color: tokens.colorNeutralForeground2 },
  error: { fontWeight: tokens.fontWeightSemibold },
  none: { padding: '4px 12px 4px 36px' },
});

const severities: readonly Severity[] = ['error', 'warning', 'info'];

interface Props {
  readonly file: JudgedFile;
  readonly isBusy: boolean;
  readonly onRemove: () => void;
}

/** One workbook: whose it is, how it stands, and on demand its issues. */
export function JudgedFileSection({ file, isBusy, onRemove }: Props) {
  const styles = useStyles();
  const { label, report } = file;
  const { plan, entries, result } = report;
  const name = label || togetherTexts.open;
  const counts = severities.map((severity) => `${severityName(severity, false)} ${inThousands(result.counts[severity])}`).join('\u3000');
  return (
    <Disclosure
      startsOpen={false}
      aside={
        <Button
          size="small"
          appearance="subtle"
          icon={<Dismiss16Regular />}
          aria-label={`${fileTexts.remove} ${name}`}
          title={fileTexts.remove}
          disabledFocusable={isBusy}
          onClick={onRemove}
        />
      }
      summary={
        <span className={styles.summary}>
          <Text weight="semibold">{name}</Text>
          <Text size={200} className={styles.note}>
            {`${scopeName(plan, entries.scope)}\u3000${formatSerial(entries.asOf)}`}
          </Text>
          <Text className={mergeClasses(result.counts.error > 0 && styles.error)}>{describeVerdict(result)}</Text>
          <Text size={200} className={styles.note}>
            {counts}
          </Text>
        </span>
      }
    >
      {result.issues.length === 0 ? (
        <li className={styles.none}>{togetherTexts.noIssues}</li>
      ) : (
        <IssueLines lines={result.issues.map((issue) => ({ issue, report, file: null }))} />
      )}
    </Disclosure>
  );
}
