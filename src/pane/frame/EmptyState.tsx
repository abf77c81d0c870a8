import { makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { CheckmarkCircleRegular } from '@fluentui/react-icons/svg/checkmark-circle';
import { EditRegular } from '@fluentui/react-icons/svg/edit';
import type { ReactNode } from 'react';

const useStyles = makeStyles({
  root: {
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    gap: '8px',
    padding: '32px 24px',
    textAlign: 'center',
  },
  icon: { fontSize: '32px', lineHeight: 1, color: tokens.colorNeutralForeground3 },
  good: { color: tokens.colorStatusSuccessForeground1 },
  hint: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly sign: 'good' | 'waiting';
  readonly title: string;
  readonly hint?: string;
  readonly children?: ReactNode;
}

/** What stands where a list would be, when there is nothing to list. */
export function EmptyState({ sign, title, hint, children }: Props) {
  const styles = useStyles();
  return (
    <div className={styles.root}>
      <span className={mergeClasses(styles.icon, sign === 'good' && styles.good)} aria-hidden>
        {sign === 'good' ? <CheckmarkCircleRegular /> : <EditRegular />}
      </span>
      <Text weight="semibold">{title}</Text>
      {hint && <Text className={styles.hint}>{hint}</Text>}
      {children}
    </div>
  );
}
