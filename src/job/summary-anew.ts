import { buildSummaryInSteps } from '../sheet/build-summary';
import { computeInSteps } from '../sheet/build-workbook';
import { keepNotes, placeNotes } from '../sheet/keep-notes';
import type { Change } from '../sheet/model';
import { reporterOf } from '../text/sheet';
import { finish, type Steps } from '../total/steps';
import type { Surroundings } from './clock';
import { keptInSteps } from './kept-input';
import type { KnownWorkbook } from './known-workbook';

/** 汇总 laid anew over what is entered now, after 说明 where it has to be made. What the user wrote on it stays. */
export function summaryAnew(...source: Parameters<typeof summaryInSteps>): Change {
  return finish(summaryInSteps(...source));
}

/** The same a few milliseconds at a time. */
export function* summaryInSteps({ reading, plan, content }: KnownWorkbook, around: Surroundings): Steps<Change> {
  const input = yield* keptInSteps(reading, plan, around);
  const sheet = yield* buildSummaryInSteps(input, yield* computeInSteps(input), input.reporter ?? reporterOf(input.plan, input.scope));
  const [laid] = placeNotes([sheet], keepNotes([sheet], {}, content, [sheet.name], (formula) => formula));
  const intro = content.sheets.find(({ name }) => name === reading.sheetNames['intro']);
  return { kind: 'laySheet', sheet: laid!, after: intro?.name ?? null };
}
