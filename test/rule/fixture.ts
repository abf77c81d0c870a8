import type { Finding, ListEntries, WorkbookEntries } from '../../src/list/entry';
import type { List, Value } from '../../src/list/list';
import { emptyRecord } from '../../src/list/record';
import { listsOf } from '../../src/list/registry';
import { schemaVersion } from '../../src/list/schema-version';
import { builtInPlan } from '../../src/plan/built-in';
import { toSerial } from '../../src/plan/day';
import type { Scope } from '../../src/plan/plan';
import { check } from '../../src/rule/engine';
import type { CheckResult, Issue } from '../../src/rule/issue';
import type { Rule } from '../../src/rule/rule';

export const plan = builtInPlan;
export const lists = listsOf(plan);
export const day = toSerial;

export type Row = Readonly<Record<string, Value>>;

export interface Workbook {
  /** Rows by list key; cells by column key, those not named are empty. */
  readonly rows: Readonly<Record<string, readonly Row[]>>;
  readonly scope?: Scope;
  readonly asOf?: string;
  readonly findings?: readonly Finding[];
  readonly issued?: WorkbookEntries['issued'];
  /** Formula text of cells by list, column and row; where absent a ƒ column holds its formula. */
  readonly formulas?: Readonly<Record<string, Readonly<Record<string, readonly (string | null)[]>>>>;
  /** Columns that were not found, by list. */
  readonly gone?: Readonly<Record<string, readonly string[]>>;
  readonly explanations?: WorkbookEntries['explanations'];
  readonly ruleSettings?: WorkbookEntries['ruleSettings'];
}

export function listOf(key: string): List {
  const found = lists.find((list) => list.key === key);
  if (!found) throw new Error(`no list ${key}`);
  return found;
}

function entriesOfList(list: List, rows: readonly Row[], workbook: Workbook): ListEntries {
  const gone = workbook.gone?.[list.key] ?? [];
  const columns = list.columns.filter((column) => !gone.includes(column.key));
  const formulas: Record<string, readonly (string | null)[]> = {};
  for (const column of columns) {
    if (column.role !== 'formula' && column.type !== 'unit') continue;
    formulas[column.key] = workbook.formulas?.[list.key]?.[column.key] ?? rows.map(() => (column.role === 'formula' ? '=1' : null));
  }
  return {
    list: list.key,
    sheetName: list.sheetName,
    headerRow: 5,
    firstRow: 6,
    rowCount: rows.length,
    at: Object.fromEntries(columns.map((column, index) => [column.key, index])),
    values: Object.fromEntries(columns.map((column) => [column.key, rows.map((row) => row[column.key] ?? null)])),
    formulas,
    userColumns: [],
  };
}

/** A workbook with every list of its scope, empty where no rows are given; city and 2023-12-10 unless said. */
export function entriesOf(workbook: Workbook): WorkbookEntries {
  const scope = workbook.scope ?? { kind: 'city' };
  const inScope = lists.filter((list) => scope.kind === 'city' || list.units.includes(scope.unit));
  return {
    planId: plan.id,
    schemaVersion,
    scope,
    asOf: day(workbook.asOf ?? '2023-12-10'),
    lists: Object.fromEntries(
      inScope
        .filter((list) => !workbook.findings?.some((finding) => finding.kind === 'sheetMissing' && finding.list === list.key))
        .map((list) => [list.key, entriesOfList(list, workbook.rows[list.key] ?? [], workbook)]),
    ),
    findings: workbook.findings ?? [],
    ...emptyRecord,
    issued: workbook.issued ?? {},
    explanations: workbook.explanations ?? [],
    ruleSettings: workbook.ruleSettings ?? [],
    lastCheck: null,
  };
}

export function judge(workbook: Workbook): CheckResult {
  return check(entriesOf(workbook), plan, lists);
}

/** What one rule says, without asking the others; rules on cells are asked together, since they share their loops. */
function judgeBy(code: string, workbook: Workbook): Pick<CheckResult, 'issues' | 'undecided'> {
  const isMeant = (rule: Rule) => rule.code === code || (rule.scope === 'cell' && code.startsWith('cell/'));
  const { issues, undecided } = check(entriesOf(workbook), plan, lists, { only: isMeant });
  return { issues: issues.filter((issue) => issue.code === code), undecided: undecided.filter((entry) => entry.code === code) };
}

export function issuesOf(code: string, workbook: Workbook): readonly Issue[] {
  return judgeBy(code, workbook).issues;
}

export function undecidedOf(code: string, workbook: Workbook): CheckResult['undecided'] {
  return judgeBy(code, workbook).undecided;
}

/** A row of list 5 in which everything required is filled in and right. */
export const goodRow: Row = {
  identity: '5-1',
  projectName: '第十中学校',
  unit: '高平市',
  developer: '高平市教育局',
  totalInvestment: 12_000,
  responsibleUnit: '高平市教育局',
  responsiblePerson: '王某',
  phone: '13912345678',
  notStartedReason: '土地手续',
  plannedStart: day('2023-12-15'),
  startState: '未开工',
};

/** goodRow with some cells changed. */
export function rowWith(cells: Row): Row {
  return { ...goodRow, ...cells };
}

/** What a rule says of a single row: its severity, undecided, or passes. */
export function outcomeOf(code: string, list: string, cells: Row, workbook: Partial<Workbook> = {}): Issue['severity'] | 'undecided' | 'passes' {
  const whole = { ...workbook, rows: { [list]: [{ remark: '填报', ...cells }] } };
  const { issues, undecided } = judgeBy(code, whole);
  if (issues[0]) return issues[0].severity;
  return undecided.some((entry) => entry.list === list && entry.reason !== 'waiting') ? 'undecided' : 'passes';
}
