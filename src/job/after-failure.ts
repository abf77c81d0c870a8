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
    const changes = back(now);
    if (changes.length > 0) await port.apply(changes);
  } catch (second) {
    if (!(second instanceof HostError)) throw second;
  }
}

/** False where Excel is gone, or may still be at work on what it has not answered. */
export function canBeReadAgain(cause: unknown): boolean {
  return !(cause instanceof HostError && (cause.fault === 'unanswered' || cause.fault === 'unavailable'));
}
