import { commandTexts } from '../text/command-line';

/** What is said of a fault of the program itself: one line with the error and where it arose, for who maintains it. */
export function describeUnforeseen(error: unknown): string {
  if (!(error instanceof Error)) return commandTexts.inside(String(error), '');
  const place = /\bsrc\/[\w./-]+:\d+/.exec(error.stack ?? '')?.[0];
  return commandTexts.inside(`${error.name}: ${error.message}`, place === undefined ? '' : `（${place}）`);
}
