import type { Context } from '../context';
import { meansEmpty, normaliseName } from '../name';
import type { Reporter, WideRule } from '../rule';
import { rowState, type Table } from '../table';

const lists = ['4', '5', '6', '7', '8', '9', 'A', 'B'];
const rowsPerStep = 4_000;
/** Row numbers that a sentence names; more are counted. */
const namedRows = 5;

/** Rows of each unit by a text they have in common; only what occurs twice is kept as an array. */
class Groups {
  private readonly first: Map<string, number>[] = [];
  private readonly byFirst = new Map<number, number[]>();

  add(unit: number, text: string, row: number): void {
    const known = (this.first[unit] ??= new Map<string, number>());
    const first = known.get(text);
    if (first === undefined) known.set(text, row);
    else {
      const rows = this.byFirst.get(first);
      if (rows) rows.push(row);
      else this.byFirst.set(first, [first, row]);
    }
  }

  get repeated(): Iterable<readonly number[]> {
    return this.byFirst.values();
  }
}

/** The sheet rows (1-based) of the others in a group, the first few of them, and whether there are more. */
function othersOf(rows: readonly number[], isOther: (row: number) => boolean, table: Table): { others: readonly number[]; more: boolean } {
  const others: number[] = [];
  for (const row of rows) {
    if (!isOther(row)) continue;
    if (others.length === namedRows) return { others, more: true };
    others.push(table.entries.firstRow + row + 1);
  }
  return { others, more: false };
}

function* judgeTable(table: Table, context: Context, report: Reporter): Generator<void> {
  const list = table.list.key;
  const ownColumn = list === '8' ? 'problemNumber' : 'projectName';
  const gone = [ownColumn, 'unit'].find((key) => !table.has(key));
  if (gone !== undefined) return report.undecided({ list, unit: null, reason: 'structure', params: { column: gone } });
  const own = table.texts(ownColumn);
  const codes = table.texts('projectCode');
  const byName = new Groups();
  const byCode = new Groups();
  for (let row = 0; row < table.rowCount; row++) {
    if (row % rowsPerStep === rowsPerStep - 1) yield;
    if (table.state[row] === rowState.empty) continue;
    const unit = table.unit[row] ?? -1;
    const name = ownColumn === 'projectName' ? (table.name(row)) : normaliseName(own(row));
    if (unit < 0 || name === '') report.undecided({ list, unit: table.unitKey(row), reason: 'missing' });
    else byName.add(unit, name, row);
    const code = codes(row);
    if (unit >= 0 && code !== '' && !meansEmpty(code)) byCode.add(unit, normaliseName(code), row);
  }
  let told = 0;
  for (const rows of byName.repeated) {
    for (const row of rows) {
      const others = othersOf(rows, (each) => each !== row, table);
      report.fail({ list, unit: table.unitKey(row), row, columns: [ownColumn], params: { same: 'name', seen: own(row), ...others } });
      if (++told % rowsPerStep === 0) yield;
    }
  }
  for (const rows of byCode.repeated) {
    if (rows.every((row) => table.name(row) === table.name(rows[0] ?? 0))) continue;
    for (const row of rows) {
      const others = othersOf(rows, (each) => table.name(each) !== table.name(row), table);
      report.fail({
        list,
        unit: table.unitKey(row),
        row,
        severity: 'warning',
        columns: ['projectCode'],
        params: { same: 'code', seen: codes(row), ...others },
      });
      if (++told % rowsPerStep === 0) yield;
    }
  }
}

/**
 * One project twice in a list of the same unit (list 8: one 问题编号). One 项目代码 under different names is a warning,
 * since phases of a project may share it. Every row of a group is told, so that the order of rows does not matter.
 */
export const duplicate: WideRule = {
  scope: 'list',
  code: 'row/duplicate',
  severity: 'error',
  source: '四(二)',
  lists,
  *judge(context, report) {
    for (const list of lists) {
      const table = context.tables.get(list);
      if (table) yield* judgeTable(table, context, report);
    }
  },
};
