import type { Change, Content, WorkbookContent } from '../sheet/model';
import { afterFailure, sheetOf, unstoppable } from './after-failure';
import { dropBackup, dropCutBackup, dropStanding, refuseWhileBackupWaits } from './backup';
import type { Surroundings } from './clock';
import { expecting, expectInSteps } from './expectation';
import { guardRows } from './guard-rows';
import { dropOwnJournal, journalOf, type Journal } from './journal';
import type { KnownWorkbook } from './known-workbook';
import { backupOfKnown } from './lay-again';
import { CancelledError, EditedMeanwhileError, type JobOptions, type WorkbookPort } from './port';
import { cellsBack, editsAgain, looksAgain, type LayChange } from './put-back';
import { runSteps } from './run-steps';

/** What a job writes. */
export interface SafeWrite {
  /** What people entered, decided or exchanged, and 行标识. */
  readonly entered: readonly Change[];
  /** What follows from it: marks, 校验结果, 汇总. */
  readonly derived: readonly Change[];
  /** Derived sheets as they were, where they go by what is entered: laid again should the write fail. */
  readonly former?: readonly LayChange[];
}

const noJournal: Journal = { begin: [], end: [] };

/** Bytes, as estimated, of what surely fits into one request. */
const oneRequest = 1_000_000;

/**
 * Writes what a job has made of a workbook as it was read, so that whatever fails leaves what people entered as it was
 * before, or as it is to be. What is entered is written first, and no other author's edit is written over. Until the last
 * step is done, the journal of it stands in the hidden sheet, or where people's cells may take several requests a backup of
 * the whole in _备份. Where the write fails and the workbook can still be read, what was written is put back, and what it may
 * have left half is made whole; then the error goes on. Can be stopped only before the first write, unless nothing is entered.
 *
 * Throws WorkbookError where a backup waits for 恢复, EditedMeanwhileError where the job has to begin anew.
 */
export async function writeSafely(port: WorkbookPort, known: KnownWorkbook, write: SafeWrite, around: Surroundings, options: JobOptions): Promise<void> {
  const { content } = known;
  const { entered, derived } = write;
  refuseWhileBackupWaits(content);
  const isLarge = bytesOf(entered) > oneRequest;
  const journal = isLarge ? noJournal : journalOf(known, entered, derived);
  const careful = [...journal.begin, ...entered, ...journal.end];
  const planned = [...journal.begin, ...guardRows(known, entered), ...entered, ...derived, ...journal.end];
  const steps = await runSteps(expectInSteps(planned, content, isWrittenWithCare(known, careful)), around, options);
  const changes = isLarge ? [await runSteps(backupOfKnown(known, around, entered), around, options), ...steps, dropBackup] : [...steps, ...dropCutBackup(content)];
  if (options.isCancelled?.() === true) throw new CancelledError('cancelled before writing');
  try {
    await port.apply(changes, entered.length === 0 ? options : unstoppable(options));
  } catch (cause) {
    const isEdited = cause instanceof EditedMeanwhileError;
    // After another author's edit the port has put the cells back, and by now other rows may stand there.
    const cells = (now: WorkbookContent) => (entered.length > 0 && !isEdited ? cellsBack(steps, content, now) : []);
    const rest = (now: WorkbookContent) => (isEdited ? editsAgain(steps, cause.found) : looksAgain([...entered, ...derived], write.former ?? [], content, now));
    await afterFailure(port, cause, (now) => [...expecting([...cells(now), ...rest(now)], now), ...(isLarge ? dropStanding(now) : dropOwnJournal(journal, now))]);
    throw cause;
  }
}

/** 校验结果 and the time of the check belong to nobody; everything else may have been edited, also between the marks. */
function isWrittenWithCare({ reading }: KnownWorkbook, careful: readonly Change[]): (change: Change) => boolean {
  const own = new Set(careful);
  const careless = new Set([reading.sheetNames['result'], reading.data.sheet]);
  return (change) => own.has(change) || !careless.has(sheetOf(change));
}

function bytesOf(changes: readonly Change[]): number {
  return changes.reduce((sum, change) => sum + (change.kind === 'writeCells' ? bytesOfCells(change.content) : bytesOfOther), 0);
}

/** A formatted area, a table: about so much each. */
const bytesOfOther = 1_000;

function bytesOfCells(content: readonly (readonly Content[])[]): number {
  let bytes = bytesOfOther;
  for (const line of content) for (const cell of line) bytes += bytesOfCell(cell);
  return bytes;
}

/** A Chinese character takes three bytes. */
function bytesOfCell(cell: Content): number {
  if (typeof cell === 'string') return cell.length * 3 + 3;
  return typeof cell === 'object' && cell !== null ? cell.formula.length * 3 + 3 : 8;
}
