/** How much of a foreign file is taken on, checked before memory is spent. */
export interface FileLimits {
  readonly bytes: number;
  readonly parts: number;
  /** One part, unpacked. */
  readonly partBytes: number;
  /** All parts together, unpacked. */
  readonly expandedBytes: number;
  /** Unpacked size over packed size, of the whole and of each part, where that is more than a few megabytes. */
  readonly expansion: number;
  readonly sheets: number;
  /** Cells of all sheets' used ranges, empty ones included. */
  readonly cells: number;
  /** Distinct texts. */
  readonly texts: number;
  /** Characters of one text: as many as Excel allows in a cell. */
  readonly textLength: number;
  /** Characters of all cells together, a text that many cells share counted for each of them, and a text of its own longer. */
  readonly characters: number;
  /** Characters of all different formulas together, shared ones written out. */
  readonly formulas: number;
  /** Changes of format from cell to cell, and tags of a part that says how a sheet looks. */
  readonly formats: number;
}

/**
 * A city workbook with 100,000 rows over its lists has 2.9 million cells and 156 MB unpacked, 176 MB once LibreOffice
 * has saved it; these limits are a little more. Reading such a file takes some four seconds, and with all that comes of
 * it less than 500 MB: an old office machine has no more to spare.
 */
export const FILE_LIMITS: FileLimits = {
  bytes: 50_000_000,
  parts: 2_000,
  partBytes: 70_000_000,
  expandedBytes: 200_000_000,
  expansion: 200,
  sheets: 500,
  cells: 4_000_000,
  texts: 600_000,
  textLength: 32_767,
  characters: 60_000_000,
  formulas: 30_000_000,
  formats: 250_000,
};
