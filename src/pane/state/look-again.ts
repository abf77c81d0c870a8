import { HostError } from '../../job/port';
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
]);

/**
 * Looks at the workbook again where a task that writes has failed: it may wait for 恢复 now. The user is told of that failure, and
 * of no other that looking brings: it would come again with the next command. Where no answer came, Excel is not made to be waited
 * for once more.
 */
export async function lookAgain(name: TaskName, cause: unknown, look: () => Promise<void>): Promise<void> {
  const isSilent = cause instanceof HostError && cause.fault === 'unanswered';
  if (!writing.has(name) || isSilent) return;
  await look().catch(() => undefined);
}
