import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pythonProgram } from '../return/program';
import type { Editing, Step } from '../return/step';

interface Cells {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** What takes the layout of a workbook apart in LibreOffice. */
export type Damage =
  | Step
  /** Plain cells from the far end of the sheet `from`, pasted with all that they bring along. */
  | ({ readonly do: 'pasteOver'; readonly from: string } & Cells)
  | ({ readonly do: 'clearCells' } & Cells)
  /** Formulas pasted over with what they show. */
  | ({ readonly do: 'pasteValues' } & Cells)
  | { readonly do: 'removeColours' | 'unprotect' | 'showSheet' | 'hideSheet'; readonly sheet: string }
  | { readonly do: 'hideRows'; readonly sheet: string; readonly row: number; readonly rows: number }
  | { readonly do: 'showColumn' | 'hideColumn'; readonly sheet: string; readonly column: number }
  | { readonly do: 'removeTable' | 'removeFilter'; readonly table: string }
  | { readonly do: 'removeName'; readonly name: string };

/** One file to open, change and save. */
export interface Handling {
  readonly bytes: Uint8Array;
  /** In a window, as by hand; else as a server converts files, without one. */
  readonly isShown: boolean;
  readonly steps: readonly Damage[];
}

/** The files as LibreOffice saved them, in one run of it. */
export async function handleAll(python: string, soffice: string, handlings: readonly Handling[]): Promise<Uint8Array[]> {
  const folder = mkdtempSync(join(tmpdir(), 'nine-lists-damage-'));
  try {
    const jobs = handlings.map(({ bytes, isShown, steps }, at) => {
      const source = join(folder, `${at}-issued.xlsx`);
      writeFileSync(source, bytes);
      return { source, target: join(folder, `${at}.xlsx`), format: 'xlsx' as const, ...(isShown && { shown: true }), steps: steps as readonly Step[] };
    });
    await pythonProgram(python, '../office-suite/damage_in_libreoffice.py', soffice)(jobs satisfies readonly Editing[]);
    return jobs.map(({ target }) => new Uint8Array(readFileSync(target)));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
