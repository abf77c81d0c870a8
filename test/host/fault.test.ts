import { Book } from '../../src/host/book/book';
import { enterText } from '../../src/host/book/edit/enter-text';
import { writeContents } from '../../src/host/book/edit/write-contents';
import type { Host } from '../../src/host/protocol/connect-host';
import { startOffice } from './start-office';

let book: Book;
let host: Host;

beforeEach(async () => {
  ({ book, host } = await startOffice(Book.empty()));
});

/** Writes 1, 2 and 3 into A1:A3 by one request each that the same round trip carries; the error's code, null where there is none. */
async function writeThree(): Promise<string | null> {
  const context = new Excel.RequestContext();
  const sheet = context.workbook.worksheets.getItem('Sheet1');
  for (const row of [1, 2, 3]) sheet.getRange(`A${row}`).values = [[row]];
  return context.sync().then(
    () => null,
    (cause: unknown) => (cause as { code: string }).code,
  );
}

const written = (): unknown[] => [0, 1, 2].map((row) => book.activeSheet.valueAt(row, 0));
const pause = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

test('a batch that is refused leaves no trace, one that is cut leaves a part, one whose answer is lost all of it', async () => {
  host.failSync(1, { code: 'Conflict' });
  expect(await writeThree()).toBe('Conflict');
  expect(written()).toEqual([null, null, null]);
  host.failSync(1, { kind: 'cut', share: 0.6, code: 'GeneralException' });
  expect(await writeThree()).toBe('GeneralException');
  expect(written()).toEqual([1, null, null]);
  host.failSync(1, { kind: 'lost', code: 'GeneralException' });
  expect(await writeThree()).toBe('GeneralException');
  expect(written()).toEqual([1, 2, 3]);
  expect(await writeThree()).toBeNull();
  expect(host.struck).toBe(3);
});

test.each([
  [0, [null, null, null]],
  [1, [1, 2, 3]],
])('a batch that is never answered was carried out or not: %s', async (share, expected) => {
  host.failSync(1, { kind: 'unanswered', share });
  expect(await Promise.race([writeThree(), pause(100)])).toBeUndefined();
  expect(written()).toEqual(expected);
});

test('a busy host answers in the end, and what came after it in its turn', async () => {
  host.failSync(1, { kind: 'late', milliseconds: 80 });
  const first = writeThree();
  const second = writeThree();
  await pause(40);
  expect(written()).toEqual([null, null, null]);
  expect(await Promise.all([first, second])).toEqual([null, null]);
  expect(written()).toEqual([1, 2, 3]);
});

test('a host that is gone refuses everything until it is back', async () => {
  host.failSync(2, { kind: 'gone', code: 'InactiveWorkbook' });
  expect([await writeThree(), await writeThree(), await writeThree()]).toEqual([null, 'InactiveWorkbook', 'InactiveWorkbook']);
  host.clearFaults();
  expect(await writeThree()).toBeNull();
});

test('blocks that are too large are answered with null, smaller ones as they are', async () => {
  enterText(book, book.activeSheet, 0, 0, '甲');
  host.failSync(1, { kind: 'nulls', cells: 4 });
  const context = new Excel.RequestContext();
  const [large, small] = ['A1:B3', 'A1:B2'].map((address) => context.workbook.worksheets.getItem('Sheet1').getRange(address)) as [Excel.Range, Excel.Range];
  large.load('values');
  small.load('values');
  await context.sync();
  expect(large.values).toBeNull();
  expect(small.values).toEqual([['甲', ''], ['', '']]);
});

test('another author writes just before a batch, and the add-in hears that it was another', async () => {
  const heard: Excel.WorksheetChangedEventArgs[] = [];
  const context = new Excel.RequestContext();
  context.workbook.worksheets.onChanged.add(async (event) => void heard.push(event));
  await context.sync();
  host.failSync(1, { kind: 'edited', edit: () => writeContents(book, 'remote', book.activeSheet, 0, 1, [['乙']]) });
  expect(await writeThree()).toBeNull();
  await pause(50);
  expect(heard.filter(({ source }) => source === 'Remote').map(({ address }) => address)).toEqual(['B1']);
  expect(book.canUndo).toBe(false);
});
