/**
 * The version of the workbooks that are written here: of their sheets, and of what the hidden sheet keeps. What each
 * version is like, and what it changed, is said in sheet/version. A plan's own schemaVersion is that of plan data.
 */
export const schemaVersion = 2;

/** Whatever says which version wrote it. */
interface Versioned {
  readonly schemaVersion: number;
}

/** Written by a version to come: what it means is not known here, so it is left alone. */
export function isNewer(workbook: Versioned): boolean {
  return workbook.schemaVersion > schemaVersion;
}

/** Written by an earlier version: all of it is read, and 升级 lays it out as workbooks are laid out now. */
export function isOlder(workbook: Versioned): boolean {
  return workbook.schemaVersion < schemaVersion;
}
