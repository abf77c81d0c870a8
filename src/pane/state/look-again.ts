import { CancelledError, HostError } from '../../job/port';
import type { TaskName } from '../../text/ui-sentence';

/** Tasks that write into the workbook. */
const writing: ReadonlySet<TaskName> = new Set<TaskName>([
  'generate',
  'restore',
  'check',
  'recalculate',
  'fix',
  'asOf',
  'explain',
  'withdraw',
  'setRule',
  'issue',
  'merge',
  'advance',
  'moveOn',
  'carryIn',
  'takeBack',
  'repair',
  'upgrade',
]);

/**
 * Looks at the workbook again where a task that writes has failed: it may wait for 恢复 now. Where Excel refuses that too, or the
 * user stops it, nothing is told of it: the failure before it is what he has to hear, and what Excel refuses now it will refuse to
 * the next command. Any other error is ours, and is thrown. Where no answer came, Excel is not made to be waited for once more.
 */
export async function lookAgain(name: TaskName, cause: unknown, look: () => Promise<void>): Promise<void> {
  const isSilent = cause instanceof HostError && cause.fault === 'unanswered';
  if (!writing.has(name) || isSilent) return;
  try {
    await look();
  } catch (refused) {
    if (!(refused instanceof HostError || refused instanceof CancelledError)) throw refused;
  }
}
