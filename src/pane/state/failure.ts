import { CancelledError, HostError } from '../../job/port';
import { describeHostFault } from '../../text/host';
import { describeBrokenLoad, describeCancelled, describePlanError, describeUnknown, type TaskName } from '../../text/ui-sentence';
import type { Notice } from './state';

/**
 * What went wrong, in words. Errors of rooms that are loaded later are told by their name: importing their classes
 * would load those rooms before the first paint.
 */
export function describeFailure(cause: unknown, task: TaskName): Pick<Notice, 'intent' | 'text'> {
  if (cause instanceof CancelledError) return { intent: 'info', text: describeCancelled(task) };
  if (cause instanceof HostError) return { intent: 'error', text: describeHostFault(cause.fault) };
  if (cause instanceof Error) {
    if (cause.name === 'WorkbookError' && 'sentence' in cause) return { intent: 'error', text: String(cause.sentence) };
    if (cause.name === 'PlanError') return { intent: 'error', text: describePlanError(cause.message) };
    if (cause.name === 'ChunkLoadError' || cause.name === 'ReaderError') return { intent: 'error', text: describeBrokenLoad() };
  }
  return { intent: 'error', text: describeUnknown(task) };
}
