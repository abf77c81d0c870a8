import { WorkbookError } from '../job/workbook-error';
import { PlanError } from '../plan/plan';
import { describeWorkbookFault } from '../text/command-line';
import { describeFileFault } from '../text/file';
import { FileError } from '../xlsx/file-error';

/** The command line itself is wrong, or a file cannot be read or written; the message is Chinese. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
}

/** The sentence for a foreseen failure, about a file where one is given; anything else is a fault of the program and is thrown on. */
export function foreseenFailure(error: unknown, file = ''): string {
  if (error instanceof CommandError || error instanceof PlanError) return error.message;
  if (error instanceof WorkbookError) return describeWorkbookFault(error.sentence, file);
  if (error instanceof FileError) return describeFileFault(error.fault, file);
  throw error;
}
