import { isNewer } from '../list/schema-version';
import type { WorkbookContent } from '../sheet/model';
import { readSchemaVersion } from '../sheet/read-data';
import { workbookTexts } from '../text/workbook';
import { versionOfBackup } from './backup';
import { WorkbookError } from './workbook-error';

/** For jobs that write without recognising the whole workbook: throws WorkbookError where a version to come wrote it, or its backup. */
export function refuseNewer(content: WorkbookContent): void {
  if (isOfNewer(readSchemaVersion(content)) || isOfNewer(versionOfBackup(content))) throw new WorkbookError(workbookTexts.newerVersion);
}

/** True for a version to come; null is none. */
export function isOfNewer(version: number | null): boolean {
  return version !== null && isNewer({ schemaVersion: version });
}
