import type { Change, WorkbookContent } from '../sheet/model';
import { EditedMeanwhileError, HostError, type JobOptions, type WorkbookPort } from './port';

/** Options of a write that must not be stopped half-way. */
export function unstoppable(options: JobOptions): JobOptions {
  return { ...options, isCancelled: () => false };
}

/**
 * After a write has failed: reads the workbook, where it can be read, and writes what puts it back (`back` says that). The
 * user is told of the failure itself: what cannot be put back waits in the backup, where there is one.
 */
export async function afterFailure(port: WorkbookPort, cause: unknown, back: (now: WorkbookContent) => readonly Change[]): Promise<void> {
  if (!canBeReadAgain(cause) || (cause instanceof EditedMeanwhileError && !cause.hasWritten)) return;
  try {
    const now = await port.read();
    await applyUnlessLocked(port, back(now), isLocked(cause));
  } catch (second) {
    if (!(second instanceof HostError)) throw second;
  }
}

/**
 * Where a locked sheet stops the whole, the rest is put back sheet by sheet. What the lock that stopped the write itself
 * (`wasLocked`) covers, was never laid. But what was written before somebody locked it stays as it is: then nothing more is
 * put back, and what waits for 恢复 goes on waiting.
 */
async function applyUnlessLocked(port: WorkbookPort, changes: readonly Change[], wasLocked: boolean): Promise<void> {
  if (changes.length === 0) return;
  try {
    await port.apply(changes);
  } catch (cause) {
    if (!isLocked(cause)) throw cause;
    const parts = bySheet(changes);
    if (parts.length > 1) for (const part of parts) await applyUnlessLocked(port, part, wasLocked);
    else if (changes.some(({ kind }) => kind === 'writeCells' || kind === 'removeSheet' || (kind === 'laySheet' && !wasLocked))) throw cause;
  }
}

function isLocked(cause: unknown): boolean {
  return cause instanceof HostError && cause.fault === 'protected';
}

/** Changes of one sheet after another, in their order. */
function bySheet(changes: readonly Change[]): Change[][] {
  const parts: Change[][] = [];
  for (const change of changes) {
    const last = parts[parts.length - 1];
    if (last !== undefined && sheetOf(last[0]!) === sheetOf(change)) last.push(change);
    else parts.push([change]);
  }
  return parts;
}

/** The tab that a change is about; undefined for names. */
export function sheetOf(change: Change): string | undefined {
  if (!('sheet' in change)) return undefined;
  return typeof change.sheet === 'string' ? change.sheet : change.sheet.name;
}

/** False where Excel is gone, or may still be at work on what it has not answered. */
export function canBeReadAgain(cause: unknown): boolean {
  return !(cause instanceof HostError && (cause.fault === 'unanswered' || cause.fault === 'unavailable'));
}
