import type { RuleSetting } from '../list/record';
import { catalogue } from './catalogue';
import { issueCodes, type IssueCode } from './code';
import type { Issue, Severity } from './issue';

/** Rules that find things of more than one severity, the gravest first; every other gives its own only. */
const mixedSeverities: Partial<Record<IssueCode, readonly Severity[]>> = {
  'cell/range': ['error', 'warning'],
  'cell/project-code': ['warning', 'info'],
  'row/duplicate': ['error', 'warning'],
  'row/statistics-overdue': ['warning', 'info'],
};

/**
 * Errors that can be true to the facts: two entries contradict each other by the usual reading, and reality may hold
 * both. Money is spent before a 新开工 project starts, a yearly plan is raised before the total is approved anew,
 * funds arrive for more than was planned, a problem is handed over after its deadline was set, a project started
 * after 统计截止日, one phase of it started and another not, two projects are called alike.
 * Not among them: what is mended by filling it in (required cells, a state without its date, 未办结原因), what no fact
 * can be (a wrong type or item, a part above its whole, a total beside its sum), and what is ours (sheets, headers,
 * targets, formulas): explained, these would only stop the workbook from being judged or added up.
 */
const explainableErrors: Partial<Record<IssueCode, (issue: Pick<Issue, 'columns' | 'params'>) => boolean>> = {
  'row/duplicate': ({ columns }) => columns[0] !== 'problemNumber',
  'row/annual-plan-exceeds-total': () => true,
  'row/new-start-spent': () => true,
  'row/future-actual': () => true,
  'row/problem-dates': () => true,
  'row/permit-date': ({ params }) => !Array.isArray(params['missing']) || params['missing'].length === 0,
  'row/funds-exceed-plan': () => true,
  'cross-list/not-started-and-started': () => true,
};

const ownSeverities: ReadonlyMap<string, readonly Severity[]> = new Map(
  catalogue.map(({ code, severity }) => [code, mixedSeverities[code] ?? [severity]]),
);

/** What a rule finds by the catalogue, the gravest first; none for a code that there is not. */
export function severitiesOf(code: string): readonly Severity[] {
  return ownSeverities.get(code) ?? [];
}

/** True for a rule whose 警告 or 提示 the office may weigh otherwise; what it finds as 错误 stays one (Weighing). */
export function maySwitch(code: string): boolean {
  return severitiesOf(code).some((severity) => severity !== 'error');
}

/** The settings that change what a check says, in the order of the codes; of two for one rule the later counts. */
export function settingsInForce(settings: readonly RuleSetting[]): RuleSetting[] {
  const byCode = new Map(settings.map((setting) => [setting.code, setting]));
  return issueCodes.flatMap((code) => (maySwitch(code) ? (byCode.get(code) ?? []) : []));
}

/** True for an issue that may be accepted with a reason (说明情况): a warning, a hint, or an error that can be true to the facts. */
export function mayExplain(issue: Pick<Issue, 'code' | 'severity' | 'columns' | 'params'>): boolean {
  if (issue.severity !== 'error') return true;
  // A warning that the office weighs as an error is no less true for that.
  if (!severitiesOf(issue.code).includes('error')) return true;
  if (issue.code === 'row/duplicate' && issue.params['same'] === 'code') return true;
  if (issue.code === 'cell/range' && issue.params['mayBe'] === true) return true;
  return explainableErrors[issue.code as IssueCode]?.(issue) ?? false;
}

/** True for a rule of which some issue may be explained. */
export function hasExplainable(code: string): boolean {
  return maySwitch(code) || Object.hasOwn(explainableErrors, code);
}
