import type { CheckReport } from '../../job/report';
import type { SignedReason } from '../../job/signed-reason';
import type { Issue } from '../../rule/issue';
import { describeExplained, describeRuleSet, describeWithdrawn } from '../../text/ui-sentence';
import type { CommandTools } from './command-tools';
import type { RuleChange, Work } from './work';

/** What people decide about issues and rules; it is kept in the workbook, which is judged and marked again. */
export interface DecisionCommands {
  /** 说明情况: accepts an issue with who says so and why. */
  readonly explain: (issue: Issue, reason: SignedReason) => Promise<void>;
  readonly withdraw: (issue: Issue) => Promise<void>;
  /** 调整级别 of a rule, or 恢复原级别. */
  readonly setRule: (change: RuleChange) => Promise<void>;
}

export function createDecisionCommands({ store, tasks: { run, options }, forgetEdits, takeOver, keep, say }: CommandTools): DecisionCommands {
  const decide = (name: 'explain' | 'withdraw' | 'setRule', code: string, job: (work: Work, seen: CheckReport) => Promise<readonly [CheckReport, string]>) => {
    const seen = store.get().report;
    return run(name, true, async (work) => {
      if (!seen) return;
      forgetEdits();
      const [report, said] = await job(work, seen);
      takeOver(report);
      keep(work, { name, result: report, told: work.told[name](work.nameOfRule(code)) });
      say(said);
    });
  };
  return {
    explain: (issue, reason) =>
      decide('explain', issue.code, async (work, seen) => [await work.explain(seen, issue, reason, options), describeExplained(work.nameOfRule(issue.code))]),
    withdraw: (issue) =>
      decide('withdraw', issue.code, async (work, seen) => [await work.withdraw(seen, issue, options), describeWithdrawn(work.nameOfRule(issue.code))]),
    setRule: (change) =>
      decide('setRule', change.code, async (work, seen) => [
        await work.setRule(seen, change, options),
        describeRuleSet(work.nameOfRule(change.code), change.severity),
      ]),
  };
}
