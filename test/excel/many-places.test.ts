import type { Change } from '../../src/sheet/model';
import { openBook } from './open-book';

/** As many as a merge of eight counties can fill in, each with a request's part of its own; Excel takes 5 MB in a request. */
const places = 24_000;

/** Too far from each other to be asked for together. */
const placeAt = (at: number): { row: number; column: number } => ({ row: Math.floor(at / 100) * 60, column: (at % 100) * 2 });

test('texts that look like numbers stay texts in however many places they are written', async () => {
  const { book, port } = await openBook();
  const phone = (at: number): string => `0356${at}`;
  const changes = Array.from({ length: places }, (_, at): Change => ({ kind: 'writeCells', sheet: 'Sheet1', ...placeAt(at), content: [[phone(at)]] }));
  await port.apply(changes);
  const sheet = book.findSheet('Sheet1')!;
  const other = changes.filter((_, at) => sheet.valueAt(placeAt(at).row, placeAt(at).column) !== phone(at));
  expect(other).toEqual([]);
}, 120_000);
