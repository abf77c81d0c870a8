import type { Source } from './context';
import type { Rule } from './rule';

/** What a check is asked. */
export interface CheckOptions {
  /** Issues listed per code and list; the rest is only counted. */
  readonly listLimit?: number;
  /** Which rules are asked; all of them where absent. */
  readonly only?: (rule: Rule) => boolean;
  /** The files that were joined into these entries; absent for a workbook alone. */
  readonly sources?: readonly Source[];
}

/** How far a check has come, in units of its own. */
export interface CheckProgress {
  readonly done: number;
  readonly total: number;
}
