import type { Unit } from '../../plan/plan';

interface Owned {
  readonly unit: Unit;
}

/**
 * The same projects, so shared out among the members of a unit that each has as many as its bands need: who has too few
 * takes from who has more than enough, the last ones first. Together they are to be as many as all need.
 */
export function coverBands<Project extends Owned>(projects: readonly Project[], members: readonly Unit[], needed: (member: Unit) => number): Project[] {
  const shared = [...projects];
  const spare = new Map(members.map((member) => [member, shared.filter(({ unit }) => unit === member).length - needed(member)]));
  const change = (member: Unit, by: number) => spare.set(member, (spare.get(member) ?? 0) + by);
  for (const member of members) {
    for (let at = shared.length - 1; at >= 0 && (spare.get(member) ?? 0) < 0; at -= 1) {
      const project = shared[at]!;
      if ((spare.get(project.unit) ?? 0) <= 0) continue;
      change(project.unit, -1);
      change(member, 1);
      shared[at] = { ...project, unit: member };
    }
  }
  return shared;
}
