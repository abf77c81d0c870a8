import { checkWorkbook } from '../../src/job/check';
import type { MemoryPort } from '../../src/job/memory-port';
import type { CheckReport } from '../../src/job/report';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { toSerial } from '../../src/plan/day';
import type { WorkbookModel } from '../../src/sheet/model';
import { judgeNow } from './dispatch-scene';
import { makeSurroundings, newWorkbook } from './workbook';

/** 陵川县's workbook, for tests of what is written into one. */
export const unitScope = { kind: 'unit', unit: 'lingchuan' } as const;
export const tab5 = '5 未开工项目';

/** As it was issued, filled in, and checked. */
export async function unitStage(fill: (port: MemoryPort, report: CheckReport) => void): Promise<WorkbookModel> {
  const port = await newWorkbook({ scope: unitScope, asOf: toSerial('2023-12-25') });
  fill(port, await judgeNow(port));
  await checkWorkbook(port, [plan], makeSurroundings());
  return port.model();
}
