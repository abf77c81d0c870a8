import type { CheckReport } from '../../job/report';
import type { SignedReason } from '../../job/signed-reason';
import type { Issue } from '../../rule/issue';
import { describeExplained, describeRuleSet, describeWithdrawn } from '../../text/ui-sentence';
import type { Notice } from './state';
import type { TaskRun } from './task-run';
import type { RuleChange, Work } from './work';

/** What people decide about issues and rules; it is kept in the workbook, which is judged and marked again. */
export interface DecisionCommands {
  /** 说明情况: accepts an issue with who says so and why. */
  readonly explain: (issue: Issue, reason: SignedReason) => Promise<void>;
  readonly withdraw: (issue: Issue) => Promise<void>;
  /** 调整级别 of a rule, or 恢复原级别. */
  readonly setRule: (change: RuleChange) => Promise<void>;
}

export function createDecisionCommands(
  { run, options }: TaskRun,
  /** The report that is shown; null where there is none by now. */
  takeSeen: () => CheckReport | null,
  takeOver: (report: CheckReport) => void,
  say: (text: string, intent?: Notice['intent']) => void,
): DecisionCommands {
  const decide = (name: 'explain' | 'withdraw' | 'setRule', job: (work: Work, seen: CheckReport) => Promise<readonly [CheckReport, string]>) =>
    run(name, true, async (work) => {
      const seen = takeSeen();
      if (!seen) return;
      const [report, told] = await job(work, seen);
      takeOver(report);
      say(told);
    });
  return {
    explain: (issue, reason) =>
      decide('explain', async (work, seen) => [await work.explain(seen, issue, reason, options), describeExplained(work.nameOfRule(issue.code))]),
    withdraw: (issue) =>
      decide('withdraw', async (work, seen) => [await work.withdraw(seen, issue, options), describeWithdrawn(work.nameOfRule(issue.code))]),
    setRule: (change) =>
      decide('setRule', async (work, seen) => [
        await work.setRule(seen, change, options),
        describeRuleSet(work.nameOfRule(change.code), change.severity),
      ]),
  };
}
