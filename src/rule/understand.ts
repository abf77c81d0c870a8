import Big from 'big.js';
import { earliestDay, latestDay } from '../list/column';
import type { Column, Value } from '../list/list';
import { fromSerial, serialOf, toSerial } from '../plan/day';
import type { Plan } from '../plan/plan';
import { meansEmpty, narrow } from './name';

function compact(text: string): string {
  return narrow(text).replace(/[\s\u00a0\u200b\ufeff]/g, '');
}

/** A blank between digits may part two figures (3 5 is no 35), or groups of three (1 234 567). */
const parted = /\d\s+\d/;
const groupsOfThree = /^\D*\d{1,3}(\s\d{3})+(\.\d+)?\D*$/;
type AmountParts = [all: string, sign: string, whole: string, fraction: string | undefined, multiple: string, measure: string];
const amount = /^([+-]?)(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?(万亿|亿|千万|百万|万|千|)(元|个|项|%|)$/;
const multiples: Readonly<Record<string, string>> = {
  万亿: '1e12',
  亿: '1e8',
  千万: '1e7',
  百万: '1e6',
  万: '1e4',
  千: '1e3',
  '': '1',
};
const yuanIn: Readonly<Record<string, string>> = { 万元: '1e4', 亿元: '1e8' };

/**
 * The number that a text means, in the column's unit (“2000万” in a 亿元 column is 0.2), or null where it
 * is not certain: an approximation (约), a decimal comma, anything else that is not a number alone.
 */
export function understandNumber(text: string, column: Column): number | null {
  const half = narrow(text);
  if (parted.test(half) && !groupsOfThree.test(half)) return null;
  const found = amount.exec(compact(text).replace(/^[¥￥]/, ''));
  if (!found) return null;
  const [, sign, whole, fraction = '', multiple, measure] = found as unknown as Readonly<AmountParts>;
  const number = new Big(`${sign === '-' ? '-' : ''}${whole.replaceAll(',', '')}${fraction}`);
  const yuan = column.unitOfMeasure && yuanIn[column.unitOfMeasure];
  if (measure === '%') {
    if (multiple !== '' || column.type !== 'rate') return null;
    return Number(number.div(100));
  }
  if (measure === '元' && !yuan) return null;
  if ((measure === '个' || measure === '项') && yuan) return null;
  if (multiple === '' && measure !== '元') return Number(number);
  return Number(number.times(multiples[multiple]!).div(yuan ?? 1));
}

const fullDay = /^(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})(?:[日号](?:\d{1,2}:\d{2}(?::\d{2})?)?)?$/;
/** Taken off while the blank before it still parts day and hour: 2023-10-2 14:30 is the 2nd, not the 21st. */
const timeOfDay = /\s+\d{1,2}:\d{2}(?::\d{2})?\s*$/;
const shortYearDay = /^(\d{2})年(\d{1,2})月(\d{1,2})[日号]?$/;
const digitDay = /^(\d{4})(\d{2})(\d{2})$/;
const monthAndDay = /^(\d{1,2})月(\d{1,2})[日号]?$/;
const fullMonth = /^(\d{4})(?:[-./年](\d{1,2})月?(?:份)?|(\d{2}))$/;
const monthAlone = /^(\d{1,2})月(?:份)?$/;

/** The year in which a month (and day) lies inside the plan's period, or nearest to it. */
function nearestInPeriod(month: number, day: number, plan: Plan): number | null {
  const start = toSerial(plan.period.start);
  const end = toSerial(plan.period.end);
  let best: number | null = null;
  let bestDistance = Infinity;
  for (let year = fromSerial(start).year - 1; year <= fromSerial(end).year + 1; year++) {
    const serial = serialOf(year, month, day);
    if (serial === null) continue;
    const distance = Math.max(start - serial, serial - end, 0);
    if (distance < bestDistance) [best, bestDistance] = [serial, distance];
  }
  return best;
}

function understandDayText(text: string, plan: Plan): number | null {
  const day = fullDay.exec(text) ?? digitDay.exec(text);
  if (day) return serialOf(Number(day[1]), Number(day[2]), Number(day[3]));
  const short = shortYearDay.exec(text);
  if (short) return serialOf(2000 + Number(short[1]), Number(short[2]), Number(short[3]));
  const part = monthAndDay.exec(text);
  return part ? nearestInPeriod(Number(part[1]), Number(part[2]), plan) : null;
}

function understandMonthText(text: string, plan: Plan): number | null {
  const month = fullMonth.exec(text);
  if (month) return serialOf(Number(month[1]), Number(month[2] ?? month[3]), 1);
  const alone = monthAlone.exec(text);
  if (alone) return nearestInPeriod(Number(alone[1]), 1, plan);
  return understandDayText(text, plan);
}

/**
 * The day (of a month column: the month's first) as an Excel serial number: what the cell holds when it is
 * a date already, else what its text means; null where that is not certain.
 */
export function understandDay(value: string | number, column: Column, plan: Plan): number | null {
  if (typeof value === 'number') {
    if (value >= earliestDay && value < latestDay + 1) return Math.floor(value);
    // 20231105 and 202312 typed as numbers; 2023.1 could be January or October and stays as it is.
    const text = String(value);
    if (/\.\d$/.test(text)) return null;
    return column.type === 'month' ? understandMonthText(text, plan) : understandDayText(text, plan);
  }
  const untimed = narrow(value).replace(timeOfDay, '');
  if (parted.test(untimed)) return null;
  const text = compact(untimed);
  if (/^\d{5}$/.test(text)) {
    const serial = Number(text);
    return serial >= earliestDay && serial <= latestDay ? serial : null;
  }
  return column.type === 'month' ? understandMonthText(text, plan) : understandDayText(text, plan);
}

/**
 * What a cell that is no number, date or month means in its column: the value to write, null to clear
 * (a stroke or 无 in an optional cell), undefined where it is not certain.
 */
export function understandValue(value: Value, column: Column, plan: Plan): number | null | undefined {
  if (typeof value === 'boolean' || value === null) return undefined;
  if (typeof value === 'string' && !column.requirement && meansEmpty(value)) return null;
  if (column.type === 'date' || column.type === 'month') return understandDay(value, column, plan) ?? undefined;
  return typeof value === 'string' ? (understandNumber(value, column) ?? undefined) : undefined;
}
