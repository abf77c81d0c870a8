import type { KnownWorkbook } from './known-workbook';
import { listOf } from '../list/registry';
import type { WorkbookEntries } from '../list/entry';
import type { List, ListKey } from '../list/list';
import { targetColumn } from '../list/target-list';
import type { MeasureKey } from '../plan/plan';
import { columnLetters, formatAbsoluteAddress } from '../sheet/address';
import { totalEntries } from '../sheet/compute-entries';
import { hostsCityLevel } from '../sheet/layout';
import type { Formula } from '../sheet/model';
import { cellReader } from '../sheet/read-data';
import { cityLevelLabel } from '../text/sheet';
import { formulaPairOf, rowReader } from '../total/compute';
import type { FormulaContext } from '../total/formula-pair';

/** True where a header or sheet is gone that formulas of ours read. */
export function isStructureBroken({ findings }: WorkbookEntries): boolean {
  return findings.some(({ kind }) => kind === 'headerAltered' || kind === 'sheetMissing');
}

/** Gives the formula that belongs into a ƒ cell, with what it comes to now. */
export type FormulaSource = (list: ListKey, column: string, row: number) => Formula | null;

/**
 * The native formulas that belong into the ƒ cells of a workbook as its sheets stand now. Null where the column is
 * no formula, or where a header or sheet that formulas name is gone (restore those first).
 */
export function formulaSource({ plan, reading, content }: KnownWorkbook): FormulaSource {
  const { entries, lists } = reading;
  const { scope } = reading.data;
  if (isStructureBroken(entries)) return () => null;
  const data = totalEntries(entries, plan, lists);
  const contexts = new Map(lists.map((list) => [list.key, contextOf(list)]));

  function contextOf(list: List): FormulaContext {
    const found = entries.lists[list.key]!;
    const first = Math.min(...Object.values(found.at));
    const headerCell = `${columnLetters(first)}$${found.headerRow + 1}`;
    return { plan, lists, scope, list, headerCell, cityLevelCell: (measure) => cityLevelCell(list, measure) };
  }

  /** 市本级's subtotal of a measure, in the line of its own above list 2 of 城区's workbook. */
  function cityLevelCell(list: List, measure: MeasureKey): string | null {
    if (list.key !== '2' || scope.kind !== 'unit' || !hostsCityLevel(plan, scope.unit)) return null;
    const { at, headerRow, sheetName } = entries.lists[list.key]!;
    const column = at[targetColumn(measure, 'done')];
    const sheet = content.sheets.find(({ name }) => name === sheetName);
    if (column === undefined || sheet === undefined) return null;
    const cell = cellReader(sheet);
    for (let row = headerRow - 1; row >= 0; row -= 1) {
      if (cell(row, at['unit'] ?? 0) === cityLevelLabel(plan)) return formatAbsoluteAddress(row, column);
    }
    return null;
  }

  return (key, column, row) => {
    const list = listOf(lists, key);
    const pair = formulaPairOf(plan, list, column, scope);
    if (pair === undefined) return null;
    const value = pair.compute(rowReader(data.columns[key] ?? {}, row), data, row);
    return { formula: pair.formula(contexts.get(key)!), value };
  };
}
