import { buildSummary } from '../sheet/build-summary';
import { computedData } from '../sheet/build-workbook';
import { keepNotes, placeNotes } from '../sheet/keep-notes';
import type { Change } from '../sheet/model';
import { reporterOf } from '../text/sheet';
import type { Surroundings } from './clock';
import { keptInput } from './kept-input';
import type { KnownWorkbook } from './recognise';

/** 汇总 laid anew over what is entered now, after 说明 where it has to be made. What the user wrote on it stays. */
export function summaryAnew({ reading, plan, content }: KnownWorkbook, around: Surroundings): Change {
  const input = keptInput(reading, plan, around);
  const sheet = buildSummary(input, computedData(input), input.reporter ?? reporterOf(input.plan, input.scope));
  const [laid] = placeNotes([sheet], keepNotes([sheet], {}, content, [sheet.name], (formula) => formula));
  const intro = content.sheets.find(({ name }) => name === reading.sheetNames['intro']);
  return { kind: 'laySheet', sheet: laid!, after: intro?.name ?? null };
}
