import type { ListKey, Value } from './list';

/** What a row was issued with, by the plan or a split. */
export interface IssuedRow {
  readonly name: string;
  readonly unit: string;
}

/** Why a warning was accepted; lapses when the hash of the judged values changes. */
export interface Explanation {
  readonly row: string;
  readonly code: string;
  readonly valueHash: string;
  readonly who: string;
  readonly why: string;
}

/** A rule that the office weighs otherwise than the catalogue does, or has switched off, and why. */
export interface RuleSetting {
  readonly code: string;
  readonly severity: 'error' | 'warning' | 'info' | 'off';
  readonly who: string;
  readonly why: string;
}

/** Cell values by column key. */
export type RowValues = Readonly<Record<string, Value>>;

/** What a unit's file was issued from (分发): merging holds the returned rows against it. */
export interface IssueBase {
  /** ULID of the 分发 that the file belongs to: one for all units of a day's files. */
  readonly batch: string;
  /** yyyy-mm-dd hh:mm, the city office's clock. */
  readonly issuedAt: string;
  /** By list, and by row identity (project lists) or unit key (target lists): what stood in the columns that are filled in. */
  readonly rows: Readonly<Record<ListKey, Readonly<Record<string, RowValues>>>>;
}

/** One line of 交换记录, in the city workbook. */
export interface Exchange {
  readonly kind: 'split' | 'merge' | 'undo';
  /** yyyy-mm-dd hh:mm */
  readonly at: string;
  /** Unit key. */
  readonly unit: string;
  /** Empty for a file that was not issued by us. */
  readonly batch: string;
  /** File name; empty where there is none. */
  readonly file: string;
  /** Hash of the file's content that was merged: the same file twice is known again. */
  readonly fingerprint: string;
  readonly counts: Readonly<Record<'added' | 'changed' | 'deleted' | 'conflicting' | 'refused', number>>;
  /** What a person decided, in words to be read. */
  readonly decisions: readonly string[];
}

/** What a workbook keeps on its hidden sheet beyond its rows: it travels with the file and survives 生成. */
export interface WorkbookRecord {
  /** Row identities as issued, with the name issued: what tells 待填写 from entered. */
  readonly issued: Readonly<Record<ListKey, Readonly<Record<string, IssuedRow>>>>;
  readonly explanations: readonly Explanation[];
  readonly ruleSettings: readonly RuleSetting[];
  /** 市本级's reserve subtotals as issued, in 城区's workbook only: by measure key (个, 亿元). */
  readonly cityLevelReserve: Readonly<Record<string, number>> | null;
  /** null in the city workbook, and in a unit's that was not issued by 分发. */
  readonly base: IssueBase | null;
  /** 交换记录, the oldest first; empty in a unit's workbook. */
  readonly exchanges: readonly Exchange[];
}

export const emptyRecord: WorkbookRecord = {
  issued: {},
  explanations: [],
  ruleSettings: [],
  cityLevelReserve: null,
  base: null,
  exchanges: [],
};

/** The record alone, of something that holds one among other things. */
export function recordOf({ issued, explanations, ruleSettings, cityLevelReserve, base, exchanges }: WorkbookRecord): WorkbookRecord {
  return { issued, explanations, ruleSettings, cityLevelReserve, base, exchanges };
}
