import { Button, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import type { Problem } from '../../dispatch/problem-agenda';
import type { CheckReport } from '../../job/report';
import { labelOf } from '../../plan/choice';
import { unitOf } from '../../plan/unit';
import { advanceWords, describeDeadline, describeFurther, problemWords } from '../../text/dispatch-problem';
import { lateText } from '../look/late-text';
import { plainButton } from '../look/plain-button';
import { useCommands, usePaneState } from '../state/PaneContext';
import { placeOfRow } from './row-place';

const useStyles = makeStyles({
  root: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr) auto',
    columnGap: '8px',
    alignItems: 'start',
    padding: '8px 12px 8px 36px',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
  },
  main: { ...plainButton, display: 'flex', flexDirection: 'column', gap: '2px' },
  description: { display: '-webkit-box', WebkitBoxOrient: 'vertical', WebkitLineClamp: 2, overflow: 'hidden' },
  note: { color: tokens.colorNeutralForeground2 },
  late: lateText,
});

interface Props {
  readonly problem: Problem;
  readonly report: CheckReport;
  readonly onAdvance: () => void;
}

/** One open problem: of what project, what it is, where it stands and until when; a click leads to it, 推进 moves it on. */
export function ProblemItem({ problem, report, onAdvance }: Props) {
  const styles = useStyles();
  const { goTo } = useCommands();
  const { task } = usePaneState();
  const { plan } = report;
  const { number, projectName, unit, description, stage, concerns } = problem;
  const isLate = concerns.includes('overdue');
  const stands = [stage === null ? problemWords.unstaged : labelOf(plan, 'problemState', stage), unit === null ? '' : unitOf(plan, unit).name, number || problemWords.noNumber];
  const go = (): void => {
    const { sheet, row, column } = placeOfRow(report, '8', problem.row, isLate ? 'deadline' : 'problemState');
    void goTo(sheet, row, column);
  };
  return (
    <li className={styles.root}>
      <button type="button" className={styles.main} title={problemWords.go} onClick={go}>
        <Text weight="semibold">{projectName}</Text>
        <Text className={styles.description}>{description}</Text>
        <Text size={200} className={styles.note}>
          {stands.filter((part) => part !== '').join(' · ')}
        </Text>
        <Text size={200} className={mergeClasses(styles.note, isLate && styles.late)}>
          {[describeDeadline(problem), ...describeFurther(problem)].join(' · ')}
        </Text>
      </button>
      <Button size="small" aria-label={`${advanceWords.open} ${projectName}${number === '' ? '' : ` ${number}`}`} disabledFocusable={task !== null} onClick={onAdvance}>
        {advanceWords.open}
      </Button>
    </li>
  );
}
