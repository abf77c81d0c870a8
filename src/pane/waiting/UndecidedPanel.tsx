import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { CheckReport } from '../../job/report';
import type { Undecided } from '../../rule/issue';
import { nameOfRule } from '../../text/rule-name';
import { undecidedTexts } from '../../text/ui';
import { inThousands } from '../../text/ui-sentence';
import { describeUndecided } from '../../text/undecided';
import { EmptyState } from '../frame/EmptyState';
import { Disclosure } from './Disclosure';

const useStyles = makeStyles({
  intro: { display: 'block', padding: '12px', color: tokens.colorNeutralForeground2 },
  summary: { display: 'grid', gridTemplateColumns: '60px minmax(0, 1fr)', columnGap: '8px', fontVariantNumeric: 'tabular-nums' },
  line: { padding: '4px 12px 4px 36px' },
});

interface Props {
  readonly report: CheckReport;
  readonly undecided: readonly Undecided[];
}

/** Comparisons that could not be made, by rule, each with its reason. */
export function UndecidedPanel({ report, undecided }: Props) {
  const styles = useStyles();
  if (undecided.length === 0) return <EmptyState sign="good" title={undecidedTexts.none} />;
  const codes = [...new Set(undecided.map(({ code }) => code))];
  return (
    <>
      <Text size={200} className={styles.intro}>
        {undecidedTexts.intro}
      </Text>
      {codes.map((code) => {
        const own = undecided.filter((each) => each.code === code);
        const count = own.reduce((sum, each) => sum + each.count, 0);
        return (
          <Disclosure
            key={code}
            startsOpen={codes.length === 1}
            summary={
              <span className={styles.summary}>
                <Text weight="semibold">{`${inThousands(count)} ${undecidedTexts.places}`}</Text>
                <Text weight="semibold">{nameOfRule(code)}</Text>
              </span>
            }
          >
            {own.map((each) => (
              <li key={`${each.list}|${each.unit}|${each.reason}`} className={styles.line}>
                <Text>{describeUndecided(each, report.plan, report.lists)}</Text>
              </li>
            ))}
          </Disclosure>
        );
      })}
    </>
  );
}
