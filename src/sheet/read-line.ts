import type { Finding } from '../list/entry';
import type { TargetList } from '../list/list';
import { sheetLabels } from '../text/sheet';
import type { ListReading } from './read-list';
import type { SheetContent } from './model';
import { cellReader, formulaReader } from './read-data';

/** How far above the header the two lines are looked for. */
const searchedRows = 8;

/** The figures of 全市合计 and 文件全市数 above a target list, as findings for the rules to compare. */
export function readCityLines(list: TargetList, sheet: SheetContent, { entries }: ListReading): Finding[] {
  const cell = cellReader(sheet);
  const formula = formulaReader(sheet);
  const label = entries.at['unit'];
  if (label === undefined) return [];
  const findings: Finding[] = [];
  for (let row = Math.max(0, entries.headerRow - searchedRows); row < entries.headerRow; row += 1) {
    const text = cell(row, label);
    const line = text === sheetLabels.cityTotal ? 'total' : text === sheetLabels.notice ? 'notice' : null;
    if (line === null) continue;
    for (const column of list.columns) {
      const at = entries.at[column.key];
      const isFigure = line === 'notice' ? column.role === 'issued' : !isDerived(column.key);
      if (at === undefined || column.measure === undefined || !isFigure) continue;
      const [seen, hasFormula] = [cell(row, at), formula(row, at) !== null];
      findings.push({ kind: 'cityFigure', list: list.key, column: column.key, row, at, seen, hasFormula, line });
    }
  }
  return findings;
}

/** Rates, gaps and ranks of the city follow from its sums. */
function isDerived(key: string): boolean {
  return key.endsWith('.rate') || key.endsWith('.gap') || key === 'rank';
}
