import type { Plan } from '../../src/plan/plan';

/** True for 二(三), 三(四)3 and lists of them (二(三)(四)) of which the plan has the paragraph. */
export function isNoticeClause(plan: Plan, source: string): boolean {
  const [, heading, section] = /^([一二三四])(?:\(([一二三四五])\)\d?)?$/.exec(source) ?? [];
  if (heading === undefined) return false;
  return plan.clauses.some(({ id }) => id.startsWith(section === undefined ? heading : `${heading}(${section})`));
}
