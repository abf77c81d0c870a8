import { listOf } from '../list/registry';
import type { List, ListKey, Value } from '../list/list';
import { targetColumn } from '../list/target-list';
import type { Measure, MeasureKey } from '../plan/plan';
import { valuesOf, type TotalData } from './data';
import { columnReference, dash } from './reference';
import { roundTo, subtract, sumOf } from './round';

/** One line of the reconciliation under 汇总. */
export interface ReconciliationLine {
  readonly measure: Measure;
  /** The notice's own figure for the city. */
  readonly city: Value;
  readonly unitsSum: number;
  readonly difference: Value;
  readonly reported: Value;
  /** Native formula of what is reported now. */
  readonly reportedFormula: string;
}

/** Lists whose rows are the notice's number of projects. */
const countedByRows: Readonly<Partial<Record<MeasureKey, ListKey>>> = {
  startCount: '5',
  statisticsCount: '6',
  behindCount: '7',
};

/**
 * Metric by metric: the notice's 全市 figure, the units' sum, 原文差异 (sum − notice), and what is reported now
 * (on lists 1 to 3 what was done; for projects to start, to register or behind, how many are listed).
 */
export function reconcile(data: TotalData): readonly ReconciliationLine[] {
  return data.plan.measures.map((measure) => {
    const unitsSum = roundTo(sumOf(Object.values(measure.units)), 4);
    return {
      measure,
      city: measure.city ?? dash,
      unitsSum,
      difference: measure.city === null ? dash : roundTo(subtract(unitsSum, measure.city), 4),
      ...reportedNow(measure, data),
    };
  });
}

function reportedNow(measure: Measure, data: TotalData): Pick<ReconciliationLine, 'reported' | 'reportedFormula'> {
  const rows = countedByRows[measure.key];
  if (rows !== undefined) {
    const named = valuesOf(data, rows, 'projectName').filter((name) => typeof name === 'string' && name !== '');
    return {
      reported: named.length,
      reportedFormula: `=COUNTIF(${columnReference(listOf(data.lists, rows), 'projectName')},"?*")`,
    };
  }
  const list = targetListOf(data.lists, measure.key);
  const key = targetColumn(measure.key, 'done');
  const numbers = valuesOf(data, list.key, key).filter((value) => typeof value === 'number');
  const reference = columnReference(list, key);
  return {
    reported: numbers.length === 0 ? dash : roundTo(sumOf(numbers), 4),
    reportedFormula: `=IF(COUNT(${reference})=0,"${dash}",ROUND(SUM(${reference}),4))`,
  };
}

function targetListOf(lists: readonly List[], measure: MeasureKey): List {
  const found = lists.find((list) => list.columns.some((column) => column.key === targetColumn(measure, 'done')));
  if (found === undefined) throw new RangeError(`no list shows ${measure}`);
  return found;
}
