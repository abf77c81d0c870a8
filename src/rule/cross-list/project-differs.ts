import type { Value } from '../../list/list';
import type { Plan } from '../../plan/plan';
import type { Context } from '../context';
import { timesExactly } from '../money';
import { normaliseName } from '../name';
import { codeOf, type ProjectIndex, type ProjectRow } from '../project-index';
import { sheetRowOf } from '../project-row';
import type { PeerRule } from '../rule';
import { rowState } from '../table';
import { isBlank } from '../value';

/** 总投资 of a row in 万元; ledger B's is 计划总投资. */
function totalOf({ table, row }: ProjectRow): number | null {
  if (table.list.key !== 'B') return table.numbers('totalInvestment')(row);
  const planned = table.numbers('plannedInvestment')(row);
  return planned === null ? null : timesExactly(planned, 10_000);
}

function totalColumn({ table }: ProjectRow): string {
  return table.list.key === 'B' ? 'plannedInvestment' : 'totalInvestment';
}

interface Difference {
  readonly column: string;
  readonly own: Value;
  /** The row that says otherwise, and what it says. */
  readonly there: ProjectRow;
  readonly other: Value;
}

function totalDifference(own: ProjectRow, others: readonly ProjectRow[], plan: Plan): Difference[] {
  const { differenceAmount, differenceShare } = plan.thresholds;
  const there = others.find((other) => totalOf(other) !== null);
  const [ownTotal, other] = [totalOf(own), there ? totalOf(there) : null];
  if (!there || ownTotal === null || other === null) return [];
  const tolerance = Math.max(differenceAmount, Math.max(ownTotal, other) * differenceShare);
  return Math.abs(ownTotal - other) > tolerance + 1e-9 ? [{ column: totalColumn(own), own: ownTotal, there, other }] : [];
}

function developerDifference(own: ProjectRow, others: readonly ProjectRow[]): Difference[] {
  const developerOf = ({ table, row }: ProjectRow) => table.value('developer', row);
  const there = others.find((other) => !isBlank(developerOf(other)));
  const [developer, other] = [developerOf(own), there ? developerOf(there) : null];
  if (!there || isBlank(developer) || normaliseName(String(developer)) === normaliseName(String(other))) return [];
  return [{ column: 'developer', own: developer, there, other }];
}

function nameDifference(own: ProjectRow, others: readonly ProjectRow[]): Difference[] {
  const code = codeOf(own.table, own.row);
  const nameOf = ({ table, row }: ProjectRow) => table.name(row);
  const there = code === '' ? undefined : others.find((other) => codeOf(other.table, other.row) === code && nameOf(other) !== '');
  if (!there || nameOf(own) === '' || nameOf(own) === nameOf(there)) return [];
  return [{ column: 'projectName', own: own.table.value('projectName', own.row), there, other: there.table.value('projectName', there.row) }];
}

/** What a row says differently from the first of the others that says it. Ledger B is compared by its money only. */
function differencesOf(own: ProjectRow, others: readonly ProjectRow[], plan: Plan): Difference[] {
  const texts = own.table.list.key === 'B' ? [] : others.filter(({ table }) => table.list.key !== 'B');
  return [...totalDifference(own, others, plan), ...developerDifference(own, texts), ...nameDifference(own, texts)];
}

/** The same project of the same unit, filled in, on each of the lists before this one. */
function earlierRows(own: ProjectRow, context: Context, index: ProjectIndex): ProjectRow[] {
  const { table, row } = own;
  const fellows = index.fellowsOf(table, row);
  if (!fellows) return [];
  const before = context.lists.slice(0, context.lists.indexOf(table.list));
  const isSame = (other: ProjectRow) => other.table.unit[other.row] === table.unit[row] && other.table.state[other.row] === rowState.filled;
  return before.flatMap((list) => index.findAmong(fellows, table, row, list.key).find(isSame) ?? []);
}

/** What a row says differently, by the row that says otherwise. */
function byOther(found: readonly Difference[]): Difference[][] {
  return [...new Set(found.map(({ there }) => there))].map((there) => found.filter((each) => each.there === there));
}

const lists = ['4', '5', '6', '7', '8', '9', 'A', 'B'];

/**
 * One project is told differently on two lists. What a row says is held against the first list that says it of the
 * project, so that one slip is told once and not on every list. Undecided where a 总投资 is missing on either side
 * (list 8 has none). Different units under one code are cross-county/same-code.
 */
export const projectDiffers: PeerRule = {
  scope: 'cross-list',
  code: 'cross-list/project-differs',
  severity: 'warning',
  source: '四(五)',
  lists,
  columns: ['totalInvestment', 'plannedInvestment', 'developer'],
  compare: (context, index) => [
    {
      fellowship: 'row',
      on: lists,
      // 总投资, 建设单位 and 项目名称 can each be told otherwise by another row.
      voices: 3,
      judge(table, row, tell) {
        if (table.state[row] !== rowState.filled) return;
        const own = { table, row };
        const others = earlierRows(own, context, index);
        if (others.length === 0) return;
        const found = differencesOf(own, others, context.plan);
        byOther(found).forEach((_, voice) => tell('warning', table, row, voice));
        const withMoney = others.filter((other) => other.table.list.key !== '8');
        if (found.length > 0 || table.list.key === '8' || withMoney.length === 0) return;
        if (totalOf(own) === null || withMoney.every((other) => totalOf(other) === null)) tell('missing', table, row);
      },
      detail(table, row, voice) {
        const own = { table, row };
        const found = byOther(differencesOf(own, earlierRows(own, context, index), context.plan))[voice]!;
        const { there } = found[0]!;
        return {
          columns: found.map(({ column }) => column),
          params: { otherList: there.table.list.key, otherRow: sheetRowOf(there), own: found.map((each) => each.own), other: found.map((each) => each.other) },
        };
      },
    },
  ],
};
