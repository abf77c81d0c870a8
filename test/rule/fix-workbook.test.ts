import { checkWorkbook } from '../../src/job/check';
import { applyFixes } from '../../src/job/fix';
import { createMemoryPort, type MemoryPort } from '../../src/job/memory-port';
import { Random } from '../../src/list/sample/random';
import type { CheckReport } from '../../src/job/report';
import type { Value } from '../../src/list/list';
import { targetColumn } from '../../src/list/target-list';
import { fixesOf } from '../../src/rule/fix';
import { contentOf } from '../../src/sheet/content-of';
import type { WorkbookModel } from '../../src/sheet/model';
import { deleteSheet, findSheet } from '../job/mishap';
import { makeSurroundings, newWorkbook } from '../job/workbook';
import { day, plan } from './fixture';

const around = makeSurroundings();
const scope = { kind: 'unit', unit: 'lingchuan' } as const;

/** Every cell as the user sees it, by sheet, row and column: a formula by its text, since what it comes to follows from other cells. */
function cellsOf(port: MemoryPort): Map<string, string> {
  const cells = new Map<string, string>();
  for (const { name, row, column, values, formulas } of contentOf(port.model()).sheets) {
    values.forEach((line, at) =>
      line.forEach((value, place) => {
        const held = formulas[at]![place] ?? value;
        if (held !== null && held !== '') cells.set(`${name}|${row + at}|${column + place}`, `${typeof held} ${String(held)}`);
      }),
    );
  }
  return cells;
}

/** A workbook of one county in which a clerk, and a program that is not ours, have done what they do. */
async function spoiltWorkbook(seed: number): Promise<MemoryPort> {
  const random = new Random(seed);
  const port = await newWorkbook({ scope, asOf: day('2023-12-25'), sample: { kind: 'mistakes', seed } });
  const { entries, lists } = await checkWorkbook(port, [plan], around);
  const into = (list: string, column: string, row: number, value: Value) => {
    const { sheetName, firstRow, at } = entries.lists[list]!;
    port.edit(sheetName, firstRow + row, at[column]!, [[value]]);
  };
  for (const list of lists) {
    const { rowCount, values, formulas } = entries.lists[list.key]!;
    const filled = list.kind === 'target' ? rowCount : (values['projectName'] ?? []).filter((name) => name !== null && name !== '').length;
    for (const column of list.columns) {
      const row = random.between(0, Math.max(0, filled - 1));
      if (filled === 0 || !random.chance(0.4)) continue;
      if (column.role === 'formula' && formulas[column.key]?.[row]) into(list.key, column.key, row, random.pick<Value>([1, '—', '#REF!']));
      if (column.role === 'issued' && column.type !== 'unit' && typeof values[column.key]?.[row] === 'number') into(list.key, column.key, row, 12_345);
      const value = values[column.key]?.[row] ?? null;
      if (column.role === 'entry' && value !== null) into(list.key, column.key, row, slipOf(value, column.type, random));
    }
  }
  const { area, headers } = findSheet(port.model(), lists.find(({ key }) => key === '7')!.sheetName).tables[0]!;
  port.edit(lists.find(({ key }) => key === '7')!.sheetName, area.row, headers.indexOf('滞后原因'), [['原因']]);
  port.edit(lists.find(({ key }) => key === '8')!.sheetName, findSheet(port.model(), '8 问题困难交办').tables[0]!.area.row + findSheet(port.model(), '8 问题困难交办').tables[0]!.area.rows, 1, [['表外-1', '表外项目']]);
  const target = targetColumn('privateInvestment', 'target');
  into('1', target, 0, 1);
  return createMemoryPort(random.chance(0.5) ? deleteSheet(port.model(), 'B 招商项目台账') : port.model());
}

function slipOf(value: Value, type: string, random: Random): Value {
  if (type === 'date' && typeof value === 'number') return random.pick(['2023.12.5', '20231105', '年底']);
  if (typeof value === 'number') return random.pick([`${value}万元`, `${value} `, '约3000']);
  return random.pick([`${String(value)} `, `　${String(value)}`, `${String(value)}\n`, '坏']);
}

/** The cells that a user was shown with the fixes, and what goes with them: 校验提示, 校验结果, and rows and sheets that are laid anew. */
function mayChange(report: CheckReport, model: WorkbookModel): (cell: string) => boolean {
  const exact = new Set<string>();
  const whole: ((sheet: string, row: number, column: number) => boolean)[] = [];
  for (const { fix, place } of fixesOf(report.result)) {
    const entries = report.entries.lists[fix.list];
    if (fix.kind === 'restoreSheet') {
      const name = report.lists.find(({ key }) => key === fix.list)!.sheetName;
      whole.push((sheet) => sheet === name);
    } else if (entries && fix.kind === 'growTable') {
      const { area } = findSheet(model, entries.sheetName).tables[0]!;
      const formulaColumns = report.lists.find(({ key }) => key === fix.list)!.columns.filter(({ role, type }) => role === 'formula' || role === 'identity' || type === 'unit').map(({ key }) => entries.at[key]);
      whole.push((sheet, row, column) => sheet === entries.sheetName && row >= area.row + area.rows && row < area.row + area.rows + fix.rows && formulaColumns.includes(column));
    } else if (entries && fix.kind === 'restoreHeader') exact.add(`${entries.sheetName}|${fix.row}|${fix.at}`);
    else if (entries && 'rowIndex' in fix && fix.rowIndex !== null) exact.add(`${entries.sheetName}|${entries.firstRow + fix.rowIndex}|${entries.at[fix.column]}`);
    else if (place) exact.add(`${place.sheetName}|${place.row}|${place.column}`);
  }
  for (const list of report.lists) {
    const entries = report.entries.lists[list.key];
    const mark = entries?.at['mark'];
    whole.push((sheet, row, column) => sheet === entries?.sheetName && row >= entries.firstRow && column === mark);
  }
  whole.push((sheet) => sheet === '校验结果', (sheet, row, column) => sheet === '_数据' && row === 5 && column === 1);
  return (cell) => {
    const [sheet = '', row, column] = cell.split('|');
    return exact.has(cell) || whole.some((matches) => matches(sheet, Number(row), Number(column)));
  };
}

describe('全部修正 in a workbook spoilt at random', () => {
  it.each([1, 2, 3, 4])('changes no cell that was not listed, and leaves none of what it mends (%d)', async (seed) => {
    const port = await spoiltWorkbook(seed);
    const report = await checkWorkbook(port, [plan], around);
    const fixes = fixesOf(report.result);
    const may = mayChange(report, port.model());
    const before = cellsOf(port);
    const { applied, skipped, report: after } = await applyFixes(port, report, fixes, around);
    const now = cellsOf(port);
    const changed = [...new Set([...before.keys(), ...now.keys()])].filter((cell) => before.get(cell) !== now.get(cell));
    expect(changed.filter((cell) => !may(cell)).map((cell) => [cell, before.get(cell), now.get(cell)])).toEqual([]);
    // What laying a sheet anew has mended already needs no writing.
    expect(skipped.filter(({ id }) => after.result.issues.some((issue) => issue.id === id))).toEqual([]);
    expect(applied.length).toBeGreaterThan(20);
    const left = new Set(after.result.issues.map(({ id }) => id));
    expect(fixes.filter(({ id }) => left.has(id)).map(({ id }) => id)).toEqual([]);
  });
});
