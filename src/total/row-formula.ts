import { bandName } from '../list/list-2';
import { permitColumn } from '../list/list-9';
import type { List } from '../list/list';
import { labelOf } from '../plan/choice';
import { unitOf } from '../plan/unit';
import type { Plan } from '../plan/plan';
import { isFilled } from './data';
import { elapsedFormula, elapsedShare, type Period } from './elapsed';
import type { FormulaPair } from './formula-pair';
import { dash, rowReference, rowSpanReference, textConstant } from './reference';
import { divide, multiply, roundTo, subtract } from './round';

/** 序号: the row's place under the header, as soon as it has a project name. Gaps stay where rows are left empty. */
const index: FormulaPair = {
  formula: ({ list, headerCell }) =>
    `=IF(${rowReference(list, 'projectName')}="","",ROW()-ROW(${headerCell}))`,
  compute: (row, _data, rowIndex) => (isFilled(row('projectName')) ? rowIndex + 1 : ''),
};

/** 完成率 = 完成投资 ÷ 计划投资 of the year; a plan of 0 has no rate. */
const completionRate: FormulaPair = {
  formula: ({ list }) => {
    const [done, plan] = [rowReference(list, 'yearDone'), rowReference(list, 'yearPlan')];
    return `=IF(AND(ISNUMBER(${done}),ISNUMBER(${plan})),IF(${plan}=0,"${dash}",ROUND(${done}/${plan},6)),"")`;
  },
  compute: (row) => {
    const [done, plan] = [row('yearDone'), row('yearPlan')];
    if (typeof done !== 'number' || typeof plan !== 'number') return '';
    return plan === 0 ? dash : divide(done, plan);
  },
};

/** 时序进度 = min(1, day of the plan's year at 统计截止日 ÷ days of that year). */
const timeProgress: FormulaPair = {
  formula: ({ list, plan }) =>
    `=IF(${rowReference(list, 'projectName')}="","",` +
    `${elapsedFormula(yearOf(plan))})`,
  compute: (row, { plan, asOf }) => (isFilled(row('projectName')) ? timeProgressAt(plan, asOf) : ''),
};

/** 滞后百分点 = (时序进度 − 完成率) × 100. */
const lagPoints: FormulaPair = {
  formula: ({ list }) => {
    const [time, rate] = [rowReference(list, 'timeProgress'), rowReference(list, 'completionRate')];
    return `=IF(AND(ISNUMBER(${time}),ISNUMBER(${rate})),ROUND((${time}-${rate})*100,2),"")`;
  },
  compute: (row) => {
    const [time, rate] = [row('timeProgress'), row('completionRate')];
    if (typeof time !== 'number' || typeof rate !== 'number') return '';
    return roundTo(multiply(subtract(time, rate), 100), 2);
  },
};

/** 规模档 by 总投资, the bands of 三(一)3. Plan bounds are 亿元, the column is 万元. */
const sizeBand: FormulaPair = {
  formula: ({ list, plan }) => {
    const total = rowReference(list, 'totalInvestment');
    const below = textConstant(bandName(plan, plan.thresholds.bands.length));
    const nested = plan.thresholds.bands.reduceRight<string>(
      (otherwise, bound, at) => `IF(${total}>=${bound * 10_000},${textConstant(bandName(plan, at))},${otherwise})`,
      below,
    );
    return `=IF(ISNUMBER(${total}),${nested},"")`;
  },
  compute: (row, { plan }) => {
    const total = row('totalInvestment');
    if (typeof total !== 'number') return '';
    const at = plan.thresholds.bands.findIndex((bound) => total >= bound * 10_000);
    return bandName(plan, at < 0 ? plan.thresholds.bands.length : at);
  },
};

/** 手续办结率 = (已办结 + 承诺制 + 统一服务) ÷ (permits − 不涉及); all 不涉及 gives —. */
const permitRate: FormulaPair = {
  formula: ({ list, plan }) => {
    const span = rowSpanReference(list, firstPermit(plan), lastPermit(plan));
    const count = (label: string) => `COUNTIF(${span},${textConstant(label)})`;
    const applicable = `(${plan.permits.length}-${count(notApplicable(plan))})`;
    const done = doneLabels(plan).map(count).join('+');
    return (
      `=IF(${rowReference(list, 'projectName')}="","",` +
      `IF(${applicable}=0,"${dash}",ROUND((${done})/${applicable},6)))`
    );
  },
  compute: (row, { plan }) => {
    if (!isFilled(row('projectName'))) return '';
    const states = plan.permits.map((permit) => row(permitColumn(permit.key, 'state')));
    const applicable = states.filter((state) => state !== notApplicable(plan)).length;
    if (applicable === 0) return dash;
    const done = doneLabels(plan);
    return divide(states.filter((state) => typeof state === 'string' && done.includes(state)).length, applicable);
  },
};

/** 县（市、区） of a unit's own workbook, filled as soon as there is a project name. */
const ownUnit: FormulaPair = {
  formula: ({ list, plan, scope }) =>
    `=IF(${rowReference(list, 'projectName')}="","",${textConstant(unitOf(plan, ownUnitKey(scope)).name)})`,
  compute: (row, { plan, scope }) => (isFilled(row('projectName')) ? unitOf(plan, ownUnitKey(scope)).name : ''),
};

const pairs: Readonly<Record<string, FormulaPair>> = {
  index,
  completionRate,
  timeProgress,
  lagPoints,
  sizeBand,
  permitRate,
};

/** The ƒ pair of a project list's column, by column key; undefined where the column is typed. */
export function rowFormulaOf(list: List, key: string, scope: FormulaScope): FormulaPair | undefined {
  if (list.kind !== 'project') return undefined;
  if (key === list.unitColumn && scope.kind === 'unit') return ownUnit;
  const column = list.columns.find((candidate) => candidate.key === key);
  return column?.role === 'formula' ? pairs[key] : undefined;
}

type FormulaScope = { readonly kind: 'city' } | { readonly kind: 'unit'; readonly unit: string };

/** Share of the plan's year gone by at a day (serial), 0 to 1, 6 places. */
export function timeProgressAt(plan: Plan, asOf: number): number {
  return elapsedShare(yearOf(plan), asOf);
}

/** Labels of the permit states that count as done: 已办结, 承诺制, 统一服务. */
export function doneLabels(plan: Plan): string[] {
  return ['done', 'promised', 'unified'].map((item) => labelOf(plan, 'permitState', item));
}

/** Label of the permit state that takes a permit out of the rate: 不涉及. */
export function notApplicable(plan: Plan): string {
  return labelOf(plan, 'permitState', 'notApplicable');
}

/** Key of the first and of the last permit column; states and dates alternate between them. */
export function firstPermit(plan: Plan): string {
  return permitColumn(plan.permits[0]!.key, 'state');
}
export function lastPermit(plan: Plan): string {
  return permitColumn(plan.permits[plan.permits.length - 1]!.key, 'date');
}

function yearOf({ year }: Plan): Period {
  return { start: `${year}-01-01`, end: `${year}-12-31` };
}

function ownUnitKey(scope: FormulaScope): string {
  if (scope.kind !== 'unit') throw new RangeError('the city workbook has no unit of its own');
  return scope.unit;
}
