import { Budget } from './budget';
import { FileError } from './file-error';
import type { FileLimits } from './file-limit';
import { isDateFormat } from './iso-date';
import { openPackage } from './package';
import type { Package } from './package';
import { findParts } from './part';
import type { WorkbookParts } from './part';
import { readCells } from './read-cells';
import type { ReadCells } from './read-cells';
import { readShell, stylesOf } from './read-shell';
import { readStrings } from './read-string';
import type { CellStyle } from '../sheet/model';

/** Days between the two ways of counting dates. */
const DAYS_TO_1904 = 1_462;

/** A package that was found sound, with the cells of its worksheets. */
export interface ReadPackage {
  readonly file: Package;
  readonly parts: WorkbookParts;
  /** By the worksheet's place in parts.sheets. */
  readonly cells: readonly ReadCells[];
  readonly budget: Budget;
}

/**
 * Reads a file's cells, and what the caller makes of them. Nothing is unpacked before the file was found sound and
 * within the limits. Throws FileError, and nothing else, for a file that cannot be used.
 * @param isBare true where only what is entered matters, not how it looks
 */
export async function readPackage<T>(
  bytes: Uint8Array,
  limits: FileLimits,
  isBare: boolean,
  make: (read: ReadPackage) => T | Promise<T>,
): Promise<T> {
  try {
    return await make(await openCells(bytes, limits, isBare));
  } catch (cause) {
    if (cause instanceof FileError) throw cause;
    throw new FileError({ kind: 'damaged' }, { cause });
  }
}

async function openCells(bytes: Uint8Array, limits: FileLimits, isBare: boolean): Promise<ReadPackage> {
  const file = openPackage(bytes, limits);
  const budget = new Budget(limits);
  const parts = findParts(file, budget);
  const strings = parts.strings === null ? [] : readStrings(file.text(parts.strings), budget);
  const formats = parts.is1904 ? await readFormats(file, parts, limits) : null;
  const dateShift = (index: number): number =>
    formats && isDateFormat(formats.get(index)?.numberFormat ?? '') ? DAYS_TO_1904 : 0;
  const cells = parts.sheets.map(({ name, path }) => readCells(file.text(path), { sheet: name, strings, budget, isBare, dateShift }));
  return { file, parts, cells, budget };
}

/** Formats must be known before the cells of a 1904 workbook can be read. */
async function readFormats(file: Package, parts: WorkbookParts, limits: FileLimits): Promise<ReadonlyMap<number, CellStyle>> {
  const indexes = new Set<number>();
  for (const { path } of parts.sheets) {
    for (const [, index] of file.text(path).matchAll(/ s="([0-9]{1,6})"/g)) indexes.add(Number(index));
  }
  const empty: ReadCells = { grid: new Map(), rowHeights: [], hiddenRows: [], styled: [], paid: 0, before: '<worksheet>', after: '</worksheet>' };
  const alone = { ...parts, sheets: parts.sheets.slice(0, 1).map((sheet) => ({ ...sheet, tables: [] })) };
  const shell = await readShell(file, alone, [empty], [...indexes], new Budget(limits));
  return stylesOf(shell, [...indexes]);
}
