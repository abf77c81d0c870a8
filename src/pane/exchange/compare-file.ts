import type { Surroundings } from '../../job/clock';
import { compareWithOlder, type ComparisonReport } from '../../job/compare';
import type { JobOptions, WorkbookPort } from '../../job/port';
import { WorkbookError } from '../../job/workbook-error';
import type { Plan } from '../../plan/plan';
import type { ReadFile } from '../reader/read-file';

/** The open workbook against an older one that was read from a file. Throws WorkbookError for a file that is no use. */
export async function compareWithFile(
  port: WorkbookPort,
  { name, result }: ReadFile,
  plans: readonly Plan[],
  around: Surroundings,
  options: JobOptions,
): Promise<ComparisonReport> {
  if (result.kind === 'refused') throw new WorkbookError(result.sentence);
  return compareWithOlder(port, { name, content: result.content }, plans, around, options);
}
