import { Button, makeStyles, Text } from '@fluentui/react-components';
import type { Plan } from '../../plan/plan';
import { formatClause } from '../../text/format';
import { clauseTexts, ruleSettingDialogTexts, uiWords } from '../../text/ui';
import { PaneDialog } from '../frame/PaneDialog';
import { ClauseText } from './ClauseText';
import { RuleDetails } from './RuleDetails';
import { useRuleBook } from './use-rule-book';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '16px' },
  heading: { margin: '0 0 4px' },
});

interface Props {
  readonly plan: Plan;
  readonly code: string;
  /** The clause that the issue rests on, which can be another than the rule's own. */
  readonly source: string;
  readonly onAdjust: () => void;
  readonly onClose: () => void;
}

/** 为什么: the rule behind an issue, and the notice's own words. */
export function RuleDialog({ plan, code, source, onAdjust, onClose }: Props) {
  const styles = useStyles();
  const { rules, settings, listCount } = useRuleBook(plan);
  const rule = rules.find((each) => each.code === code);
  if (!rule) return null;
  return (
    <PaneDialog
      title={rule.name}
      onClose={onClose}
      isText
      actions={
        <>
          {rule.maySwitch && settings !== null && <Button onClick={onAdjust}>{ruleSettingDialogTexts.open}</Button>}
          <Button appearance="primary" onClick={onClose}>
            {uiWords.close}
          </Button>
        </>
      }
    >
      <div className={styles.root}>
        <RuleDetails rule={rule} setting={settings?.get(code) ?? null} listCount={listCount} />
        <section>
          <Text as="h3" weight="semibold" block className={styles.heading}>
            {`${clauseTexts.title} ${formatClause(source)}`}
          </Text>
          <ClauseText plan={plan} source={source} />
        </section>
      </div>
    </PaneDialog>
  );
}
