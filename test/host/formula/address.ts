import type { CellRef } from '../../../src/host/formula/calculator';

/** 表!B3 or B3 as a reference. */
export function readAddress(address: string, sheet: string): CellRef {
  const [, name, letters, digits] = /^(?:(.+)!)?([A-Z]+)(\d+)$/.exec(address)!;
  let column = 0;
  for (const letter of letters!) column = column * 26 + letter.charCodeAt(0) - 64;
  return { sheet: name ?? sheet, row: Number(digits) - 1, column: column - 1 };
}
