import { checkDays } from './check-days';
import { checkFigures } from './check-figures';
import { checkPermits } from './check-permits';
import { checkReferences } from './check-references';
import { PlanError, planSchema, type Plan } from './plan';
import { describeProblem, type PlanProblem } from './problem';
import { describeExpected, listSchemaProblems } from './schema-problem';

/** As many as a person reads before mending the first of them. */
const shownProblems = 20;

function refuse(input: unknown, origin: string, problems: readonly PlanProblem[], cause?: unknown): never {
  const lines = problems.slice(0, shownProblems).map((problem) => describeProblem(input, problem));
  const rest = problems.length - lines.length;
  throw new PlanError(
    [
      `年度方案“${origin}”不能使用，有 ${problems.length} 处问题：`,
      ...lines,
      ...(rest > 0 ? [`其余 ${rest} 处从略。`] : []),
      '请改正后重新载入。',
    ].join('\n'),
    { cause },
  );
}

/**
 * A plan from data such as a parsed JSON file. Throws PlanError with a line per problem: the path into the plan, what
 * stands there, what should. Origin is the file's name as the user knows it.
 */
export function loadPlan(input: unknown, origin: string): Plan {
  const parsed = planSchema.safeParse(input, { error: describeExpected, reportInput: true });
  if (!parsed.success) return refuse(input, origin, listSchemaProblems(parsed.error), parsed.error);
  const plan = parsed.data;
  const problems = [...checkDays(plan), ...checkFigures(plan), ...checkPermits(plan), ...checkReferences(plan)];
  return problems.length > 0 ? refuse(input, origin, problems) : plan;
}

/** A plan from the text of a JSON file. Throws PlanError as loadPlan does, and where the text is no JSON. */
export function readPlan(text: string, origin: string): Plan {
  if (text.trim() === '') throw new PlanError(`年度方案“${origin}”不能使用：是空文件，应为年度方案文件（.json）。请重新复制或下载方案文件，再重新载入。`);
  let input: unknown;
  try {
    input = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch (cause) {
    throw new PlanError(`年度方案“${origin}”不能使用：内容不是完整的年度方案文件（.json）。请检查括号、引号和逗号，改正后重新载入。`, { cause });
  }
  return loadPlan(input, origin);
}
