import { Button, makeStyles, ProgressBar, Text, tokens } from '@fluentui/react-components';
import { uiWords } from '../../text/ui';
import { describeTask, describeWaiting } from '../../text/ui-sentence';
import { useCommands, usePaneState } from '../state/PaneContext';
import { percentOf } from '../state/state';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: '1fr auto',
    alignItems: 'center',
    gap: '4px 12px',
    padding: '8px 12px 12px',
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground3,
    // Most tasks are over before anybody can read what they are.
    animationName: { from: { opacity: 0 }, to: { opacity: 1 } },
    animationDuration: '100ms',
    animationDelay: '200ms',
    animationFillMode: 'backwards',
  },
  bar: { gridColumn: '1 / -1' },
});

/**
 * The task at work, at the foot of the pane: seen from wherever one has scrolled to, and moving nothing. The foot
 * itself is always there, or what it says would often not be read out.
 */
export function TaskBar() {
  const styles = useStyles();
  const { task } = usePaneState();
  const { cancel } = useCommands();
  const progress = task?.progress ?? null;
  const doing = task ? describeTask(task.name, progress?.stage ?? null, task.detail) : '';
  const text = task?.isWaiting === true ? describeWaiting(doing) : doing;
  return (
    <footer className={task ? styles.root : ''}>
      <Text size={200} role="status">
        {text}
      </Text>
      {task?.canCancel && (
        <Button size="small" onClick={cancel} disabledFocusable={task.isCancelling}>
          {uiWords.cancel}
        </Button>
      )}
      {task && (
        <ProgressBar
          className={styles.bar}
          aria-label={text}
          {...(progress ? { value: percentOf(progress) / 100, 'aria-valuetext': `${percentOf(progress)}%` } : {})}
        />
      )}
    </footer>
  );
}
