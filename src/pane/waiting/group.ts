import type { Waiting } from '../../rule/issue';

/** What one unit still has to fill in, over all its lists. */
export interface UnitWaiting {
  readonly unit: string;
  readonly waitingRows: number;
  readonly filledRows: number;
  /** Rows there should be, as far as notice and workbook tell. */
  readonly dueRows: number;
  /** In the order of the sheets. */
  readonly lists: readonly Waiting[];
}

/** By unit, in the plan's order. */
export function groupByUnit(waiting: readonly Waiting[], units: readonly string[]): readonly UnitWaiting[] {
  return units.flatMap((unit) => {
    const lists = waiting.filter((each) => each.unit === unit);
    if (lists.length === 0) return [];
    const sum = (part: (each: Waiting) => number): number => lists.reduce((total, each) => total + part(each), 0);
    return [
      { unit, lists, waitingRows: sum((each) => each.waitingRows), filledRows: sum((each) => each.filledRows), dueRows: sum(dueRowsOf) },
    ];
  });
}

/** The notice's number, or more where the list holds more. */
export function dueRowsOf({ waitingRows, filledRows, expectedRows }: Waiting): number {
  return Math.max(expectedRows ?? 0, waitingRows + filledRows);
}
