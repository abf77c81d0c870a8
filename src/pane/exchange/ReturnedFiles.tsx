import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircle20Filled } from '@fluentui/react-icons/svg/checkmark-circle';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { DismissCircle20Filled } from '@fluentui/react-icons/svg/dismiss-circle';
import { Info20Regular } from '@fluentui/react-icons/svg/info';
import type { JudgedFile } from '../../job/preview-merge';
import { exchangeTexts } from '../../text/exchange-pane';
import { fileTexts } from '../../text/ui';

const useStyles = makeStyles({
  list: { listStyleType: 'none', margin: 0, padding: '0 12px' },
  line: { display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr) auto', columnGap: '8px', alignItems: 'start', padding: '8px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  words: { display: 'flex', flexDirection: 'column', gap: '2px' },
  proposed: { display: 'flex', color: tokens.colorStatusSuccessForeground1 },
  superseded: { display: 'flex', color: tokens.colorNeutralForeground2 },
  refused: { display: 'flex', color: tokens.colorStatusDangerForeground1 },
});

const icons = { proposed: CheckmarkCircle20Filled, superseded: Info20Regular, refused: DismissCircle20Filled } as const;

interface Props {
  readonly files: readonly JudgedFile[];
  readonly isBusy: boolean;
  readonly onRemove: (file: string) => void;
}

/** Each file by itself: whether it counts, and everything there is to say of it. */
export function ReturnedFiles({ files, isBusy, onRemove }: Props) {
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      {files.map(({ file, state, sentences }) => {
        const Icon = icons[state];
        return (
          <li key={file} className={styles.line}>
            <span className={styles[state]} role="img" aria-label={exchangeTexts[state]}>
              <Icon />
            </span>
            <span className={styles.words}>
              <Text weight="semibold">{file}</Text>
              {sentences.map((sentence) => (
                <Text key={sentence}>{sentence}</Text>
              ))}
            </span>
            <Button
              size="small"
              appearance="subtle"
              icon={<Dismiss16Regular />}
              aria-label={`${fileTexts.remove} ${file}`}
              title={fileTexts.remove}
              disabledFocusable={isBusy}
              onClick={() => onRemove(file)}
            />
          </li>
        );
      })}
    </ul>
  );
}
