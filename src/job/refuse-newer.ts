import { isNewer } from '../list/schema-version';
import type { WorkbookContent } from '../sheet/model';
import { readSchemaVersion } from '../sheet/read-data';
import { workbookTexts } from '../text/workbook';
import { WorkbookError } from './workbook-error';

/** For jobs that write without recognising the whole workbook: throws WorkbookError where a version to come wrote it. */
export function refuseNewer(content: WorkbookContent): void {
  const version = readSchemaVersion(content);
  if (version !== null && isNewer({ schemaVersion: version })) throw new WorkbookError(workbookTexts.newerVersion);
}
