import { Button, makeStyles, Text, tokens } from '@fluentui/react-components';
import { clausesOf } from '../../plan/clause';
import type { Plan } from '../../plan/plan';
import { formatClause } from '../../text/format';
import { clauseTexts, uiWords } from '../../text/ui';
import { PaneDialog } from '../frame/PaneDialog';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '16px' },
  notice: { color: tokens.colorNeutralForeground2 },
  heading: { margin: 0 },
  text: { whiteSpace: 'pre-line', display: 'block', marginTop: '4px' },
});

interface Props {
  readonly plan: Plan;
  /** As an issue cites it: 四(二), 三(四)1, 惯例. */
  readonly source: string;
  readonly onClose: () => void;
}

/** 依据: the notice's own words. */
export function ClauseDialog({ plan, source, onClose }: Props) {
  const styles = useStyles();
  const clauses = clausesOf(plan, source);
  return (
    <PaneDialog
      title={`${clauseTexts.title} ${formatClause(source)}`}
      onClose={onClose}
      actions={
        <Button appearance="primary" onClick={onClose}>
          {uiWords.close}
        </Button>
      }
    >
      <div className={styles.root}>
        {clauses.length === 0 ? (
          <Text block>{source === clauseTexts.convention ? clauseTexts.conventionBody : clauseTexts.external}</Text>
        ) : (
          <>
            <Text size={200} className={styles.notice}>
              {plan.number}
            </Text>
            {clauses.map((clause) => (
              <section key={clause.id}>
                <Text as="h3" weight="semibold" block className={styles.heading}>
                  {`${formatClause(clause.id)}\u3000${clause.heading}`}
                </Text>
                <Text className={styles.text}>{clause.text}</Text>
              </section>
            ))}
          </>
        )}
      </div>
    </PaneDialog>
  );
}
