import { fromSerial, toSerial } from './day';

const names = ['一季度', '二季度', '三季度', '四季度'];

/** 四季度, for a period that begins in October: as the quarter is called in titles and headings. */
export function quarterName(period: { readonly start: string }): string {
  return names[Math.floor((fromSerial(toSerial(period.start)).month - 1) / 3)]!;
}
