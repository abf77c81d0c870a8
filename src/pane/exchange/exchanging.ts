import type { Decisions } from '../../exchange/proposal';
import type { ComparisonReport } from '../../job/compare';
import type { MergePreview } from '../../job/preview-merge';

/** A unit's workbook made by 分发, kept until the pane is closed so that it can be saved. */
export interface IssuedFile {
  readonly unit: string;
  readonly fileName: string;
  /** Rows of project lists in it. */
  readonly rows: number;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** What the last 分发 made. */
export interface Issued {
  readonly files: readonly IssuedFile[];
  readonly zipName: string;
  /** What could not be sent to anybody, as sentences. */
  readonly strays: readonly string[];
}

/** Returned files and what becomes of them. */
export interface Returns {
  /** Files that could not be read at all, with the reason as one sentence. */
  readonly refused: readonly { readonly label: string; readonly sentence: string }[];
  /** Null where no file could be read. */
  readonly preview: MergePreview | null;
}

/** Where 收发 stands. Nothing of it outlives the pane; what was sent and merged is in the workbook's own record. */
export interface Exchanging {
  readonly issued: Issued | null;
  readonly returns: Returns | null;
  /** By id of conflict and deletion. */
  readonly decisions: Decisions;
  /** 比上月; null before an older workbook was chosen. */
  readonly compared: ComparisonReport | null;
}

export const nothingExchanged: Exchanging = { issued: null, returns: null, decisions: {}, compared: null };
