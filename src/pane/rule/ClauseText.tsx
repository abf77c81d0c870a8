import { makeStyles, Text, tokens } from '@fluentui/react-components';
import { clausesOf } from '../../plan/clause';
import type { Plan } from '../../plan/plan';
import { formatClause } from '../../text/format';
import { clauseTexts } from '../../text/ui';

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
}

/** The notice's own words, or what a rule rests on where the notice says nothing. */
export function ClauseText({ plan, source }: Props) {
  const styles = useStyles();
  const clauses = clausesOf(plan, source);
  if (clauses.length === 0) {
    return <Text block>{source === clauseTexts.convention ? clauseTexts.conventionBody : clauseTexts.external}</Text>;
  }
  return (
    <div className={styles.root}>
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
    </div>
  );
}
