import type { Plan } from '../../plan/plan';
import { RuleSettingDialog } from './RuleSettingDialog';
import { useRuleBook } from './use-rule-book';

interface Props {
  readonly plan: Plan;
  readonly code: string;
  readonly onClose: () => void;
}

/** 调整级别 of a rule known by its code. */
export function AdjustRule({ plan, code, onClose }: Props) {
  const { rules, settings } = useRuleBook(plan);
  const rule = rules.find((each) => each.code === code);
  return rule ? <RuleSettingDialog rule={rule} setting={settings?.get(code) ?? null} onClose={onClose} /> : null;
}
