import type { Plan } from '../plan/plan';
import { asOfCell } from '../sheet/build-data';
import { readIntro } from '../sheet/read-intro';
import type { CellsWritten } from '../sheet/write-content';
import { workbookTexts } from '../text/workbook';
import { againWhenEdited } from './again';
import type { Surroundings } from './clock';
import type { JobOptions, WorkbookPort } from './port';
import { readSheet } from './put-back';
import { recogniseForWriting } from './recognise';
import { writeSafely } from './safe-write';
import { rememberUndoable } from './undoable';
import { WorkbookError } from './workbook-error';

/** 统计截止日 as it was (null where none could be read) and is, serials. */
export interface AsOfChange {
  readonly from: number | null;
  readonly to: number;
}

/**
 * Writes 统计截止日 (serial) into its cell on 说明, and into the hidden sheet, which counts where 说明 is gone. Throws
 * WorkbookError where it is gone already, where the workbook is none of ours, and where a backup waits for 恢复.
 */
export async function changeAsOf(port: WorkbookPort, plans: readonly Plan[], asOf: number, around: Surroundings, options: JobOptions = {}): Promise<AsOfChange> {
  return againWhenEdited(async () => {
    const known = recogniseForWriting(await port.read(options), plans, around);
    const intro = readIntro(known.content);
    if (intro === null) throw new WorkbookError(workbookTexts.missingAsOf);
    const { sheet, asOfRow: row, asOfColumn: column } = intro;
    const cell: CellsWritten = { kind: 'writeCells', sheet, row, column, content: [[asOf]] };
    const copy: CellsWritten = { kind: 'writeCells', sheet: known.reading.data.sheet, ...asOfCell(asOf) };
    await writeSafely(port, known, { entered: [cell, copy], derived: [] }, around, options);
    const change: AsOfChange = { from: intro.asOf, to: asOf };
    const before = readSheet(known.content, sheet)?.(row, column) ?? null;
    // The copy follows with the check that comes with taking back.
    if (before !== asOf) rememberUndoable(change, { kind: 'cells', cells: [{ sheet, key: 'intro', row, column, before, after: asOf, entry: null }] });
    return change;
  });
}
