import type { Context } from '../context';
import type { Failure, WideRule } from '../rule';
import { rowState, type Table } from '../table';
import { unitsOfList } from '../waiting';

const unitColumn = 'unit';

function judgeTable(table: Table, context: Context): Failure[] {
  const expected = unitsOfList(table, context);
  const rowsByUnit = new Map<string, number[]>();
  const unknown: number[] = [];
  for (let row = 0; row < table.rowCount; row++) {
    if (table.state[row] === rowState.empty) continue;
    const unit = table.unitKey(row);
    if (unit === null || !expected.includes(unit)) unknown.push(row);
    else rowsByUnit.set(unit, [...(rowsByUnit.get(unit) ?? []), row]);
  }
  const list = table.list.key;
  const at = { list, columns: [unitColumn] };
  const nameOf = (unit: string) => context.plan.units.find((each) => each.key === unit)!.name;
  const missing = expected.filter((unit) => !rowsByUnit.has(unit));
  const failures: Failure[] = missing.map((unit) => ({ ...at, unit, row: null, params: { reason: 'missing', expected: nameOf(unit) } }));
  const fixOf = (row: number, after: string): Pick<Failure, 'fix'> => ({
    fix: { kind: 'cell', list, rowIndex: row, column: unitColumn, before: table.value(unitColumn, row), after },
  });
  for (const row of unknown) {
    const seen = table.value(unitColumn, row);
    // One row without a unit and one unit without a row belong together.
    const only = unknown.length === 1 && missing.length === 1 ? missing[0] : undefined;
    failures.push({
      ...at,
      unit: null,
      row,
      params: { reason: 'unknown', seen, expected: only === undefined ? null : nameOf(only) },
      ...(only === undefined ? {} : fixOf(row, nameOf(only))),
    });
  }
  for (const [unit, rows] of rowsByUnit) {
    const [first, ...again] = rows;
    for (const row of again) {
      failures.push({ ...at, unit, row, params: { reason: 'twice', seen: nameOf(unit), first: table.entries.firstRow + (first ?? 0) + 1 } });
    }
    // Formulas match the name letter by letter.
    if (first !== undefined && again.length === 0 && table.value(unitColumn, first) !== nameOf(unit) && table.value(unitColumn, first) !== null) {
      const params = { reason: 'renamed', seen: table.value(unitColumn, first), expected: nameOf(unit) };
      failures.push({ ...at, unit, row: first, params, ...fixOf(first, nameOf(unit)) });
    }
  }
  return failures;
}

/** A unit's row is missing, there twice, or of no unit that the list has. */
export const unitRows: WideRule = {
  scope: 'list',
  code: 'list/unit-rows',
  severity: 'error',
  source: '二',
  lists: ['1', '2', '3'],
  reads: { 1: ['unit'], 2: ['unit'], 3: ['unit'] },
  judge(context, report) {
    for (const table of context.tables.values()) {
      if (table.list.kind !== 'target') continue;
      if (!table.has(unitColumn)) {
        report.undecided({ list: table.list.key, unit: null, reason: 'structure', params: { column: unitColumn } });
        continue;
      }
      for (const failure of judgeTable(table, context)) report.fail(failure);
    }
  },
};
