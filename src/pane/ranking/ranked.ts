import type { OlderTotals } from '../../job/bulletin';

/** What 排名 keeps of its own: the older workbook that it ranks against, until the pane is closed. */
export interface Ranked {
  /** Null before one was chosen. */
  readonly older: OlderTotals | null;
}

export const nothingRanked: Ranked = { older: null };
