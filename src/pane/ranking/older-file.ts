import { readOlderTotals, type OlderTotals } from '../../job/bulletin';
import type { Surroundings } from '../../job/clock';
import { WorkbookError } from '../../job/workbook-error';
import type { Plan } from '../../plan/plan';
import { readData } from '../../sheet/read-data';
import { describeForeignFile } from '../../text/file-reading';
import type { ReadFile } from '../reader/read-file';

/** What an older workbook, read from a file, ranks by. Throws WorkbookError for a file that is no use. */
export function readOlderFile({ name, result }: ReadFile, plan: Plan, plans: readonly Plan[], around: Surroundings): OlderTotals {
  if (result.kind === 'refused') throw new WorkbookError(result.sentence);
  if (readData(result.content) === null) throw new WorkbookError(describeForeignFile(name));
  return readOlderTotals({ name, content: result.content }, plan, plans, around);
}
