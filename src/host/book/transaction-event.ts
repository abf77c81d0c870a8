import type { BookEvent } from './event';
import type { BookState, Transaction } from './transaction';

/** What a settled transaction is told as, in the order of Excel: its edits, its sheets, the tabs, the drawing. */
export function* eventsOf(transaction: Transaction, now: BookState): Generator<BookEvent> {
  const { origin, before } = transaction;
  for (const { sheet, area, change } of transaction.edited) yield { kind: 'edited', sheet, area, change, origin };
  yield* sheetEvents(transaction, now);
  if (before.size > 0) yield { kind: 'redraw', sheets: new Set(before.keys()) };
}

function* sheetEvents({ origin, before, bookBefore }: Transaction, { sheets, active }: BookState): Generator<BookEvent> {
  for (const sheet of sheets) if (!bookBefore.sheets.includes(sheet)) yield { kind: 'sheetAdded', sheet, origin };
  for (const sheet of bookBefore.sheets) if (!sheets.includes(sheet)) yield { kind: 'sheetDeleted', sheet, origin };
  let tabs = sheets !== bookBefore.sheets;
  for (const [sheet, { name, visibility, tabColor }] of before) {
    const now = sheet.state;
    if (now.name !== name) yield { kind: 'sheetRenamed', sheet, before: name, origin };
    tabs ||= now.name !== name || now.visibility !== visibility || now.tabColor !== tabColor;
  }
  if (active !== bookBefore.active) yield { kind: 'activated', sheet: active, before: bookBefore.active };
  if (tabs) yield { kind: 'tabs' };
}
