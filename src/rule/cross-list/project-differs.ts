import type { Value } from '../../list/list';
import type { Context } from '../context';
import { timesExactly } from '../money';
import { normaliseName } from '../name';
import { codeOf, projectIndexOf, sheetRowOf, type ProjectIndex, type ProjectRow } from '../project-index';
import type { WideRule } from '../rule';
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
  readonly other: Value;
}

/** What two rows on one project say differently. Ledger B is compared by its money only. */
function differencesOf(own: ProjectRow, other: ProjectRow): Difference[] {
  const found: Difference[] = [];
  const [ownTotal, otherTotal] = [totalOf(own), totalOf(other)];
  if (ownTotal !== null && otherTotal !== null) {
    const tolerance = Math.max(1, Math.max(ownTotal, otherTotal) * 0.001);
    if (Math.abs(ownTotal - otherTotal) > tolerance + 1e-9) found.push({ column: totalColumn(own), own: ownTotal, other: otherTotal });
  }
  if (own.table.list.key === 'B' || other.table.list.key === 'B') return found;
  const [developer, otherDeveloper] = [own, other].map(({ table, row }) => table.value('developer', row));
  if (!isBlank(developer) && !isBlank(otherDeveloper) && normaliseName(String(developer)) !== normaliseName(String(otherDeveloper))) {
    found.push({ column: 'developer', own: developer ?? null, other: otherDeveloper ?? null });
  }
  const sameCode = codeOf(own.table, own.row) !== '' && codeOf(own.table, own.row) === codeOf(other.table, other.row);
  const [name, otherName] = [own.table.name(own.row), other.table.name(other.row)];
  if (sameCode && name !== '' && otherName !== '' && name !== otherName) {
    found.push({ column: 'projectName', own: own.table.value('projectName', own.row), other: other.table.value('projectName', other.row) });
  }
  return found;
}

/** The same project of the same unit on the first of the lists before this one. */
function earlierRow(own: ProjectRow, context: Context, index: ProjectIndex): ProjectRow | undefined {
  for (const list of context.lists) {
    if (list === own.table.list) return undefined;
    const found = index.find(own.table, own.row, list.key).find(({ table, row }) => table.unit[row] === own.table.unit[own.row]);
    if (found) return found;
  }
  return undefined;
}

/**
 * One project is told differently on two lists. Each row is held against the first list that has the project.
 * Undecided where either has no 总投资. Different units under one code are cross-county/same-code.
 */
export const projectDiffers: WideRule = {
  scope: 'cross-list',
  code: 'cross-list/project-differs',
  severity: 'warning',
  source: '四(五)',
  lists: ['4', '5', '6', '7', '8', '9', 'A', 'B'],
  *judge(context, report) {
    const index = yield* projectIndexOf(context);
    for (const table of context.tables.values()) {
      if (table.list.kind !== 'project') continue;
      for (let row = 0; row < table.rowCount; row++) {
        if (row % 500 === 499) yield;
        if (table.state[row] !== rowState.filled) continue;
        const own = { table, row };
        const other = earlierRow(own, context, index);
        if (!other || other.table.state[other.row] !== rowState.filled) continue;
        const found = differencesOf(own, other);
        const at = { list: table.list.key, unit: table.unitKey(row) };
        if (found.length > 0) {
          report.fail({
            ...at,
            row,
            columns: found.map(({ column }) => column),
            params: { otherList: other.table.list.key, otherRow: sheetRowOf(other), own: found.map((each) => each.own), other: found.map((each) => each.other) },
          });
        } else if (table.list.key !== '8' && (totalOf(own) === null || totalOf(other) === null)) {
          report.undecided({ ...at, reason: 'missing' });
        }
      }
    }
  },
};
