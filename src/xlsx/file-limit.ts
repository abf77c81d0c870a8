/** How much of a foreign file is taken on, checked before memory is spent. */
export interface FileLimits {
  readonly bytes: number;
  readonly parts: number;
  /** All parts together, unpacked. */
  readonly expandedBytes: number;
  /** Unpacked size over packed size, for files that unpack to more than a few megabytes. */
  readonly expansion: number;
  readonly sheets: number;
  /** Cells of a sheet's used range, empty ones included. */
  readonly cells: number;
  /** Distinct texts. */
  readonly texts: number;
}

/** Many times what a city workbook needs, and still within the memory of an old office machine. */
export const FILE_LIMITS: FileLimits = {
  bytes: 50_000_000,
  parts: 2_000,
  expandedBytes: 400_000_000,
  expansion: 400,
  sheets: 500,
  cells: 5_000_000,
  texts: 2_000_000,
};
