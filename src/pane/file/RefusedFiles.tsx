import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { Dismiss16Regular } from '@fluentui/react-icons/svg/dismiss';
import { DismissCircle20Filled } from '@fluentui/react-icons/svg/dismiss-circle';
import { fileTexts } from '../../text/ui';

const useStyles = makeStyles({
  root: { padding: '8px 12px' },
  heading: { margin: 0 },
  list: { listStyleType: 'none', margin: 0, padding: 0 },
  line: { display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr) auto', columnGap: '8px', alignItems: 'start', padding: '8px 0', borderBottom: `1px solid ${tokens.colorNeutralStroke3}` },
  sign: { display: 'flex', color: tokens.colorStatusDangerForeground1 },
});

interface Props {
  readonly files: readonly { readonly label: string; readonly sentence: string }[];
  readonly isBusy: boolean;
  readonly onRemove: (label: string) => void;
}

/** Files that cannot be used, each with its reason and what to do. */
export function RefusedFiles({ files, isBusy, onRemove }: Props) {
  const styles = useStyles();
  return (
    <section className={styles.root}>
      <Text as="h2" weight="semibold" block className={styles.heading}>
        {fileTexts.refused}
      </Text>
      <ul className={styles.list}>
        {files.map(({ label, sentence }) => (
          <li key={label} className={styles.line}>
            <span className={styles.sign} aria-hidden>
              <DismissCircle20Filled />
            </span>
            <Text>{sentence}</Text>
            <Button
              size="small"
              appearance="subtle"
              icon={<Dismiss16Regular />}
              aria-label={`${fileTexts.remove} ${label}`}
              title={fileTexts.remove}
              disabledFocusable={isBusy}
              onClick={() => onRemove(label)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}
