import type { RuleEntry } from '../../job/rule-book';
import type { RuleSetting } from '../../list/record';

export type RuleLevel = RuleSetting['severity'];

const levels: readonly RuleLevel[] = ['error', 'warning', 'info', 'off'];

/** What a rule can be set to: everything but what it counts as by itself. */
export function choicesFor({ severities }: Pick<RuleEntry, 'severities'>): readonly RuleLevel[] {
  return levels.filter((level) => severities.some((own) => own !== 'error' && own !== level));
}
