import type { Value } from '../../list/list';
import type { Context } from '../context';
import { NearIndex } from '../near-index';
import type { NamedAmount } from '../near-name';
import type { Project, ProjectIndex, ProjectRow, RowPlace } from '../project-index';
import { placesOf, spokesmanOf } from '../project-row';
import type { Detail, PeerJudge, PeerRule, Tell } from '../rule';
import { rowState, type Table } from '../table';

/** A project as it stood when near ones were looked for, with the row at which it is told and the name as written there. */
interface Known extends NamedAmount {
  readonly spokesman: RowPlace;
  readonly seen: Value;
}

function isSame(a: Known, b: Known): boolean {
  return a.total === b.total && a.spokesman === b.spokesman && a.seen === b.seen;
}

/** 总投资 in 万元 of the first list that has one; ledger B has another figure. */
function totalOf(rows: readonly ProjectRow[]): number | null {
  for (const { table, row } of rows) {
    const total = table.list.key === 'B' ? null : table.numbers('totalInvestment')(row);
    if (total !== null && total >= 0) return total;
  }
  return null;
}

/** Projects read between two yields. */
const projectsPerStep = 1_000;

/** More names than this that change at once, such as a pasted column, are not followed one by one. */
const mostFollowed = 500;

/** Sentences name as many; NearIndex knows one more. */
const mostNamed = 5;

class NearNames implements PeerJudge {
  readonly fellowship = 'name';
  readonly on: readonly string[];
  private near: NearIndex<Known>;
  /** By index into plan.units, then name. Projects without 总投资 are not among them. */
  private readonly known: readonly Map<string, Known>[];

  constructor(
    private readonly context: Context,
    private readonly index: ProjectIndex,
  ) {
    this.near = new NearIndex<Known>(context.plan.thresholds.nearNameShare);
    this.on = [...context.tables.keys()];
    this.known = context.plan.units.map(() => new Map());
  }

  *prepare(): Generator<void> {
    const all: Known[] = [];
    let seen = 0;
    for (const project of this.index.all()) {
      const known = this.read(project);
      if (known) {
        all.push(known);
        this.known[project.unit]!.set(project.name, known);
      }
      if (++seen % projectsPerStep === 0) yield;
    }
    yield* this.near.build(all);
  }

  *follow(names: ReadonlySet<string>): Generator<void, readonly Project[]> {
    if (names.size > mostFollowed) {
      this.near = new NearIndex<Known>(this.context.plan.thresholds.nearNameShare);
      for (const known of this.known) known.clear();
      yield* this.prepare();
      return [...this.index.all()];
    }
    const others = new Set<Known>();
    let seen = 0;
    for (const name of names) {
      for (const [unit, known] of this.known.entries()) {
        const before = known.get(name);
        const project = this.index.projectNamed(unit, name);
        const after = project ? this.read(project) : null;
        if (before && after && isSame(before, after)) continue;
        if (before) {
          this.near.remove(before).forEach((each) => others.add(each));
          known.delete(name);
        }
        if (!after) continue;
        this.near.add(after).forEach((each) => others.add(each));
        known.set(name, after);
      }
      if (++seen % 4 === 0) yield;
    }
    return [...others].flatMap((each) => this.index.projectNamed(each.unit, each.name) ?? []);
  }

  judge(table: Table, row: number, tell: Tell): void {
    const project = this.index.projectOf(table, row);
    if (!project || project.places[0] !== this.index.placeOf(table, row)) return;
    const known = this.known[project.unit]?.get(project.name);
    if (!known) {
      const waits = this.index.rowsAt(project.places).every((each) => each.table.state[each.row] === rowState.waiting);
      tell(waits ? 'waiting' : 'missing', table, row);
    } else if (this.near.laterOf(known).length > 0) {
      const first = this.index.rowAt(known.spokesman);
      tell('info', first.table, first.row);
    }
  }

  detail(table: Table, row: number): Detail {
    const known = this.known[table.unit[row] ?? -1]?.get(table.name(row));
    const later = known ? this.near.laterOf(known) : [];
    const rows = later.map(({ spokesman }) => this.index.rowAt(spokesman));
    return {
      columns: ['projectName'],
      params: {
        seen: table.value('projectName', row),
        units: rows.slice(0, mostNamed).map((other) => other.table.unitKey(other.row)),
        names: later.slice(0, mostNamed).map(({ seen }) => seen),
        ...placesOf(rows),
      },
    };
  }

  private read(project: Project): Known | null {
    const rows = this.index.rowsAt(project.places);
    const total = totalOf(rows);
    const spokesman = total === null ? undefined : spokesmanOf(rows, this.context);
    if (total === null || !spokesman) return null;
    const { table, row } = spokesman;
    const { unit, name } = project;
    return { unit, name, total, spokesman: this.index.placeOf(table, row), seen: table.value('projectName', row) };
  }
}

/**
 * Two units, names that are almost one, money that is almost one: told at the first of them, by unit and name, naming
 * the later ones. Undecided without 总投资.
 */
export const nearName: PeerRule = {
  scope: 'cross-county',
  code: 'cross-county/near-name',
  severity: 'info',
  source: '三(一)2',
  lists: ['4', '5', '6', '7', '9', 'A'],
  columns: ['totalInvestment'],
  compare: (context, index) => (context.entries.scope.kind === 'city' ? [new NearNames(context, index)] : []),
};
