import type { Column, Value } from '../list/list';
import { fromSerial } from '../plan/day';

/** 2023年11月5日 */
export function formatDay(serial: number): string {
  const { year, month, day } = fromSerial(serial);
  return `${year}年${month}月${day}日`;
}

/** 11月5日, where the year goes without saying */
export function formatDayOfYear(serial: number): string {
  const { month, day } = fromSerial(serial);
  return `${month}月${day}日`;
}

/** 2023年11月 */
export function formatMonth(serial: number): string {
  const { year, month } = fromSerial(serial);
  return `${year}年${month}月`;
}

/** Thousands by commas, decimals as they are: 1,234.5. */
export function formatNumber(number: number): string {
  const [whole = '', fraction] = String(Math.abs(number)).split('.');
  // 1e+21 and the like are shown as they are.
  if (!/^\d+$/.test(whole)) return String(number);
  const grouped = whole.replace(/\B(?=(\d{3})+$)/g, ',');
  return `${number < 0 ? '-' : ''}${grouped}${fraction === undefined ? '' : `.${fraction}`}`;
}

/** 85.3% */
export function formatRate(rate: number): string {
  return `${Math.round(rate * 1000) / 10}%`;
}

const longest = 40;

/** A cell's content as the user sees it in its column, long texts cut. */
export function formatValue(value: Value, column: Column | null): string {
  if (value === null || value === '') return '空';
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  if (typeof value === 'string') return value.length > longest ? `${value.slice(0, longest)}…` : value.replace(/\s*\n\s*/g, ' ');
  const isSerial = value >= 1 && value < 200_000;
  if (column?.type === 'date' && isSerial) return formatDay(value);
  if (column?.type === 'month' && isSerial) return formatMonth(value);
  if (column?.type === 'rate') return formatRate(value);
  return formatNumber(value);
}

/** 0 → A, 26 → AA */
export function columnLetters(column: number): string {
  let letters = '';
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) letters = String.fromCharCode(65 + (rest % 26)) + letters;
  return letters;
}

/** 四(二) → 四（二） */
export function formatClause(source: string): string {
  return source.replaceAll('(', '（').replaceAll(')', '）');
}
