import type { Plan } from '../plan/plan';
import type { WorkbookContent } from '../sheet/model';
import type { WorkbookReading } from '../sheet/read-workbook';

/** A workbook of ours with the plan it was made for. */
export interface KnownWorkbook {
  readonly plan: Plan;
  readonly reading: WorkbookReading;
  readonly content: WorkbookContent;
}
