/** One thing wrong with a plan: where (path into it) and why, a clause such as 现为…，应为…. */
export interface PlanProblem {
  readonly path: readonly PropertyKey[];
  readonly reason: string;
}

/** What stands there, in words a clerk knows. */
export function describeSeen(value: unknown): string {
  if (value === null) return '空值';
  if (typeof value === 'string') return value === '' ? '空文字' : `文字“${value.length > 30 ? `${value.slice(0, 30)}…` : value}”`;
  if (typeof value === 'number') return `数字 ${value}`;
  if (typeof value === 'boolean') return value ? 'true（是）' : 'false（否）';
  if (Array.isArray(value)) return `列表（${value.length} 项）`;
  return '一组值';
}

/** The names met on the way (民间投资), so that a path with numbers in it can be found by reading. */
function namesAlong(input: unknown, path: readonly PropertyKey[]): readonly string[] {
  const names: string[] = [];
  let here: unknown = input;
  for (const step of path.slice(0, -1)) {
    if (typeof here !== 'object' || here === null) break;
    here = (here as Record<PropertyKey, unknown>)[step];
    if (typeof here !== 'object' || here === null) break;
    const { name, label } = here as Record<string, unknown>;
    const shown = name ?? label;
    if (typeof shown === 'string' && shown !== '') names.push(shown);
  }
  return names;
}

/** One sentence: measures.2.units.zezhou（民间投资）：现为文字“14.52亿元”，应为数字。 */
export function describeProblem(input: unknown, problem: PlanProblem): string {
  const names = namesAlong(input, problem.path);
  const path = problem.path.length === 0 ? '整个文件' : problem.path.map(String).join('.');
  return `${path}${names.length > 0 ? `（${names.join('，')}）` : ''}：${problem.reason}。`;
}
