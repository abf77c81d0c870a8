import type { Context } from '../context';
import { nearPairs, type NamedAmount } from '../near-name';
import { placesOf, projectIndexOf, spokesmanOf, type NamedProject, type ProjectRow } from '../project-index';
import type { WideRule } from '../rule';
import { rowState } from '../table';

/** Pairs beyond this are a numbered series, not names mistyped; nobody reads on. */
const mostPairs = 20_000;

/** 总投资 in 万元 of the first list that has one. */
function totalOf(rows: readonly ProjectRow[], context: Context): number | null {
  for (const list of context.lists) {
    for (const { table, row } of rows) {
      const total = table.list === list && list.key !== 'B' ? table.numbers('totalInvestment')(row) : null;
      if (total !== null && total >= 0) return total;
    }
  }
  return null;
}

/** Two units, names that are almost one, money that is almost one. Undecided without 总投资. */
export const nearName: WideRule = {
  scope: 'cross-county',
  code: 'cross-county/near-name',
  severity: 'info',
  source: '三(一)2',
  lists: ['4', '5', '6', '7', '9', 'A'],
  *judge(context, report) {
    if (context.entries.scope.kind !== 'city') return;
    const index = yield* projectIndexOf(context);
    const projects: (NamedAmount & NamedProject)[] = [];
    let seen = 0;
    for (const project of index.projects()) {
      if (++seen % 2_000 === 0) yield;
      const total = totalOf(project.rows, context);
      if (total !== null) projects.push({ ...project, total });
      else {
        const waits = project.rows.every(({ table, row }) => table.state[row] === rowState.waiting);
        const list = project.rows[0]?.table.list.key ?? null;
        report.undecided({ list, unit: context.plan.units[project.unit]?.key ?? null, reason: waits ? 'waiting' : 'missing' });
      }
    }
    // A list's own order must not decide which of two is told of.
    projects.sort((a, b) => a.unit - b.unit || (a.name < b.name ? -1 : 1));
    yield;
    const nearTo = new Map<number, number[]>();
    let pairs = 0;
    for (const pair of nearPairs(projects)) {
      if (pair === null) yield;
      else {
        nearTo.set(pair[0], [...(nearTo.get(pair[0]) ?? []), pair[1]]);
        if (++pairs === mostPairs) break;
      }
    }
    for (const [own, others] of nearTo) {
      const first = spokesmanOf(projects[own]?.rows ?? [], context);
      const there = others.flatMap((other) => spokesmanOf(projects[other]?.rows ?? [], context) ?? []);
      if (!first || there.length === 0) continue;
      const { table, row } = first;
      report.fail({
        list: table.list.key,
        unit: table.unitKey(row),
        row,
        columns: ['projectName'],
        params: {
          seen: table.value('projectName', row),
          units: there.slice(0, 5).map((other) => other.table.unitKey(other.row)),
          names: there.slice(0, 5).map((other) => other.table.value('projectName', other.row)),
          ...placesOf(there),
        },
      });
    }
  },
};
