import { attractionMeasures } from '../list/list-3';
import { investmentMeasures } from '../list/list-1';
import { listOf } from '../list/registry';
import type { List, ListKey, Value } from '../list/list';
import { targetColumn } from '../list/target-list';
import { labelOf } from '../plan/choice';
import { measureOf } from '../plan/measure';
import type { MeasureKey, Plan, Unit } from '../plan/plan';
import { quarterName } from '../plan/quarter';
import { aggregateFormula, computeAggregate, type Aggregate, type Condition } from './aggregate';
import { valuesOf, type TotalData } from './data';
import { computeLead, elapsedShare, type Period } from './elapsed';
import { permitDone, permitRows, type CountPair } from './permit-count';
import { asOfName, columnReference, dash } from './reference';
import { roundTo, sumOf } from './round';
import { finish, type Steps } from './steps';
import { computeRate } from './target-formula';

/** One rate of 汇总: what was done ÷ what was to be done, per unit. */
export interface SummaryRate {
  readonly key: string;
  /** Header text of the rate. */
  readonly name: string;
  /** Header text of what was done and what was to be done: 入统 of 入统率. */
  readonly counted: string;
  readonly band: string;
  readonly clause: string;
  /** The list whose rows it counts; a workbook without it shows —. */
  readonly list: ListKey;
  /** Decimals of done and target: 4 for 亿元, 0 for counts. */
  readonly decimals: number;
  readonly unitOfMeasure: '亿元' | '个' | '项';
  /** The days that it has: the quarter for what is reported by quarter, else those of the action as a whole. */
  readonly period: Period;
  /** Done and target of one unit; the native formula is given a cell with the unit's name, without its =. */
  readonly done: CountPair;
  readonly target: CountPair;
}

/** The rates of 汇总, in their order there. The definitions are lists.md's, “Sheets beside the lists”. */
export function summaryRates(plan: Plan): readonly SummaryRate[] {
  const investment = investmentMeasures.map((key) => listedRate(plan, '1', key, '投资', measureOf(plan, key).period));
  const attraction = attractionMeasures.map((key) => listedRate(plan, '3', key, '招商引资', measureOf(plan, key).period));
  // The figures are next year's, but the projects are to be found within the action: 二(二), 三(一).
  const reserve = (['reserveCount', 'reserveInvestment'] as const).map((key) => listedRate(plan, '2', key, '项目储备', plan.period));
  return [...investment, ...reserve, ...progressRates(plan), ...attraction];
}

/** A rate whose done and target stand in a target list. */
function listedRate(plan: Plan, list: ListKey, measure: MeasureKey, band: string, period: Period): SummaryRate {
  const figure = measureOf(plan, measure);
  const fromList = (part: 'done' | 'target'): CountPair => ({
    formula: (unit, lists) => {
      const source = listOf(lists, list);
      const cells = columnReference(source, targetColumn(measure, part));
      return `IFERROR(INDEX(${cells},MATCH(${unit},${columnReference(source, 'unit')},0)),"${dash}")`;
    },
    compute: (unit, data) => {
      const at = valuesOf(data, list, 'unit').indexOf(unit.name);
      return valuesOf(data, list, targetColumn(measure, part))[at] ?? dash;
    },
  });
  return {
    key: measure,
    name: figure.name,
    counted: figure.name,
    band,
    clause: figure.clause,
    list,
    decimals: figure.unitOfMeasure === '亿元' ? 4 : 0,
    unitOfMeasure: figure.unitOfMeasure,
    period,
    done: fromList('done'),
    target: fromList('target'),
  };
}

/** 开工率, 入统率, 手续办结率, 问题销号率, 一季度新建项目开工率. */
function progressRates(plan: Plan): SummaryRate[] {
  const upToNow = (column: string): Condition[] => [
    { column, atLeast: 1 },
    { column, upTo: 'asOf' },
  ];
  const assigned: Condition = { column: 'assignedOn', atLeast: 1 };
  const closed: Condition = { column: 'problemState', equals: labelOf(plan, 'problemState', 'closed') };
  const started: Condition = { column: 'startState', equals: labelOf(plan, 'startState', 'started') };
  const registered: Condition = {
    column: 'statisticsState',
    equals: labelOf(plan, 'statisticsState', 'registered'),
  };
  const shared = { band: '项目推进', decimals: 0, unitOfMeasure: '个', period: plan.period } as const;
  return [
    {
      ...shared,
      key: 'startRate',
      name: '开工率',
      counted: '开工',
      clause: '二(三)',
      list: '5',
      period: measureOf(plan, 'startCount').period,
      done: countOnceEntered('5', [started, ...upToNow('actualStart')], { column: 'startState', hasText: true }),
      target: issuedTarget(plan, 'startCount'),
    },
    {
      ...shared,
      key: 'statisticsRate',
      name: '入统率',
      counted: '入统',
      clause: '二(四)',
      list: '6',
      period: measureOf(plan, 'statisticsCount').period,
      done: countOnceEntered('6', [registered, ...upToNow('statisticsOn')], { column: 'statisticsState', hasText: true }),
      target: issuedTarget(plan, 'statisticsCount'),
    },
    {
      ...shared,
      key: 'permitRate',
      name: '手续办结率',
      counted: '手续办结',
      clause: '三(三)',
      list: '9',
      unitOfMeasure: '项',
      done: permitDone(plan),
      target: permitRows(plan),
    },
    {
      ...shared,
      key: 'problemRate',
      name: '问题销号率',
      counted: '问题销号',
      clause: '三(五)',
      list: '8',
      // A problem closed without 交办日期 stands in neither number: a rate cannot exceed 1.
      done: countOnceEntered('8', [closed, assigned]),
      target: countOnceEntered('8', [assigned]),
    },
    nextQuarterRate(plan, shared, upToNow('actualStart')),
  ];
}

function nextQuarterRate(
  plan: Plan,
  shared: Pick<SummaryRate, 'band' | 'decimals' | 'unitOfMeasure' | 'period'>,
  started: readonly Condition[],
): SummaryRate {
  const list = plan.settings.nextQuarterStartsFrom;
  const counted = `${plan.nextYear}年${quarterName(plan.nextQuarter)}新建项目开工`;
  const newStart: Condition[] =
    list === 'A' ? [{ column: 'startKind', equals: labelOf(plan, 'startKind', 'newStart') }] : [];
  return {
    ...shared,
    key: 'nextQuarterStartRate',
    name: `${counted}率`,
    counted,
    clause: '二(三)',
    list,
    period: plan.nextQuarter,
    done: countOnceEntered(list, [...newStart, ...started]),
    target: countOnceEntered(list, newStart),
  };
}

/** A count that is — while the unit has entered nothing on the list (待填写 is not 0). */
function countOnceEntered(list: ListKey, where: readonly Condition[], entry?: Condition): CountPair {
  const entered: Aggregate = { list, where: entry === undefined ? [] : [entry] };
  const counted: Aggregate = { list, where };
  return {
    formula: (unit, lists) =>
      `IF(${aggregateFormula(entered, unit, lists, asOfName)}=0,"${dash}",` +
      `${aggregateFormula(counted, unit, lists, asOfName)})`,
    compute: (unit, data) =>
      computeAggregate(entered, unit.name, data) === 0 ? dash : computeAggregate(counted, unit.name, data),
  };
}

/** The notice's own number for the unit; a locked constant. */
function issuedTarget(plan: Plan, measure: MeasureKey): CountPair {
  const figures = measureOf(plan, measure).units;
  return { formula: null, compute: (unit) => figures[unit.key] ?? dash };
}

/** One column of 汇总: done, target and rate of each unit, and of the city last (absent in a unit's workbook). */
export interface SummaryColumn {
  readonly rate: SummaryRate;
  readonly done: readonly Value[];
  readonly target: readonly Value[];
  readonly rates: readonly Value[];
  /** 时间进度: the share of the rate's period gone by at 统计截止日. */
  readonly elapsed: number;
  /** Percentage points by which each rate is ahead of it; negative: behind. */
  readonly leads: readonly Value[];
}

/** Every rate per unit of the workbook and, in the city's, for 全市. Data must be computed (computeColumns). */
export function computeSummary(data: TotalData, units: readonly Unit[]): readonly SummaryColumn[] {
  return finish(computeSummaryInSteps(data, units));
}

/** The same a few milliseconds at a time. */
export function* computeSummaryInSteps(data: TotalData, units: readonly Unit[]): Steps<readonly SummaryColumn[]> {
  const keys = new Set(data.lists.map((list) => list.key));
  const city = data.scope.kind === 'city';
  const summary: SummaryColumn[] = [];
  for (const rate of summaryRates(data.plan)) {
    const inWorkbook = keys.has(rate.list);
    const per = function* (pair: CountPair): Steps<readonly Value[]> {
      const values: Value[] = [];
      for (const unit of units) {
        values.push(inWorkbook ? pair.compute(unit, data) : dash);
        yield;
      }
      return withTotal(values, rate.decimals, city);
    };
    const done = yield* per(rate.done);
    const target = yield* per(rate.target);
    const rates = done.map((value, at) => computeRate(value, target[at] ?? dash));
    const elapsed = elapsedShare(rate.period, data.asOf);
    summary.push({ rate, done, target, rates, elapsed, leads: rates.map((value) => computeLead(value, elapsed)) });
  }
  return summary;
}

/** 全市 is the sum of the units that have a figure; — while none has. */
function withTotal(values: readonly Value[], decimals: number, city: boolean): readonly Value[] {
  if (!city) return values;
  const numbers = values.filter((value) => typeof value === 'number');
  return [...values, numbers.length === 0 ? dash : roundTo(sumOf(numbers), decimals)];
}

/** Native formula of the 全市 cell under a column of units' cells. */
export function totalFormula(cells: string, decimals: number): string {
  return `=IF(COUNT(${cells})=0,"${dash}",ROUND(SUM(${cells}),${decimals}))`;
}

/** A rate is computable only where its list is in the workbook. */
export function hasList(lists: readonly List[], key: ListKey): boolean {
  return lists.some((list) => list.key === key);
}
