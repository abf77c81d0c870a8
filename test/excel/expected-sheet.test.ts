import { createExcelPort } from '../../src/excel/port';
import { insertColumns, insertRows } from '../../src/host/book/edit/shift-lines';
import { addSheet, renameSheet } from '../../src/host/book/edit/tabs';
import { enterText } from '../../src/host/book/edit/enter-text';
import type { Book } from '../../src/host/book/book';
import type { Change, SheetContent } from '../../src/sheet/model';
import type { WorkbookPort } from '../../src/job/port';
import { differences } from '../../src/sheet/difference';
import { sheetOf, workbookOf } from '../sheet/small-model';
import { featureModel, tableOf } from './feature-model';
import { openBook } from './open-book';

const features = featureModel();
const list = '5 未开工项目';

/** All sheets laid anew, each as it was just read. */
async function layAgain(port: WorkbookPort): Promise<Change[]> {
  const { sheets } = await port.read();
  return features.sheets.map((sheet) => ({ kind: 'laySheet', sheet, after: null, expects: sheets.find(({ name }) => name === sheet.name)! }));
}

async function applyAndCatch(port: WorkbookPort, changes: readonly Change[]): Promise<readonly SheetContent[]> {
  const error: unknown = await port.apply(changes).then(
    () => null,
    (cause: unknown) => cause,
  );
  expect(error).toMatchObject({ fault: 'edited' });
  return (error as { found: SheetContent[] }).found;
}

/** What a read would have given just before the write. */
async function readOf(edit: (book: Book) => void): Promise<readonly SheetContent[]> {
  const { book, port } = await openBook(features);
  edit(book);
  return (await port.read()).sheets;
}

test('sheets that stand as they were read are laid, without a further request', async () => {
  const { book, host, port } = await openBook(features);
  const guarded = await layAgain(port);
  host.resetStatistics();
  await port.apply(guarded);
  const { syncs } = host.statistics;
  expect(differences(book.toModel(), features)).toEqual([]);
  await port.read();
  host.resetStatistics();
  await port.apply(guarded.map((change) => (change.kind === 'laySheet' ? { kind: 'laySheet', sheet: change.sheet, after: null } : change)));
  expect(syncs).toBe(host.statistics.syncs);
});

test.each<[string, (book: Book) => void]>([
  ['has typed into the list', (book) => enterText(book, book.findSheet('汇总')!, 0, 3, '=1+2')],
  ['has typed below all that was in use', (book) => enterText(book, book.findSheet('汇总')!, 600, 0, '备注')],
  ['has typed to the right of it', (book) => enterText(book, book.findSheet('汇总')!, 1, 15, '备注')],
  ['has put rows in', (book) => insertRows(book, 'user', book.findSheet('汇总')!, 1, 3)],
  ['has cleared a cell', (book) => enterText(book, book.findSheet('汇总')!, 1, 0, '')],
])('where another author %s, the sheet is laid and what stood there is handed back', async (_, edit) => {
  const { book, host, port } = await openBook(features);
  const changes = await layAgain(port);
  // The chart is asked for first.
  host.failSync(2, { kind: 'edited', edit: () => edit(book) });
  const found = await applyAndCatch(port, changes);
  expect(found).toEqual((await readOf(edit)).filter(({ name }) => name === '汇总'));
  expect(book.findSheet(list)?.state.protection).not.toBeNull();
});

describe('where a table has been moved or has grown', () => {
  const model = workbookOf(
    sheetOf({ name: '清单', blocks: [{ row: 1, column: 0, content: [['名称', '金额'], ['甲', 1]] }], tables: [tableOf('t4_list', 1, 2, ['名称', '金额'])] }),
  );
  const edits: [string, (book: Book) => void][] = [
    ['by rows above', (book) => insertRows(book, 'user', book.findSheet('清单')!, 0, 2)],
    ['by rows within', (book) => insertRows(book, 'user', book.findSheet('清单')!, 2, 1)],
    ['by a row below', (book) => enterText(book, book.findSheet('清单')!, 3, 0, '乙')],
    ['by a column', (book) => insertColumns(book, 'user', book.findSheet('清单')!, 0, 1)],
  ];
  const lay = async (port: WorkbookPort): Promise<Change> => ({ kind: 'laySheet', sheet: model.sheets[0]!, after: null, expects: (await port.read()).sheets[0]! });

  it.each(edits)('%s just before the write, nothing is touched', async (_, edit) => {
    const { book, host, port } = await openBook(model);
    const change = await lay(port);
    host.failSync(1, { kind: 'edited', edit: () => edit(book) });
    expect(await applyAndCatch(port, [change])).toEqual([]);
    const { book: wanted } = await openBook(model);
    edit(wanted);
    expect(differences(book.toModel(), wanted.toModel())).toEqual([]);
  });

  it.each(edits)('%s while the job was computing, neither', async (_, edit) => {
    const { book, port } = await openBook(model);
    const change = await lay(port);
    edit(book);
    const wanted = book.toModel();
    expect(await applyAndCatch(createExcelPort(), [change])).toEqual([]);
    expect(differences(book.toModel(), wanted)).toEqual([]);
  });
});

describe('looks for columns that another author has moved', () => {
  const model = workbookOf(
    sheetOf({ name: '清单', blocks: [{ row: 1, column: 0, content: [['名称', '电话'], ['甲', '1']] }], tables: [tableOf('t4_list', 1, 2, ['名称', '电话'])] }),
  );
  const area = { row: 2, column: 1, rows: 1, columns: 1 };
  const changes: Change[] = [
    { kind: 'writeCells', sheet: '清单', row: 2, column: 0, content: [['乙']], expects: [['甲']] },
    { kind: 'styleCells', sheet: '清单', styles: [{ area, style: { numberFormat: '@' } }] },
  ];
  const edits: [string, (book: Book) => void][] = [
    ['a column is inserted', (book) => insertColumns(book, 'remote', book.findSheet('清单')!, 1, 1)],
    ['the sheet is renamed', (book) => renameSheet(book, 'remote', book.findSheet('清单')!, '改名')],
  ];

  it.each(edits)('are not laid, nor anything else, where %s just before the write', async (_, edit) => {
    const { book, host, port } = await openBook(model);
    await port.read();
    host.failSync(1, { kind: 'edited', edit: () => edit(book) });
    await expect(port.apply(changes)).rejects.toMatchObject({ fault: 'edited', hasWritten: false });
    const { book: wanted } = await openBook(model);
    edit(wanted);
    expect(differences(book.toModel(), wanted.toModel())).toEqual([]);
  });

  it.each(edits)('neither where %s while the job was computing, and the pane has heard of it', async (_, edit) => {
    const { book, port } = await openBook(model);
    await port.watch(() => undefined);
    await port.read();
    edit(book);
    const wanted = book.toModel();
    await expect(port.apply(changes)).rejects.toMatchObject({ fault: 'edited', hasWritten: false });
    expect(differences(book.toModel(), wanted)).toEqual([]);
  });
});

test.each([['the pane has heard of it', true], ['nobody told the pane', false]])('a sheet that another author makes under the name of ours while the job computes is left alone where %s', async (_, isWatched) => {
  const { book, port } = await openBook(workbookOf(sheetOf({ name: '清单' })));
  let hear: () => void = () => undefined;
  const isHeard = new Promise<void>((resolve) => (hear = resolve));
  if (isWatched) await port.watch(hear);
  await port.read();
  enterText(book, addSheet(book, 'remote', '交换记录'), 4, 0, '别人写的');
  if (isWatched) await isHeard;
  const wanted = book.toModel();
  const ours = sheetOf({ name: '交换记录', blocks: [{ row: 0, column: 0, content: [['序号'], ['1']] }] });
  await expect(port.apply([{ kind: 'laySheet', sheet: ours, after: null }])).rejects.toMatchObject(isWatched ? { fault: 'edited', hasWritten: false } : { message: expect.stringContaining('ItemAlreadyExists') });
  expect(differences(book.toModel(), wanted)).toEqual([]);
  await port.read();
  await port.apply([{ kind: 'laySheet', sheet: ours, after: null, expects: (await port.read()).sheets.find(({ name }) => name === ours.name)! }]);
  expect(book.findSheet('交换记录')?.valueAt(0, 0)).toBe('序号');
});

test('an empty sheet is looked at too', async () => {
  const model = workbookOf(sheetOf({ name: '空表' }));
  const { book, host, port } = await openBook(model);
  const [expects] = (await port.read()).sheets;
  host.failSync(1, { kind: 'edited', edit: () => enterText(book, book.findSheet('空表')!, 4, 4, '写了') });
  const found = await applyAndCatch(port, [{ kind: 'laySheet', sheet: sheetOf({ name: '空表', blocks: [{ row: 0, column: 0, content: [['新']] }] }), after: null, expects: expects! }]);
  expect(found).toMatchObject([{ row: 4, column: 4, values: [['写了']] }]);
});

test('a sheet larger than one answer is read in several, all before it is touched', async () => {
  const text = '项目进展情况说明'.repeat(20);
  const rows = Array.from({ length: 3_500 }, () => [text, text]);
  const model = workbookOf(sheetOf({ name: '大表', blocks: [{ row: 0, column: 0, content: rows }] }));
  const { book, host, port } = await openBook(model);
  const [expects] = (await port.read()).sheets;
  host.resetStatistics();
  host.failSync(1, { kind: 'edited', edit: () => enterText(book, book.findSheet('大表')!, 3_499, 1, '改了') });
  const found = await applyAndCatch(port, [{ kind: 'laySheet', sheet: sheetOf({ name: '大表', blocks: [{ row: 0, column: 0, content: [['短']] }] }), after: null, expects: expects! }]);
  expect(found[0]?.values.at(-1)).toEqual([text, '改了']);
  expect(host.statistics.largestResponse).toBeLessThan(4_000_000);
  expect(host.statistics.syncs).toBeGreaterThan(1);
  expect(book.findSheet('大表')?.valueAt(3_499, 0)).toBeNull();
});
