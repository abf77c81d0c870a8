import type { Plan } from '../plan/plan';
import { readData } from '../sheet/read-data';
import { readIntro } from '../sheet/read-intro';
import { toSerial } from '../plan/day';
import { workbookTexts } from '../text/workbook';
import { readBackup, versionOfBackup, waitsForRestore } from './backup';
import type { WorkbookPort } from './port';
import { planOf } from './recognise';
import { isOfNewer } from './refuse-newer';
import type { WorkbookState } from './report';

/** Tells what the open workbook is. Reads only. */
export async function inspectWorkbook(port: WorkbookPort, plans: readonly Plan[]): Promise<WorkbookState> {
  const content = await port.read();
  const data = readData(content);
  if (isOfNewer(versionOfBackup(content))) return { kind: 'unusable', reason: workbookTexts.newerVersion };
  const backup = data === null ? readBackup(content) : null;
  if (data === null && backup !== null) {
    // An interrupted 生成 can leave the hidden sheet empty; the backup knows what the workbook is.
    const { planId, scope, asOf, lastCheck } = backup;
    return { kind: 'ours', planId, scope, asOf, lastCheck, hasBackup: true };
  }
  if (data === null) return { kind: 'none' };
  const plan = planOf(data, plans);
  if (typeof plan === 'string') return { kind: 'unusable', reason: plan };
  return {
    kind: 'ours',
    planId: data.planId,
    scope: data.scope,
    asOf: readIntro(content)?.asOf ?? data.asOf ?? toSerial(plan.period.end),
    lastCheck: data.lastCheck,
    hasBackup: waitsForRestore(content),
  };
}
