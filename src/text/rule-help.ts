import type { List } from '../list/list';
import type { Plan } from '../plan/plan';
import type { IssueCode } from '../rule/code';
import { cellHelp } from './help/cell';
import { crossCountyHelp } from './help/cross-county';
import { crossListHelp } from './help/cross-list';
import { Guide, type RuleHelp } from './help/guide';
import { listHelp } from './help/list';
import { permitHelp } from './help/permit';
import { problemHelp } from './help/problem';
import { projectHelp } from './help/project';

/** Complete by type: a code without help does not compile. */
const help: Record<IssueCode, (guide: Guide) => RuleHelp> = {
  ...cellHelp,
  ...projectHelp,
  ...problemHelp,
  ...permitHelp,
  ...listHelp,
  ...crossListHelp,
  ...crossCountyHelp,
};

/** What a rule reports, when it cannot tell, what to do and what it cannot find, by a plan's days and thresholds. `lists` are all of the plan's. */
export function helpOfRule(code: IssueCode, plan: Plan, lists: readonly List[]): RuleHelp {
  return help[code](new Guide(plan, lists));
}
