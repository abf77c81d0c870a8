import type { Column, TargetList, Value } from '../list/list';
import { targetColumn } from '../list/target-list';
import { measureOf } from '../plan/measure';
import { valuesOf, type TotalData } from './data';
import { columnReference, dash } from './reference';
import { roundTo, subtract, sumOf } from './round';
import { computeGap, computeRate, gapFormula, rateFormula } from './target-formula';

/** A cell of the two lines above a target list in the city workbook. */
export interface LineCell {
  /** Null where the cell is a locked constant or empty. */
  readonly formula: string | null;
  readonly value: Value;
}

/** Where the other cells of the two lines are, as A1 references, by column key. */
export interface LineCells {
  readonly total: (column: string) => string;
  readonly notice: (column: string) => string;
}

const empty: LineCell = { formula: null, value: null };

/** 全市合计: the units' figures summed, with rate and 差额 of their own. */
export function totalLine(list: TargetList, column: Column, data: TotalData, cells: LineCells): LineCell {
  const measure = column.measure;
  if (measure === undefined || column.key === 'rank') return empty;
  const [done, target] = [targetColumn(measure, 'done'), targetColumn(measure, 'target')];
  if (column.key === targetColumn(measure, 'rate')) {
    const [a, b] = [cells.total(done), cells.total(target)];
    return {
      formula: `=IF(AND(ISNUMBER(${a}),ISNUMBER(${b})),${rateFormula(a, b)},"${dash}")`,
      value: computeRate(summed(list, done, data), summed(list, target, data)),
    };
  }
  if (column.key === targetColumn(measure, 'gap')) {
    return {
      formula: gapFormula(cells.total(done), cells.total(target)),
      value: computeGap(summed(list, done, data), summed(list, target, data)),
    };
  }
  const reference = columnReference(list, column.key);
  return {
    formula: `=IF(COUNT(${reference})=0,"${dash}",ROUND(SUM(${reference}),4))`,
    value: summed(list, column.key, data),
  };
}

/**
 * 文件全市数: the notice's own figure, locked. Where it is not the sum of its units (plan.knownDifferences) the
 * cell beside it says 原文差异 and by how much, so that nobody is blamed for it.
 */
export function noticeLine(list: TargetList, column: Column, data: TotalData, cells: LineCells): LineCell {
  const measure = column.measure;
  if (measure === undefined) return empty;
  const figure = measureOf(data.plan, measure);
  const [done, target] = [targetColumn(measure, 'done'), targetColumn(measure, 'target')];
  if (column.key === target) return { formula: null, value: figure.city };
  if (column.key === done && figure.city !== null) {
    const [sum, notice] = [cells.total(target), cells.notice(target)];
    return {
      formula:
        `=IF(ROUND(${sum}-${notice},4)=0,"",` +
        `"原文差异 "&IF(${sum}>${notice},"+","")&ROUND(${sum}-${notice},4))`,
      value: sourceDifference(summed(list, target, data), figure.city),
    };
  }
  if (column.key === targetColumn(measure, 'gap')) {
    return {
      formula: gapFormula(cells.total(done), cells.notice(target)),
      value: computeGap(summed(list, done, data), figure.city),
    };
  }
  return empty;
}

/** 原文差异 +0.1: what the units' sum exceeds the notice's figure by; empty where they agree. */
function sourceDifference(sum: Value, city: number): string {
  if (typeof sum !== 'number') return '';
  const difference = roundTo(subtract(sum, city), 4);
  if (difference === 0) return '';
  return `原文差异 ${difference > 0 ? '+' : ''}${difference}`;
}

function summed(list: TargetList, key: string, data: TotalData): Value {
  const numbers = valuesOf(data, list.key, key).filter((value) => typeof value === 'number');
  return numbers.length === 0 ? dash : roundTo(sumOf(numbers), 4);
}
