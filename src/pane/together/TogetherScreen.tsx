import { Button, Checkbox, makeStyles, MessageBar, MessageBarBody, Text, tokens } from '@fluentui/react-components';
import { scopeName } from '../../text/workbook';
import { fileTexts, togetherTexts } from '../../text/ui';
import { describeFileCount, describeSameUnit } from '../../text/ui-sentence';
import { FileDrop } from '../file/FileDrop';
import { RefusedFiles } from '../file/RefusedFiles';
import { useCommands, usePaneState } from '../state/PaneContext';
import { JointIssues } from './JointIssues';
import { JudgedFileSection } from './JudgedFileSection';
import type { JudgedFile } from './together';

const useStyles = makeStyles({
  page: { overflowY: 'auto', flex: '1 1 0', minHeight: 0, paddingBottom: '16px' },
  head: { display: 'flex', flexDirection: 'column', gap: '12px', padding: '12px 12px 8px' },
  heading: { margin: 0 },
  intro: { color: tokens.colorNeutralForeground2 },
  sum: { display: 'flex', justifyContent: 'space-between', alignItems: 'center', gap: '8px' },
  clear: { flexShrink: 0, marginRight: '-8px', fontWeight: tokens.fontWeightRegular },
});

interface Props {
  /** Whether the open workbook is one of ours, and can be judged with the files. */
  readonly hasOpen: boolean;
}

/** 多份校验: files are chosen, judged together and told apart; nothing is written. */
export function TogetherScreen({ hasOpen }: Props) {
  const styles = useStyles();
  const { addFiles, removeFile, includeOpen } = useCommands();
  const { together, task } = usePaneState();
  const { labels, judged, refused, issues, withOpen } = together;
  const isBusy = task !== null;
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <Text as="h1" size={500} weight="semibold" block className={styles.heading}>
          {togetherTexts.title}
        </Text>
        <Text block className={styles.intro}>
          {togetherTexts.intro}
        </Text>
        <FileDrop isBusy={isBusy} onFiles={(files) => void addFiles(files)} />
        {hasOpen && (
          <Checkbox
            label={togetherTexts.withOpen}
            checked={withOpen}
            disabled={isBusy}
            onChange={(_, { checked }) => void includeOpen(checked === true)}
          />
        )}
        {labels.length > 0 && (
          <div className={styles.sum}>
            <Text weight="semibold">{describeFileCount(labels.length - refused.length, refused.length)}</Text>
            <Button className={styles.clear} size="small" appearance="subtle" disabledFocusable={isBusy} onClick={() => void removeFile(null)}>
              {fileTexts.clear}
            </Button>
          </div>
        )}
        {sameUnits(judged).map(([unit, files]) => (
          <MessageBar key={unit} intent="warning" layout="multiline">
            <MessageBarBody>{describeSameUnit(unit, files)}</MessageBarBody>
          </MessageBar>
        ))}
      </header>
      {refused.length > 0 && <RefusedFiles files={refused} isBusy={isBusy} onRemove={(label) => void removeFile(label)} />}
      {judged.map((file) => (
        <JudgedFileSection key={file.label} file={file} isBusy={isBusy} onRemove={() => void (file.label === '' ? includeOpen(false) : removeFile(file.label))} />
      ))}
      {judged.length > 1 && <JointIssues judged={judged} together={issues} />}
    </div>
  );
}

/** Units of which more than one workbook is here, with their files. */
function sameUnits(judged: readonly JudgedFile[]): readonly (readonly [unit: string, files: readonly string[]])[] {
  const files = new Map<string, string[]>();
  for (const { label, report } of judged) {
    const unit = scopeName(report.plan, report.entries.scope);
    files.set(unit, [...(files.get(unit) ?? []), label || togetherTexts.open]);
  }
  return [...files].filter(([, each]) => each.length > 1);
}
