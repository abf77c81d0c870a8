import { fixedPermits } from './fixed-item';
import type { Permit, Plan } from './plan';
import type { PlanProblem } from './problem';

/** The permits from one back to itself, by what must come first; null where there is no such ring. */
function findRing(permits: readonly Permit[]): readonly Permit[] | null {
  const done = new Set<string>();
  const follow = (permit: Permit, trail: readonly Permit[]): readonly Permit[] | null => {
    if (trail.includes(permit)) return [...trail.slice(trail.indexOf(permit)), permit];
    if (done.has(permit.key)) return null;
    for (const key of permit.after) {
      const earlier = permits.find((other) => other.key === key);
      const ring = earlier ? follow(earlier, [...trail, permit]) : null;
      if (ring) return ring;
    }
    done.add(permit.key);
    return null;
  };
  for (const permit of permits) {
    const ring = follow(permit, []);
    if (ring) return ring;
  }
  return null;
}

/** Permits that wait for one unknown or, round a ring, for themselves; and permits that rules need. */
export function checkPermits(plan: Plan): readonly PlanProblem[] {
  const { permits } = plan;
  const problems: PlanProblem[] = [];
  permits.forEach((permit, at) => {
    permit.after.forEach((key, index) => {
      if (!permits.some((other) => other.key === key)) {
        problems.push({ path: ['permits', at, 'after', index], reason: `现为“${key}”，没有这项手续，应为 permits 中已有的代号` });
      }
    });
  });
  const ring = findRing(permits);
  const first = ring?.[0];
  if (ring && first) {
    problems.push({
      path: ['permits', permits.indexOf(first), 'after'],
      reason: `前后循环（${ring.map((permit) => permit.name).join(' → ')}），应去掉其中一项前置`,
    });
  }
  for (const key of fixedPermits) {
    if (!permits.some((permit) => permit.key === key)) problems.push({ path: ['permits'], reason: `缺少手续“${key}”，校验要用到，应补上` });
  }
  return problems;
}
