import { buildSummary } from '../sheet/build-summary';
import { computedData } from '../sheet/build-workbook';
import type { Change } from '../sheet/model';
import { reporterOf } from '../text/sheet';
import type { Surroundings } from './clock';
import { keptInput } from './kept-input';
import type { KnownWorkbook } from './recognise';

/** 汇总 laid anew over what is entered now, after 说明 where it has to be made. */
export function summaryAnew({ reading, plan, content }: KnownWorkbook, around: Surroundings): Change {
  const input = keptInput(reading, plan, around);
  const sheet = buildSummary(input, computedData(input), input.reporter ?? reporterOf(input.plan, input.scope));
  const intro = content.sheets.find(({ name }) => name === reading.sheetNames['intro']);
  return { kind: 'laySheet', sheet, after: intro?.name ?? null };
}
