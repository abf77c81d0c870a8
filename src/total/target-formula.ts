import type { Column, List, Value } from '../list/list';
import { targetColumn } from '../list/target-list';
import { unitOf } from '../plan/unit';
import type { MeasureKey, Plan } from '../plan/plan';
import { aggregateFormula, computeAggregate } from './aggregate';
import { valuesOf, type Row, type TotalData } from './data';
import type { FormulaContext, FormulaPair } from './formula-pair';
import { asOfName, columnReference, dash, rowReference, textConstant } from './reference';
import { divide, roundTo, subtract, sumOf } from './round';
import { countedMeasures, type CountedMeasure } from './target-measure';

/** The ƒ pair of a target list's column; undefined where the column is typed or issued. */
export function targetFormulaOf(plan: Plan, list: List, column: Column): FormulaPair | undefined {
  if (list.kind !== 'target' || column.role !== 'formula' || column.measure === undefined) return undefined;
  const measure = column.measure;
  if (column.key === 'rank') return rankPair(targetColumn(measure, 'rate'));
  if (column.key === targetColumn(measure, 'rate')) return ratePair(measure);
  if (column.key === targetColumn(measure, 'gap')) return gapPair(measure);
  const counted = countedMeasures(plan)[measure];
  return counted === undefined ? monthsPair(plan, measure) : countedPair(counted, column);
}

/** 累计 of list 1: what has been reported of the months; — while nothing has. */
function monthsPair(plan: Plan, measure: MeasureKey): FormulaPair {
  const keys = plan.months.map((month) => targetColumn(measure, month.key));
  return {
    formula: ({ list }) => {
      const cells = keys.map((key) => rowReference(list, key)).join(',');
      return `=IF(COUNT(${cells})=0,"${dash}",ROUND(SUM(${cells}),4))`;
    },
    compute: (row) => {
      const values = keys.map(row).filter((value) => typeof value === 'number');
      return values.length === 0 ? dash : roundTo(sumOf(values), 4);
    },
  };
}

/** 已储备 and 完成 of lists 2 and 3, from the ledger; — for a unit without a figure or with nothing entered. */
function countedPair(counted: CountedMeasure, column: Column): FormulaPair {
  const measure = column.measure!;
  const target = targetColumn(measure, 'target');
  return {
    formula: (context) => countedFormula(context, counted, measure, target),
    compute: (row, data) => {
      if (typeof row(target) !== 'number') return dash;
      return computeCounted(counted, measure, String(row('unit')), data);
    },
  };
}

function countedFormula(
  { list, lists, plan, cityLevelCell }: FormulaContext,
  counted: CountedMeasure,
  measure: MeasureKey,
  target: string,
): string {
  const unit = rowReference(list, 'unit');
  const host = cityLevelHost(plan, counted);
  const cell = host === null ? null : cityLevelCell(measure);
  const issued = host === null || cell === null ? '' : `+${cell}`;
  const both = (part: (unitText: string) => string): string => {
    if (host === null || cell !== null) return part(unit);
    return `${part(unit)}+IF(${unit}=${textConstant(host.name)},${part(textConstant(host.includes))},0)`;
  };
  const entered = both((text) => aggregateFormula({ list: counted.aggregate.list, where: [] }, text, lists, asOfName));
  const sum = both((text) => aggregateFormula(counted.aggregate, text, lists, asOfName));
  const scaled = counted.divisor === 1 ? sum : `(${sum})/${counted.divisor}`;
  const value = `IF(${entered}=0,"${dash}",ROUND(${scaled}${issued},4))`;
  const known = cell === null ? value : `IF(COUNT(${cell})=0,"${dash}",${value})`;
  return `=IF(ISNUMBER(${rowReference(list, target)}),${known},"${dash}")`;
}

/**
 * A ledger figure of one unit (个 or 亿元), or — while the unit has entered nothing, or while 市本级's part of
 * 城区 was not issued with the workbook.
 */
export function computeCounted(counted: CountedMeasure, measure: MeasureKey, unit: string, data: TotalData): Value {
  const host = cityLevelHost(data.plan, counted);
  const isHost = host !== null && host.name === unit;
  const inWorkbook = data.scope.kind === 'city';
  const issued = isHost && !inWorkbook ? data.cityLevelReserve?.[measure] : 0;
  if (issued === undefined) return dash;
  const units = isHost && inWorkbook ? [unit, host.includes] : [unit];
  const everything = { list: counted.aggregate.list, where: [] };
  if (units.every((name) => computeAggregate(everything, name, data) === 0)) return dash;
  const sum = sumOf(units.map((name) => computeAggregate(counted.aggregate, name, data)));
  return roundTo(sumOf([divide(sum, counted.divisor, 10), issued]), 4);
}

/** The unit that carries 市本级's projects, and 市本级's own name; null where the measure does not. */
function cityLevelHost(plan: Plan, counted: CountedMeasure): { name: string; includes: string } | null {
  const cityLevel = plan.units.find((unit) => unit.reserveWithin !== undefined);
  if (!counted.withCityLevel || cityLevel?.reserveWithin === undefined) return null;
  return { name: unitOf(plan, cityLevel.reserveWithin).name, includes: cityLevel.name };
}

/** 完成率 = 完成 ÷ 目标. */
function ratePair(measure: MeasureKey): FormulaPair {
  const [doneKey, targetKey] = [targetColumn(measure, 'done'), targetColumn(measure, 'target')];
  return {
    formula: ({ list }) => {
      const [done, target] = [rowReference(list, doneKey), rowReference(list, targetKey)];
      return `=IF(AND(ISNUMBER(${done}),ISNUMBER(${target})),${rateFormula(done, target)},"${dash}")`;
    },
    compute: (row) => computeRate(row(doneKey), row(targetKey)),
  };
}

/** 差额 = 完成 − 目标. */
function gapPair(measure: MeasureKey): FormulaPair {
  const [doneKey, targetKey] = [targetColumn(measure, 'done'), targetColumn(measure, 'target')];
  return {
    formula: ({ list }) => gapFormula(rowReference(list, doneKey), rowReference(list, targetKey)),
    compute: (row) => computeGap(row(doneKey), row(targetKey)),
  };
}

/** 排名 over the rows of the list; in one unit's workbook there is nothing to rank with. */
function rankPair(rateKey: string): FormulaPair {
  return {
    formula: ({ list, scope }) =>
      scope.kind === 'unit'
        ? `="${dash}"`
        : `=IF(ISNUMBER(${rowReference(list, rateKey)}),` +
          `RANK(${rowReference(list, rateKey)},${columnReference(list, rateKey)}),"${dash}")`,
    compute: (row: Row, data: TotalData) => {
      const own = row(rateKey);
      if (data.scope.kind === 'unit' || typeof own !== 'number') return dash;
      return rankAmong(own, valuesOf(data, listKeyOf(data, rateKey), rateKey));
    },
  };
}

function listKeyOf(data: TotalData, column: string): string {
  return data.lists.find((list) => list.columns.some((candidate) => candidate.key === column))!.key;
}

/** Done ÷ target as a formula text without its =; a target of 0 gives —. */
export function rateFormula(done: string, target: string): string {
  return `IF(${target}=0,"${dash}",ROUND(${done}/${target},6))`;
}

/** Done ÷ target, 6 places; — where either is no number or the target is 0. */
export function computeRate(done: Value, target: Value): Value {
  if (typeof done !== 'number' || typeof target !== 'number' || target === 0) return dash;
  return divide(done, target);
}

/** Done − target as a whole formula. */
export function gapFormula(done: string, target: string): string {
  return `=IF(AND(ISNUMBER(${done}),ISNUMBER(${target})),ROUND(${done}-${target},4),"${dash}")`;
}

/** Done − target, 4 places; — where either is no number. */
export function computeGap(done: Value, target: Value): Value {
  if (typeof done !== 'number' || typeof target !== 'number') return dash;
  return roundTo(subtract(done, target), 4);
}

/** Place among the numbers, largest first; ties share a place. */
export function rankAmong(own: number, values: readonly Value[]): number {
  return 1 + values.filter((value) => typeof value === 'number' && value > own).length;
}
