import type { ListKey } from '../list/list';
import type { Plan } from '../plan/plan';
import type { ListChange } from './change';
import type { Context } from './context';
import type { Undecided } from './issue';
import { compareRanked, numberAlike, type IssueMaker, type Ranked } from './issue-maker';
import type { Failure, Reporter, WideRule } from './rule';
import { addTo, addUndecided, emptyTally, type Tally } from './tally';

/** What one rule on whole lists has found: replaced as a whole when it is judged again. */
export interface Outcome {
  /** In their order. */
  readonly ranked: readonly Ranked[];
  readonly tally: Tally;
  readonly undecided: readonly Undecided[];
}

/** Asks one rule on whole lists, in its own steps. */
export function* judgeWide(rule: WideRule, context: Context, maker: IssueMaker): Generator<void, Outcome> {
  const tally = emptyTally();
  const listed = new Map<string | null, number>();
  const ranked: Ranked[] = [];
  const undecided = new Map<string, Undecided>();
  const fail = (failure: Failure) => {
    const severity = maker.weighing.of(rule.code, failure.severity ?? rule.severity);
    if (severity === 'off') {
      tally.switchedOff[rule.code] = (tally.switchedOff[rule.code] ?? 0) + 1;
      return;
    }
    tally.counts[severity]++;
    const { list, unit, row: rowIndex } = failure;
    if (severity === 'error' && unit !== null) addTo(tally.unitErrors, unit, 1);
    const row = rowIndex === null ? null : (context.tables.get(list ?? '')?.identity(rowIndex) ?? '');
    const before = listed.get(list) ?? 0;
    if (before >= maker.limit && !maker.mayBeExplained(row)) {
      tally.unlisted[rule.code] = (tally.unlisted[rule.code] ?? 0) + 1;
      return;
    }
    listed.set(list, before + 1);
    ranked.push(maker.make(rule, severity, { list, unit, rowIndex, row }, failure));
  };
  const report: Reporter = { fail, undecided: (entry) => addUndecided(undecided, rule.code, entry) };
  yield* rule.judge(context, report) ?? [];
  ranked.sort(compareRanked);
  numberBases(ranked);
  for (const { issue } of ranked) {
    if (!issue.explained) continue;
    tally.counts[issue.severity]--;
    tally.counts.explained++;
    if (issue.severity === 'error' && issue.unit !== null) addTo(tally.unitErrors, issue.unit, -1);
  }
  return { ranked, tally, undecided: [...undecided.values()] };
}

function numberBases(ranked: readonly Ranked[]): void {
  const byBase = new Map<string, Ranked[]>();
  for (const each of ranked) {
    const alike = byBase.get(each.base);
    if (alike) alike.push(each);
    else byBase.set(each.base, [each]);
  }
  for (const alike of byBase.values()) numberAlike(alike);
}

/** True where something that the rule reads is among the changes. `moved` are lists whose rows changed their state or unit. */
export function isConcerned(rule: WideRule, plan: Plan, changes: ReadonlyMap<ListKey, ListChange>, moved: ReadonlySet<ListKey>): boolean {
  const reads = typeof rule.reads === 'function' ? rule.reads(plan) : rule.reads;
  return [...changes].some(([list, { columns }]) => {
    const read = reads[list] ?? reads['*'];
    if (read === undefined) return false;
    return moved.has(list) || (read === 'all' ? columns.size > 0 : read.some((column) => columns.has(column)));
  });
}
