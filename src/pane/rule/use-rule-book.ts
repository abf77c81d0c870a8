import { useMemo } from 'react';
import { ruleBook, type RuleEntry } from '../../job/rule-book';
import { settingsInForce } from '../../rule/permission';
import type { RuleSetting } from '../../list/record';
import { listsOf } from '../../list/registry';
import type { Plan } from '../../plan/plan';
import { catalogue } from '../../rule/catalogue';
import { usePaneState } from '../state/PaneContext';

interface RuleBook {
  readonly rules: readonly RuleEntry[];
  readonly listCount: number;
  /** The open workbook's settings by code; null where no workbook is open whose rules could be weighed. */
  readonly settings: ReadonlyMap<string, RuleSetting> | null;
}

/** The rules as the open workbook names its sheets and weighs them. */
export function useRuleBook(plan: Plan): RuleBook {
  const { report } = usePaneState();
  const lists = report?.lists;
  const ruleSettings = report?.entries.ruleSettings;
  return useMemo(() => {
    const all = lists ?? listsOf(plan);
    return {
      rules: ruleBook(plan, all, catalogue),
      listCount: all.length,
      settings: ruleSettings ? new Map(settingsInForce(ruleSettings).map((setting) => [setting.code, setting])) : null,
    };
  }, [plan, lists, ruleSettings]);
}
