import type { VersionChange } from '../../text/version';

/** A version of the workbooks that was handed out. */
export interface Version {
  /** As it stands in the hidden sheet. */
  readonly version: number;
  /** The add-in's own version that wrote the first of them. */
  readonly product: string;
  /** What is otherwise than in the version before. */
  readonly changes: readonly VersionChange[];
  /** The sections of 汇总, from its fourth row on, one empty row between them. */
  readonly summary: readonly SummarySection[];
}

/** Where a section of 汇总 stands: by this an older 汇总 is told from what somebody wrote beside and between its sections. */
export interface SummarySection {
  /** What stands in the first cell. */
  readonly heading: string;
  /** Lines between the heading and the first line of figures. */
  readonly headerLines: number;
  /** What the lines of figures are for. */
  readonly lines: 'units' | 'unitsAndCity' | 'measures';
  /** Lines under them that belong to all units. */
  readonly footLines?: number;
  readonly columns: number;
  /** True where only the city's workbook has it. */
  readonly cityOnly?: boolean;
}
