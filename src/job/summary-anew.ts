import { buildSummaryInSteps } from '../sheet/build-summary';
import { computeInSteps } from '../sheet/build-workbook';
import { keepNotes, placeNotes } from '../sheet/keep-notes';
import type { Change } from '../sheet/model';
import { shiftFormula } from '../sheet/shift-row';
import { stoodSummary } from '../sheet/version/versions';
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
  // As an earlier version laid it: what people wrote between its sections, and what their formulas read there, moves along.
  const stood = stoodSummary(content, sheet.name, plan, input.scope);
  const follow = (formula: string): string => (stood?.moves ?? []).reduce((text, move) => shiftFormula(text, sheet.name, { ...move, sheet: sheet.name }), formula);
  const [laid] = placeNotes([sheet], keepNotes([sheet], {}, content, [sheet.name], follow, stood));
  const intro = content.sheets.find(({ name }) => name === reading.sheetNames['intro']);
  return { kind: 'laySheet', sheet: laid!, after: intro?.name ?? null, ...(stood !== null && { moves: stood.moves }) };
}
