import type { CheckReport } from '../../job/report';
import type { Issue } from '../../rule/issue';

/** A workbook among those judged together. */
export interface JudgedFile {
  /** The file's name, told apart from others of that name; empty for the open workbook. */
  readonly label: string;
  readonly report: CheckReport;
  /** Of its issues, those that another file is needed to see. */
  readonly joint: readonly Issue[];
}

/** A chosen file that cannot be judged, with the reason as one sentence. */
export interface RefusedFile {
  readonly label: string;
  readonly sentence: string;
}

/** Several workbooks judged together, without any of them being changed. */
export interface Together {
  /** Whether the open workbook is one of them, where it is one of ours. */
  readonly withOpen: boolean;
  /** Labels in the order chosen. */
  readonly labels: readonly string[];
  /** The open workbook first, then the files in their order. */
  readonly judged: readonly JudgedFile[];
  readonly refused: readonly RefusedFile[];
  /** About no single workbook: units that sent nothing, different 统计截止日. */
  readonly issues: readonly Issue[];
}

export const noFiles: Together = { withOpen: false, labels: [], judged: [], refused: [], issues: [] };
