import { undoTexts } from '../text/undo';
import { againWhenEdited } from './again';
import { judgeWorkbook } from './check';
import type { Surroundings } from './clock';
import type { JobOptions, WorkbookPort } from './port';
import type { CheckReport } from './report';
import { takeCellsBack } from './take-cells-back';
import { takeDecisionBack } from './take-decision-back';
import { takeRowsBack } from './take-rows-back';
import { takeWorkbookBack } from './take-workbook-back';
import { forgetUndoable, undoableOf, type Undoable } from './undoable';
import { WorkbookError } from './workbook-error';

/**
 * 撤销上次操作: what the operation wrote holds again what it held before; nothing else is touched. `result` is what the
 * operation's job gave. Returns the workbook as it is judged then. Throws WorkbookError, with nothing written, where
 * what would be taken back was edited since, and where it was taken back already.
 */
export async function takeBack(port: WorkbookPort, report: CheckReport, result: object, around: Surroundings, options: JobOptions = {}): Promise<CheckReport> {
  const undoable = undoableOf(result);
  if (undoable === null) throw new WorkbookError(undoTexts.undoneAlready);
  const after = await takeUndoableBack(port, report, undoable, around, options);
  forgetUndoable(result);
  return after;
}

async function takeUndoableBack(port: WorkbookPort, report: CheckReport, undoable: Undoable, around: Surroundings, options: JobOptions): Promise<CheckReport> {
  switch (undoable.kind) {
    case 'rows':
      return takeRowsBack(port, report, undoable.rows, around, options);
    case 'cells':
      return takeCellsBack(port, report, undoable.cells, around, options);
    case 'decision':
      return takeDecisionBack(port, report, undoable, around, options);
    case 'workbook':
      await againWhenEdited(() => takeWorkbookBack(port, undoable, around, options));
      return judgeWorkbook(port, [undoable.plan], around, options);
  }
}
