import { Button, Field, makeStyles, Radio, RadioGroup, Text, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { RuleEntry } from '../../job/rule-book';
import type { RuleSetting } from '../../list/record';
import { ruleLevels, ruleSettingDialogTexts, uiWords } from '../../text/ui';
import { ReasonFields } from '../decide/ReasonFields';
import { useSignedReason } from '../decide/use-signed-reason';
import { PaneDialog } from '../frame/PaneDialog';
import { useCommands } from '../state/PaneContext';
import { choicesFor, type RuleLevel } from './level-choice';

const useStyles = makeStyles({
  root: { display: 'flex', flexDirection: 'column', gap: '12px' },
  levels: { flexWrap: 'wrap' },
  note: { color: tokens.colorNeutralForeground2 },
});

interface Props {
  readonly rule: RuleEntry;
  readonly setting: RuleSetting | null;
  readonly onClose: () => void;
}

/** 调整级别: a rule's 警告 and 提示 count as something else in this workbook, or not at all, by a person's word. */
export function RuleSettingDialog({ rule, setting, onClose }: Props) {
  const styles = useStyles();
  const { setRule } = useCommands();
  const draft = useSignedReason(setting);
  const choices = choicesFor(rule);
  const [severity, setSeverity] = useState<RuleLevel>(setting?.severity ?? (choices.includes('info') ? 'info' : 'off'));
  const submit = (): void => {
    const reason = draft.submit();
    if (reason === null) return;
    onClose();
    void setRule({ code: rule.code, severity, ...reason });
  };
  return (
    <PaneDialog
      title={`${ruleSettingDialogTexts.title}：${rule.name}`}
      onClose={onClose}
      actions={
        <>
          <Button onClick={onClose}>{uiWords.cancel}</Button>
          <Button appearance="primary" onClick={submit}>
            {ruleSettingDialogTexts.submit}
          </Button>
        </>
      }
    >
      <div className={styles.root}>
        <Field label={ruleSettingDialogTexts.level}>
          <RadioGroup className={styles.levels} layout="horizontal" value={severity} onChange={(_, { value }) => setSeverity(value as RuleLevel)}>
            {choices.map((level) => (
              <Radio key={level} value={level} label={ruleLevels[level]} />
            ))}
          </RadioGroup>
        </Field>
        {rule.severities.includes('error') && <Text size={200}>{ruleSettingDialogTexts.errorStays}</Text>}
        <ReasonFields draft={draft} whoLabel={ruleSettingDialogTexts.who} whyLabel={ruleSettingDialogTexts.why} whyHint={ruleSettingDialogTexts.whyHint} />
        <Text size={200} block className={styles.note}>
          {ruleSettingDialogTexts.note}
        </Text>
      </div>
    </PaneDialog>
  );
}
