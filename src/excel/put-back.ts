import { isSameName } from '../sheet/lay-sheet';
import type { Change } from '../sheet/model';
import type { FoundCells } from './finding';
import { askForNow, putBackSteps } from './found-cells';
import { protectionOf } from './lay-sheet';
import { sendRequest } from './request';
import type { Patience } from './restore';
import { packSteps, type Step } from './step';
import type { Survey } from './survey';

/** Cells that a write should have left alone, and all that was written with them. */
export interface Wrong {
  readonly found: readonly FoundCells[];
  /** The write, and the workbook before it. */
  readonly changes: readonly Change[];
  readonly before: Survey;
}

/**
 * Gives cells back what they held before they were written, at once and without looking: nobody can have done much
 * there yet.
 *
 * Blind spot: rows inserted by another author in the moment between the write and this.
 */
export function putBack(wrong: Wrong, patience: Patience): Promise<void> {
  return send(putBackSteps(wrong.found, null), wrong, patience);
}

/** The same later, when others may have gone on writing: only cells where what was written still stands. */
export async function putBackLater(wrong: Wrong, patience: Patience): Promise<void> {
  for (const one of [...wrong.found].reverse()) {
    const now = await sendRequest((desk) => askForNow(desk, [one]), patience);
    await send(putBackSteps([one], now()), wrong, patience);
  }
}

async function send(steps: readonly Step[], { found, changes, before }: Wrong, patience: Patience): Promise<void> {
  const sheets = [...new Set(found.map(({ sheet }) => sheet))];
  for (const request of packSteps(steps)) {
    await sendRequest((desk) => {
      desk.context.runtime.enableEvents = false;
      // By now a sheet is open or protected again, as far as the write got.
      for (const sheet of sheets) desk.sheet(sheet).protection.unprotect();
      for (const step of request) step.run(desk);
      for (const sheet of sheets) {
        const protection = protectionAfter(sheet, before, changes);
        if (protection) desk.sheet(sheet).protection.protect(protection);
      }
    }, patience);
  }
}

/** What a sheet's protection is to be again: as the changes have it, else as it was. Null for none. */
function protectionAfter(sheet: string, before: Survey, changes: readonly Change[]): Excel.WorksheetProtectionOptions | null {
  const set = changes.flatMap((change) => {
    if (change.kind === 'laySheet' && isSameName(change.sheet.name, sheet)) return [change.sheet.protection ?? null];
    return change.kind === 'setUpSheet' && isSameName(change.sheet, sheet) && change.setUp.protection ? [change.setUp.protection] : [];
  });
  const last = set.at(-1);
  if (last !== undefined) return last && protectionOf(last);
  return before.sheets.find(({ name }) => isSameName(name, sheet))?.protection ?? null;
}
