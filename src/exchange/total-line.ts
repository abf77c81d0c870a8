import type { Plan } from '../plan/plan';
import { unitResolverOf } from '../rule/choice';

const total = /(?:合计|小计|总计|共计)[:：]?$/;
const whole = /^[全本](?:市|县|区|县区)?$/;

/**
 * True for what stands under 项目名称 in a line of sums that somebody wrote under the projects: 合计, 泽州县合计, 全县小计. Blind
 * spot: sums of anything else, such as 工业项目小计, since a project may be called so.
 * @param name normalised
 */
export function isTotalName(name: string, plan: Plan): boolean {
  if (!total.test(name)) return false;
  const of = name.replace(total, '');
  return of === '' || whole.test(of) || unitResolverOf(plan).keyOf(of) !== null;
}
