import { withCellsWritten } from '../sheet/write-content';
import { undoTexts } from '../text/undo';
import { againWhenEdited } from './again';
import { rememberWorkbook } from './check';
import type { Surroundings } from './clock';
import { judgeReading } from './judge';
import type { KnownWorkbook } from './known-workbook';
import { markChanges } from './mark';
import type { JobOptions, WorkbookPort } from './port';
import { columnRuns, isSameContentOf, readSheet } from './put-back';
import { recogniseForWriting, recogniseWorkbook } from './recognise';
import type { CheckReport } from './report';
import { writeSafely } from './safe-write';
import { WorkbookError } from './workbook-error';
import { placeNow, type WrittenCell } from './written-cells';

/**
 * Cells hold again what they held, wherever their rows stand by now, and the workbook is judged and marked. Throws WorkbookError, with
 * nothing written, where one of them was edited since.
 */
export async function takeCellsBack(
  port: WorkbookPort,
  { plan }: Pick<CheckReport, 'plan'>,
  cells: readonly WrittenCell[],
  around: Surroundings,
  options: JobOptions,
): Promise<CheckReport> {
  return againWhenEdited(async () => {
    const known = recogniseForWriting(await port.read(options), [plan], around);
    const writes = writesBack(known, cells);
    const next = recogniseWorkbook(withCellsWritten(known.content, writes), [plan], around);
    const report = await judgeReading(next, around, options);
    const marks = markChanges(next, report, around);
    await writeSafely(port, known, { entered: [...writes, ...marks.entered], derived: marks.derived }, around, options);
    rememberWorkbook(report, next);
    return report;
  });
}

/** Nothing where every cell holds already what it held: they were taken back, and only the answer was lost. */
function writesBack(known: KnownWorkbook, cells: readonly WrittenCell[]) {
  const now = cells.map((cell) => {
    const place = placeNow(known, cell);
    const read = place === null ? null : readSheet(known.content, place.sheet);
    return { cell, place, holds: place === null || read === null ? null : { content: read(place.row, place.column) } };
  });
  if (now.every(({ cell, holds }) => holds !== null && isSameContentOf(holds.content, cell.before))) return [];
  const back = now.map(({ cell, place, holds }) => {
    if (place === null || holds === null) throw new WorkbookError(undoTexts.gone(cell.sheet));
    if (!isSameContentOf(holds.content, cell.after)) throw new WorkbookError(undoTexts.editedSince(place.sheet, place.row + 1));
    return { ...place, content: cell.before };
  });
  return [...new Set(back.map(({ sheet }) => sheet))].flatMap((sheet) => columnRuns(sheet, back.filter((each) => each.sheet === sheet)));
}
