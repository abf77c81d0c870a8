import type { Area } from '../sheet/model';
import type { TextPool } from '../sheet/share-text';
import { isFormulaStanding, type CellBlock, type Value } from './cell-block';

/** Contents of one range as they are kept until a sheet is put together: cells as in SheetContent, row by row. */
export interface ContentBlock {
  readonly area: Area;
  readonly values: Value[][];
  readonly formulas: (string | null)[][];
  /** The rectangle over all cells that hold something; null where none does. */
  readonly filled: Area | null;
}

/** What a block holds. It takes the block's arrays over: of what Excel said twice, as value and as formula, only one stays. */
export function contentOf({ area, values, formulas }: CellBlock, valueTexts: TextPool, formulaTexts: TextPool): ContentBlock {
  let [top, left, bottom, right] = [Infinity, Infinity, -1, -1];
  for (let i = 0; i < values.length; i += 1) {
    const line = values[i] as unknown[];
    const formulaLine = formulas[i] as unknown[];
    let [first, last] = [-1, -1];
    for (let j = 0; j < line.length; j += 1) {
      const [value, formula] = [line[j], formulaLine[j]];
      if (formula !== '') {
        if (first < 0) first = j;
        last = j;
      }
      const isFormula = isFormulaStanding(value, formula);
      formulaLine[j] = isFormula ? formulaTexts.own(area.column + j, formula) : null;
      if (typeof value === 'string') line[j] = value === '' && !isFormula ? null : valueTexts.own(area.column + j, value);
      else if (typeof value !== 'number' && typeof value !== 'boolean') line[j] = String(value);
    }
    if (first < 0) continue;
    top = Math.min(top, area.row + i);
    bottom = area.row + i;
    left = Math.min(left, area.column + first);
    right = Math.max(right, area.column + last);
  }
  return {
    area,
    values: values as Value[][],
    formulas: formulas as (string | null)[][],
    filled: bottom < 0 ? null : { row: top, column: left, rows: bottom - top + 1, columns: right - left + 1 },
  };
}
