import type { ListEntries } from '../../list/entry';
import { normaliseName } from '../name';
import type { Plan } from '../../plan/plan';
import type { Context } from '../context';
import { hasNothingOn } from '../project-row';
import type { WideRule } from '../rule';
import { rowState, type Table } from '../table';

const lists = ['5', '6', '7'];

/**
 * The name without the unit's name that heads it: 阳城县东部片区一体化供水工程 is known as 东部片区一体化供水工程 too. What
 * is left of three characters or fewer says nothing: 泽州县公园 is no other 公园.
 */
function shortNameOf(name: string, unit: Plan['units'][number]): string {
  const head = [unit.name, unit.shortName].find((each) => each !== undefined && name.startsWith(each) && name.length > each.length + 3);
  return normaliseName(head === undefined ? name : name.slice(head.length));
}

/** What is known of a table's rows, as long as it has these entries. */
interface Search {
  readonly entries: ListEntries;
  /** Rows in which something stands, by index into plan.units. */
  readonly rowsOfUnit: readonly (readonly number[])[];
  /** By unit and the project's name: the row at which it was found, −1 where it is nowhere. */
  readonly rows: Map<string, number>;
}

const lastSearch = new WeakMap<Table, Search>();

function searchOn(table: Table, { plan }: Context): Search {
  const last = lastSearch.get(table);
  if (last?.entries === table.entries) return last;
  const rowsOfUnit: number[][] = plan.units.map(() => []);
  for (let row = 0; row < table.rowCount; row++) {
    if (table.state[row] !== rowState.empty) rowsOfUnit[table.unit[row]!]?.push(row);
  }
  const search = { entries: table.entries, rowsOfUnit, rows: new Map<string, number>() };
  lastSearch.set(table, search);
  return search;
}

/** True where the row was issued for the project and still is there, or a name of the unit's holds the short name. */
function isThere(table: Table, context: Context, unit: number, name: string, short: string): boolean {
  const issued = context.entries.issued[table.list.key] ?? {};
  const { rowsOfUnit, rows } = searchOn(table, context);
  const key = `${unit}|${name}`;
  let row = rows.get(key);
  if (row === undefined) {
    const isIt = (each: number) => {
      const identity = table.identity(each);
      const as = Object.hasOwn(issued, identity) ? issued[identity] : undefined;
      return table.name(each).includes(short) || (as !== undefined && normaliseName(as.name) === normaliseName(name));
    };
    row = rowsOfUnit[unit]!.find(isIt) ?? -1;
    rows.set(key, row);
  }
  return row >= 0;
}

/**
 * A project that the notice names is in none of its unit's rows. Blind spot: a project entered under quite another
 * name in a new row. Undecided while the unit has filled in nothing and the project is not there.
 */
export const namedProjectMissing: WideRule = {
  scope: 'list',
  code: 'list/named-project-missing',
  severity: 'warning',
  source: '三(四)',
  lists,
  reads: { 5: ['projectName', 'identity'], 6: ['projectName', 'identity'], 7: ['projectName', 'identity'] },
  *judge(context, report) {
    for (const project of context.plan.namedProjects) {
      const table = context.tables.get(project.list);
      if (!context.units.includes(project.unit)) continue;
      if (!table) {
        report.undecided({ list: project.list, unit: project.unit, reason: 'structure' });
        continue;
      }
      const index = context.plan.units.findIndex((unit) => unit.key === project.unit);
      const unit = context.plan.units[index];
      if (!unit || isThere(table, context, index, project.name, shortNameOf(project.name, unit))) continue;
      const at = { list: project.list, unit: project.unit };
      const { sheetName, firstRow, at: columns } = table.entries;
      if (hasNothingOn(context, project.list, index)) report.undecided({ ...at, reason: 'waiting', params: { name: project.name } });
      else {
        report.fail({
          ...at,
          row: null,
          columns: ['projectName'],
          params: { name: project.name },
          source: project.clause,
          place: { sheetName, row: firstRow, column: columns['projectName'] ?? 0 },
        });
      }
      yield;
    }
  },
};
