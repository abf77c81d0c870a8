import { Button, makeStyles, mergeClasses, Text } from '@fluentui/react-components';
import type { Problem } from '../../dispatch/problem-agenda';
import type { CheckReport } from '../../job/report';
import { labelOf } from '../../plan/choice';
import { unitOf } from '../../plan/unit';
import { advanceWords, describeDeadline, describeFurther, problemWords } from '../../text/dispatch-problem';
import { useCommands, usePaneState } from '../state/PaneContext';
import { placeOfRow } from './row-place';
import { useRowStyles } from './row-style';

const useStyles = makeStyles({
  description: { display: '-webkit-box', WebkitBoxOrient: 'vertical', WebkitLineClamp: 2, overflow: 'hidden' },
});

interface Props {
  readonly problem: Problem;
  readonly report: CheckReport;
  readonly onAdvance: () => void;
}

/** One open problem: of what project, what it is, where it stands and until when; a click leads to it, 推进 moves it on. */
export function ProblemItem({ problem, report, onAdvance }: Props) {
  const styles = useStyles();
  const rowStyles = useRowStyles();
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
    <li className={rowStyles.pair}>
      <button type="button" className={rowStyles.main} title={problemWords.go} onClick={go}>
        <Text weight="semibold">{projectName}</Text>
        <Text className={styles.description}>{description}</Text>
        <Text size={200} className={rowStyles.note}>
          {stands.filter((part) => part !== '').join(' · ')}
        </Text>
        <Text size={200} className={mergeClasses(rowStyles.note, isLate && rowStyles.late)}>
          {[describeDeadline(problem), ...describeFurther(problem)].join(' · ')}
        </Text>
      </button>
      <Button size="small" aria-label={`${advanceWords.open} ${projectName}${number === '' ? '' : ` ${number}`}`} disabledFocusable={task !== null} onClick={onAdvance}>
        {advanceWords.open}
      </Button>
    </li>
  );
}
