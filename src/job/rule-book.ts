import type { Column, List } from '../list/list';
import { listsOf } from '../list/registry';
import type { Plan } from '../plan/plan';
import { issueCodes, type IssueCode } from '../rule/code';
import type { Severity } from '../rule/issue';
import { hasExplainable, maySwitch, severitiesOf } from '../rule/permission';
import type { Rule } from '../rule/rule';
import type { RuleHelp } from '../text/help/guide';
import { helpOfRule } from '../text/rule-help';
import { nameOfRule } from '../text/rule-name';

/** In the order in which an office reads them: by what a rule looks at. */
export const ruleScopes = ['cell', 'row', 'list', 'cross-list', 'cross-county'] as const;
export type RuleScope = (typeof ruleScopes)[number];

/** One rule as 帮助 and the printed catalogue show it. */
export interface RuleEntry extends RuleHelp {
  readonly code: IssueCode;
  /** 必填项未填 */
  readonly name: string;
  /** As its code says. */
  readonly scope: RuleScope;
  readonly severity: Severity;
  /** All that it can find, the gravest first. */
  readonly severities: readonly Severity[];
  /** Tabs of the lists it looks at, of those given. */
  readonly lists: readonly string[];
  /** Clause as the plan cites it: 四(二), or 惯例. */
  readonly source: string;
  /** The office may weigh its 警告 and 提示 otherwise. */
  readonly maySwitch: boolean;
  /** An issue of it may be accepted with a reason, at least in some cases. */
  readonly mayExplain: boolean;
}

const isNumber = ({ type }: Column) => type === 'money' || type === 'count' || type === 'rate';
const isDay = ({ type }: Column) => type === 'date' || type === 'month';

/** Rules on cells look at every list; what they say is only of columns of their kind that staff fill in. */
const entryColumns: Partial<Record<IssueCode, (column: Column) => boolean>> = {
  'cell/required': ({ requirement }) => requirement !== undefined,
  'cell/type': (column) => isNumber(column) || isDay(column),
  'cell/enum': ({ type }) => type === 'choice' || type === 'unit',
  'cell/range': (column) => isNumber(column) || isDay(column),
  'cell/unit-suspect': ({ type }) => type === 'money',
  'cell/length': ({ type }) => type === 'text' || type === 'longText',
  'cell/phone': ({ type }) => type === 'phone',
  'cell/project-code': ({ type }) => type === 'projectCode',
};

/** Every rule of the catalogue for people to read, in the order of the codes. `lists` are those of the workbook, or all of the plan's. */
export function ruleBook(plan: Plan, lists: readonly List[], catalogue: readonly Rule[]): RuleEntry[] {
  const all = listsOf(plan);
  return issueCodes.flatMap((code) => {
    const rule = catalogue.find((each) => each.code === code);
    if (rule === undefined) return [];
    const isAsked = entryColumns[code];
    const looksAt = ({ key, columns }: List) =>
      (rule.lists === 'all' || rule.lists.includes(key)) &&
      (isAsked === undefined || columns.some((column) => column.role === 'entry' && isAsked(column)));
    return {
      code,
      name: nameOfRule(code),
      scope: ruleScopes.find((scope) => code.startsWith(`${scope}/`)) ?? 'row',
      severity: rule.severity,
      severities: severitiesOf(code),
      lists: lists.filter(looksAt).map(({ sheetName }) => sheetName),
      source: rule.source,
      ...helpOfRule(code, plan, all),
      maySwitch: maySwitch(code),
      mayExplain: hasExplainable(code),
    };
  });
}
