import type { Context } from '../context';
import { numberOf, type ProjectIndex, type RowPlace } from '../project-index';
import type { PeerJudge, PeerRule } from '../rule';
import { rowState, type Table } from '../table';

const lists = ['4', '5', '6', '7', '8', '9', 'A', 'B'];
/** List 8 has a row per problem, not per project. */
const problems = '8';
/** Row numbers that a sentence names; more are counted. */
const namedRows = 5;

type IsOther = (row: number) => boolean;

/** Judges rows of one list and unit that have something in common, on all lists known to the index. */
class Namesakes {
  constructor(private readonly index: ProjectIndex) {}

  /** True for the first row of its list among the places; null where it is the only one. */
  isFirst(places: readonly RowPlace[], table: Table, row: number): boolean | null {
    const [first, last] = this.index.boundsOn(table, places);
    return last - first < 2 ? null : places[first] === this.index.placeOf(table, row);
  }

  *rowsOn(table: Table, places: readonly RowPlace[]): Generator<number> {
    const [first, last] = this.index.boundsOn(table, places);
    for (let at = first; at < last; at++) yield this.index.rowAt(places[at]!).row;
  }

  /** The sheet rows (1-based) of the others, the first few of them, and whether there are more. */
  othersOf(table: Table, places: readonly RowPlace[], isOther: IsOther): { others: readonly number[]; more: boolean } {
    const others: number[] = [];
    for (const row of this.rowsOn(table, places)) {
      if (!isOther(row)) continue;
      if (others.length === namedRows) return { others, more: true };
      others.push(table.entries.firstRow + row + 1);
    }
    return { others, more: false };
  }
}

/** The same name, or on list 8 the same number. Undecided for rows without it or without a unit. */
function judgeNames(index: ProjectIndex, on: readonly string[], column: string, fellowship: 'name' | 'number'): PeerJudge {
  const namesakes = new Namesakes(index);
  const placesOf = (table: Table, row: number): readonly RowPlace[] => {
    if (fellowship === 'name') return index.projectOf(table, row)?.places ?? [];
    return index.withNumber(table.unit[row]!, numberOf(table, row));
  };
  return {
    fellowship,
    on,
    judge(table, row, tell) {
      if (table.state[row] === rowState.empty) return;
      const places = placesOf(table, row);
      if (places.length === 0) return tell('missing', table, row);
      if (places.length === 1 || namesakes.isFirst(places, table, row) !== true) return;
      for (const each of namesakes.rowsOn(table, places)) tell('error', table, each);
    },
    detail(table, row) {
      const others = namesakes.othersOf(table, placesOf(table, row), (each) => each !== row);
      return { columns: [column], params: { same: 'name', seen: table.texts(column)(row), ...others } };
    },
  };
}

/** The same 项目代码 under different names. */
function judgeCodes(index: ProjectIndex, on: readonly string[]): PeerJudge {
  const namesakes = new Namesakes(index);
  return {
    fellowship: 'code',
    on,
    judge(table, row, tell) {
      const places = index.codedAs(table, row);
      if (places.length < 2 || namesakes.isFirst(places, table, row) !== true) return;
      // The first row of the list speaks for every unit that has the code.
      const byUnit = new Map<number, number[]>();
      for (const each of namesakes.rowsOn(table, places)) {
        const unit = table.unit[each]!;
        const rows = byUnit.get(unit);
        if (rows) rows.push(each);
        else byUnit.set(unit, [each]);
      }
      for (const [unit, rows] of byUnit) {
        const name = table.name(rows[0]!);
        if (unit < 0 || rows.every((each) => table.name(each) === name)) continue;
        for (const each of rows) tell('warning', table, each);
      }
    },
    detail(table, row) {
      const isOther: IsOther = (each) => table.unit[each] === table.unit[row] && table.name(each) !== table.name(row);
      const others = namesakes.othersOf(table, index.codedAs(table, row), isOther);
      return { columns: ['projectCode'], params: { same: 'code', seen: table.texts('projectCode')(row), ...others } };
    },
  };
}

function ownColumnOf(list: string): string {
  return list === problems ? 'problemNumber' : 'projectName';
}

function listsToJudge({ tables }: Context, gone: (list: string, column: string) => void): string[] {
  return lists.filter((list) => {
    const table = tables.get(list);
    if (!table) return false;
    const column = [ownColumnOf(list), 'unit'].find((key) => !table.has(key));
    if (column !== undefined) gone(list, column);
    return column === undefined;
  });
}

/**
 * One project twice in a list of the same unit (list 8: one 问题编号). One 项目代码 under different names is a warning,
 * since phases of a project may share it. Every row of a group is told, so that the order of rows does not matter.
 */
export const duplicate: PeerRule = {
  scope: 'list',
  code: 'row/duplicate',
  severity: 'error',
  source: '四(二)',
  lists,
  columns: [],
  compare(context, index, report) {
    const on = listsToJudge(context, (list, column) => report.undecided({ list, unit: null, reason: 'structure', params: { column } }));
    const ofProjects = on.filter((list) => list !== problems);
    const ofProblems = on.filter((list) => list === problems);
    return [
      judgeNames(index, ofProjects, 'projectName', 'name'),
      judgeNames(index, ofProblems, ownColumnOf(problems), 'number'),
      judgeCodes(index, on),
    ];
  },
};
