import { makeStyles, Text, tokens } from '@fluentui/react-components';
import type { RuleEntry } from '../../job/rule-book';
import type { RuleSetting } from '../../list/record';
import { helpTexts } from '../../text/ui';
import { describeAdjusted } from '../../text/ui-sentence';
import { severityName } from '../../text/workbook';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '12px' },
  adjusted: { padding: '8px 12px', borderLeft: `3px solid ${tokens.colorStatusWarningBorderActive}`, backgroundColor: tokens.colorNeutralBackground3 },
  parts: { margin: 0, display: 'flex', flexDirection: 'column', gap: '8px' },
  part: { display: 'flex', flexDirection: 'column' },
  term: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200, lineHeight: tokens.lineHeightBase200 },
  text: { margin: 0 },
});

interface Props {
  readonly rule: RuleEntry;
  /** How the office weighs it in this workbook, null where it is the catalogue's way. */
  readonly setting: RuleSetting | null;
  /** All lists that there are: a rule on all of them need not name each. */
  readonly listCount: number;
}

/** Everything a rule says of itself. */
export function RuleDetails({ rule, setting, listCount }: Props) {
  const styles = useStyles();
  const parts: readonly (readonly [term: string, text: string | null])[] = [
    [helpTexts.fails, rule.fails],
    [helpTexts.todo, rule.mayExplain ? `${rule.todo}${rule.todo.includes('说明情况') ? '' : helpTexts.explainable}` : rule.todo],
    [helpTexts.undecided, rule.undecided],
    [helpTexts.blind, rule.blind],
    [helpTexts.severity, rule.severities.map((severity) => severityName(severity, false)).join('、')],
    [helpTexts.lists, rule.lists.length === listCount ? helpTexts.allLists : rule.lists.map((name) => `《${name}》`).join('')],
  ];
  return (
    <div className={styles.root}>
      {setting && <Text className={styles.adjusted}>{describeAdjusted(rule.severities, setting)}</Text>}
      <dl className={styles.parts}>
        {parts.map(
          ([term, text]) =>
            text !== null &&
            text !== '' && (
              <div key={term} className={styles.part}>
                <dt className={styles.term}>{term}</dt>
                <dd className={styles.text}>
                  <Text>{text}</Text>
                </dd>
              </div>
            ),
        )}
        <div className={styles.part}>
          <dt className={styles.term}>{helpTexts.code}</dt>
          <dd className={styles.text}>
            <code>{rule.code}</code>
          </dd>
        </div>
      </dl>
    </div>
  );
}
