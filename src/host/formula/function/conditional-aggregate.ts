import type { BlockColumn } from '../block-column';
import { readCriterion } from '../criterion';
import type { Call, FunctionTable } from '../definition';
import { findMatches, type Condition } from '../find-matches';
import { isBlock, Reference, type Operand } from '../operand';
import { ERROR, isError, type FormulaError, type Scalar } from '../scalar';
import { sumSorted } from './running-sum';
import { ExactSum } from './sum';

/** Pairs of range and criterion; ranges of different shape are #VALUE!, as in Excel. */
function readConditions(values: readonly Operand[], call: Call): Condition[] | FormulaError {
  if (values.length % 2 !== 0) return ERROR.value;
  const conditions: Condition[] = [];
  for (let index = 0; index + 1 < values.length; index += 2) {
    const range = values[index]!;
    if (!(range instanceof Reference)) return isError(range) ? range : ERROR.value;
    const column = call.book.contentOf(range);
    const first = conditions[0]?.column ?? column;
    if (column.rows !== first.rows || column.columns !== first.columns) return ERROR.value;
    conditions.push({ column, criterion: readCriterion(values[index + 1] as Scalar) });
  }
  return conditions;
}

function countMatches(conditions: readonly Condition[]): number {
  const [first] = conditions;
  const { from, to } = findMatches(conditions, 0);
  if (!conditions.every(({ criterion }) => criterion.matchesEmpty)) return to - from;
  // Empty rows below everything that is used match where every criterion takes empty cells.
  const visited = Math.max(...conditions.map(({ column }) => column.usedRows));
  return to - from + (first!.column.rows - visited) * first!.column.columns;
}

/** Calls back for the numbers of the measured range where all conditions hold; an error among them is returned. */
function visitMeasured(measured: BlockColumn, conditions: readonly Condition[], visit: (value: number) => void): FormulaError | null {
  const { positions, from, to } = findMatches(conditions, measured.usedRows);
  if (measured.firstError) {
    for (let index = from; index < to; index++) {
      const value = measured.at(positions[index]!);
      if (isError(value)) return value;
    }
  }
  const { numeric } = measured;
  for (let index = from; index < to; index++) {
    const value = numeric[positions[index]!]!;
    // NaN marks what is no number, undefined what lies below the used rows.
    if (value === value && value !== undefined) visit(value);
  }
  return null;
}

function measure(values: readonly Operand[], call: Call, finish: (sum: number, count: number) => Scalar): Scalar {
  const range = values[0]!;
  if (!(range instanceof Reference)) return isError(range) ? range : ERROR.value;
  const conditions = readConditions(values.slice(1), call);
  if (isError(conditions)) return conditions;
  const measured = call.book.contentOf(range);
  const shape = conditions[0]!.column;
  if (measured.rows !== shape.rows || measured.columns !== shape.columns) return ERROR.value;
  const known = conditions.length === 1 ? sumSorted(measured, findMatches(conditions, measured.usedRows)) : null;
  if (known && Number.isFinite(known.sum)) return finish(known.sum, known.count);
  const sum = new ExactSum();
  return visitMeasured(measured, conditions, (value) => sum.add(value)) ?? finish(sum.value, sum.count);
}

/** Arguments of SUMIF in the order of SUMIFS; the third range takes the first one's shape. */
function reorder(values: readonly Operand[]): Operand[] {
  const [range, criterion, summed] = values;
  if (!(range instanceof Reference) || !(summed instanceof Reference)) return [summed ?? range!, range!, criterion!];
  const { rows, columns } = range.area;
  const fits = summed.rows === rows && summed.columns === columns;
  return [fits ? summed : new Reference(summed.sheet, { ...summed.area, rows, columns }), range, criterion!];
}

function bestOf(better: (a: number, b: number) => boolean): (values: Operand[], call: Call) => Scalar {
  return (values, call) => {
    const conditions = readConditions(values.slice(1), call);
    if (isError(conditions)) return conditions;
    const range = values[0]!;
    if (!isBlock(range)) return isError(range) ? range : ERROR.value;
    let best: number | null = null;
    const error = visitMeasured(call.book.contentOf(range), conditions, (value) => {
      if (best === null || better(value, best)) best = value;
    });
    return error ?? best ?? 0;
  };
}

const total = (sum: number): Scalar => sum;
const mean = (sum: number, count: number): Scalar => (count === 0 ? ERROR.divide : sum / count);

function count(values: Operand[], call: Call): Scalar {
  const conditions = readConditions(values, call);
  return isError(conditions) ? conditions : countMatches(conditions);
}

/** A criterion may itself be an error value: it then looks for that error. */
const takesErrors = true;

export const conditionalFunctions: FunctionTable = {
  SUMIF: { min: 2, max: 3, parameters: 'bsb', takesErrors, apply: (values, call) => measure(reorder(values), call, total) },
  AVERAGEIF: { min: 2, max: 3, parameters: 'bsb', takesErrors, apply: (values, call) => measure(reorder(values), call, mean) },
  SUMIFS: { min: 3, max: 255, parameters: 'b:bs', takesErrors, apply: (values, call) => measure(values, call, total) },
  AVERAGEIFS: { min: 3, max: 255, parameters: 'b:bs', takesErrors, apply: (values, call) => measure(values, call, mean) },
  MINIFS: { min: 3, max: 255, parameters: 'b:bs', takesErrors, apply: bestOf((a, b) => a < b) },
  MAXIFS: { min: 3, max: 255, parameters: 'b:bs', takesErrors, apply: bestOf((a, b) => a > b) },
  COUNTIF: { min: 2, max: 2, parameters: 'bs', takesErrors, apply: count },
  COUNTIFS: { min: 2, max: 254, parameters: ':bs', takesErrors, apply: count },
};
