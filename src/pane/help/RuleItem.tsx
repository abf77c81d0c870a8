import { Badge, Button, makeStyles, Text } from '@fluentui/react-components';
import { BookOpen16Regular } from '@fluentui/react-icons/svg/book-open';
import type { RuleEntry } from '../../job/rule-book';
import type { RuleSetting } from '../../list/record';
import { formatClause } from '../../text/format';
import { ruleSettingDialogTexts, uiWords } from '../../text/ui';
import { SeverityMark } from '../issue/SeverityMark';
import { RuleDetails } from '../rule/RuleDetails';
import { useCommands, usePaneState } from '../state/PaneContext';
import { Disclosure } from '../waiting/Disclosure';

const useStyles = makeStyles({
  summary: { display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr) auto', columnGap: '8px', alignItems: 'center' },
  body: { padding: '0 12px 8px 36px' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: '8px', marginTop: '12px' },
});

interface Props {
  readonly rule: RuleEntry;
  readonly setting: RuleSetting | null;
  readonly canAdjust: boolean;
  readonly listCount: number;
  readonly startsOpen: boolean;
  readonly onClause: () => void;
  readonly onAdjust: () => void;
}

/** One rule: its name, and on demand what it says of itself and what can be done about it. */
export function RuleItem({ rule, setting, canAdjust, listCount, startsOpen, onClause, onAdjust }: Props) {
  const styles = useStyles();
  const { setRule } = useCommands();
  const { task } = usePaneState();
  const isBusy = task !== null;
  return (
    <Disclosure
      level={3}
      startsOpen={startsOpen}
      summary={
        <span className={styles.summary}>
          <SeverityMark kind={rule.severity} />
          <Text>{rule.name}</Text>
          {setting && (
            <Badge appearance="outline" color="warning">
              {ruleSettingDialogTexts.adjusted}
            </Badge>
          )}
        </span>
      }
    >
      <li className={styles.body}>
        <RuleDetails rule={rule} setting={setting} listCount={listCount} />
        <div className={styles.actions}>
          <Button size="small" icon={<BookOpen16Regular />} onClick={onClause}>
            {`${uiWords.clause} ${formatClause(rule.source)}`}
          </Button>
          {canAdjust && (
            <Button size="small" disabledFocusable={isBusy} onClick={onAdjust}>
              {ruleSettingDialogTexts.open}
            </Button>
          )}
          {canAdjust && setting && (
            <Button size="small" disabledFocusable={isBusy} onClick={() => void setRule({ code: rule.code, severity: null })}>
              {ruleSettingDialogTexts.restore}
            </Button>
          )}
        </div>
      </li>
    </Disclosure>
  );
}
