import fc from 'fast-check';
import { insertColumns, insertRows } from '../../src/host/book/edit/shift-lines';
import { enterText } from '../../src/host/book/edit/enter-text';
import type { Book } from '../../src/host/book/book';
import type { Fault } from '../../src/host/protocol/fault';
import type { Change, Content, WorkbookModel } from '../../src/sheet/model';
import { differences } from '../../src/sheet/difference';
import { sheetOf, workbookOf } from '../sheet/small-model';
import { tableOf } from './feature-model';
import { openBook } from './open-book';

type Write = Extract<Change, { kind: 'writeCells' }>;

const body: readonly (readonly Content[])[] = [
  ['甲', 1, '007', 45_215, { formula: '=t4_list[[#This Row],[金额]]*2', value: 2 }],
  ['=乙', 2.5, '2023-10', 45_216, { formula: '=t4_list[[#This Row],[金额]]*2', value: 5 }],
  ['丙', null, null, null, { formula: '=t4_list[[#This Row],[金额]]*2', value: 0 }],
];
const headers = ['名称', '金额', '代码', '日期', '双倍'];

function listModel(protection?: { allowFormatColumns: boolean; allowFilter: boolean }): WorkbookModel {
  return workbookOf(
    sheetOf({
      name: '清单',
      blocks: [{ row: 2, column: 0, content: [headers, ...body] }],
      styles: [
        { area: { row: 3, column: 2, rows: 3, columns: 1 }, style: { numberFormat: '@' } },
        { area: { row: 3, column: 3, rows: 3, columns: 1 }, style: { numberFormat: 'yyyy-mm-dd' } },
        { area: { row: 3, column: 0, rows: 3, columns: 1 }, style: { locked: false } },
      ],
      tables: [tableOf('t4_list', 2, 4, headers)],
      ...(protection && { protection }),
    }),
    sheetOf({ name: '旁表', blocks: [{ row: 0, column: 0, content: [['原']] }] }),
  );
}

/** Both writes together, as a job makes them from what it has read. */
const name: Write = { kind: 'writeCells', sheet: '清单', row: 3, column: 0, content: [['改']], expects: [['甲']] };
const rest: Write = {
  kind: 'writeCells',
  sheet: '清单',
  row: 4,
  column: 0,
  content: [['戊', 9, '0099', 45_300, { formula: '=1+1', value: 2 }], [null, null, null, null, null]],
  expects: [['=乙', 2.5, '2023-10', 45_216, '=t4_list[[#This Row],[金额]]*2'], ['丙', null, null, null, '=t4_list[[#This Row],[金额]]*2']],
};

/** Just before the nth request from now another author types. */
function typeInto(book: Book, row: number, column: number, text: string): Fault {
  return { kind: 'edited', edit: () => enterText(book, book.findSheet('清单')!, row, column, text) };
}

test('where all is as it was read, it is written, without a further request', async () => {
  const counts: number[] = [];
  for (const changes of [[name, rest], [name, rest].map(({ expects: _, ...write }) => write)]) {
    const { book, host, port } = await openBook(listModel());
    host.resetStatistics();
    await port.apply(changes);
    counts.push(host.statistics.syncs);
    expect(book.findSheet('清单')?.valueAt(4, 2)).toBe('0099');
  }
  expect(counts[0]).toBe(counts[1]);
});

test('where another author has typed, every cell holds again what it held, in its own format', async () => {
  const { book, host, port } = await openBook(listModel());
  await port.read();
  host.failSync(2, typeInto(book, 4, 1, '77'));
  await expect(port.apply([name, rest])).rejects.toMatchObject({ fault: 'edited', found: [] });
  const { book: wanted } = await openBook(listModel());
  enterText(wanted, wanted.findSheet('清单')!, 4, 1, '77');
  expect(differences(book.toModel(), wanted.toModel())).toEqual([]);
});

test('where another author has put rows in above, nothing stays in the wrong rows', async () => {
  const { book, host, port } = await openBook(listModel());
  await port.read();
  host.failSync(2, { kind: 'edited', edit: () => insertRows(book, 'user', book.findSheet('清单')!, 0, 2) });
  await expect(port.apply([name, rest])).rejects.toMatchObject({ fault: 'edited' });
  const { book: wanted } = await openBook(listModel());
  insertRows(wanted, 'user', wanted.findSheet('清单')!, 0, 2);
  expect(differences(book.toModel(), wanted.toModel())).toEqual([]);
});

test('a protected sheet is put right, and is protected and heard again', async () => {
  const protection = { allowFormatColumns: true, allowFilter: true };
  const { book, host, port, edit } = await openBook(listModel(protection));
  const heard: string[] = [];
  await port.watch(({ sheet }) => heard.push(sheet));
  await port.read();
  host.failSync(2, typeInto(book, 3, 0, '另'));
  await expect(port.apply([name, rest])).rejects.toMatchObject({ fault: 'edited' });
  expect(book.findSheet('清单')?.state.protection).toEqual(protection);
  expect([3, 4].map((row) => book.findSheet('清单')?.valueAt(row, 0))).toEqual(['另', '=乙']);
  await edit('旁表', 5, 0, '用户');
  expect(heard).toEqual(['清单', '旁表']);
});

test('what another author has made the same already is agreed', async () => {
  const { book, host, port } = await openBook(listModel());
  await port.read();
  host.failSync(2, typeInto(book, 3, 0, '改'));
  await port.apply([name, rest]);
  expect(book.findSheet('清单')?.valueAt(4, 0)).toBe('戊');
});

describe('where cells cannot be put back at once', () => {
  it.each<[string, Fault]>([
    ['Excel refuses', { code: 'GeneralException' }],
    ['Excel stops half-way', { kind: 'cut', share: 0.6, code: 'GeneralException' }],
    ['its answer is lost', { kind: 'lost', code: 'GeneralException' }],
  ])('%s, they are before the next call, but for what was typed there since', async (_, fault) => {
    const { book, host, port } = await openBook(listModel());
    await port.read();
    host.failSync(2, typeInto(book, 3, 0, '另'));
    host.failSync(3, fault);
    // Neither can what is owed be paid at once.
    host.failSync(4, { code: 'ActivityLimitReached' });
    await expect(port.apply([name, rest])).rejects.toMatchObject({ fault: 'edited' });
    enterText(book, book.findSheet('清单')!, 5, 0, '后来');
    await port.read();
    const { book: wanted } = await openBook(listModel());
    enterText(wanted, wanted.findSheet('清单')!, 3, 0, '另');
    enterText(wanted, wanted.findSheet('清单')!, 5, 0, '后来');
    expect(differences(book.toModel(), wanted.toModel())).toEqual([]);
  });

  it('and the sheet is gone by then, the port goes on', async () => {
    const { book, host, port } = await openBook(listModel());
    await port.read();
    host.failSync(2, typeInto(book, 3, 0, '另'));
    host.failSync(3, { code: 'GeneralException' });
    host.failSync(4, { code: 'ItemNotFound' });
    await expect(port.apply([name, rest])).rejects.toMatchObject({ fault: 'edited' });
    expect((await port.read()).sheets).toHaveLength(2);
  });
});

test('a write of several requests ends where it finds another author, all of it put back', async () => {
  const { book, host, port } = await openBook(listModel());
  const long = '项目进展情况说明'.repeat(400);
  const lines = Array.from({ length: 260 }, (_, i): Write => ({ kind: 'writeCells', sheet: '旁表', row: i, column: 2, content: [[long]], expects: [[null]] }));
  await port.read();
  host.resetStatistics();
  host.failSync(1, { kind: 'edited', edit: () => enterText(book, book.findSheet('旁表')!, 3, 2, '另') });
  await expect(port.apply(lines)).rejects.toMatchObject({ fault: 'edited' });
  const { book: wanted } = await openBook(listModel());
  enterText(wanted, wanted.findSheet('旁表')!, 3, 2, '另');
  expect(differences(book.toModel(), wanted.toModel())).toEqual([]);
  expect(host.statistics.requestBytes).toBeLessThan(2_600_000);
});

test('any content comes back as it was', async () => {
  const cell = fc.oneof(fc.constant(null), fc.integer(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constantFrom('007', '=x', "'引", '#N/A', '1/2', 'TRUE', '　', '多\n行'));
  await fc.assert(
    fc.asyncProperty(fc.array(cell, { minLength: 4, maxLength: 4 }), fc.constantFrom('General', '@', '0.00'), async (values, numberFormat) => {
      const model = workbookOf(sheetOf({ blocks: [{ row: 0, column: 0, content: [values] }], styles: [{ area: { row: 0, column: 0, rows: 1, columns: 4 }, style: { numberFormat } }] }));
      const { book, port } = await openBook(model);
      const before = book.toModel();
      const write: Write = { kind: 'writeCells', sheet: '表一', row: 0, column: 0, content: [['一', '二', '三', '四']], expects: [['别', '的', '内', '容']] };
      await expect(port.apply([write])).rejects.toMatchObject({ fault: 'edited' });
      expect(differences(book.toModel(), before)).toEqual([]);
    }),
    { numRuns: 25 },
  );
});

test('looks go to no other column where somebody puts one in before them: nothing is written, and the job begins anew', async () => {
  const changes: Change[] = [
    { kind: 'styleCells', sheet: '清单', styles: [{ area: { row: 3, column: 3, rows: 3, columns: 1 }, style: { numberFormat: 'yyyy-mm' } }] },
    { kind: 'replaceValidations', sheet: '清单', validations: [{ area: { row: 3, column: 1, rows: 3, columns: 1 }, rule: { kind: 'decimal', operator: 'greaterThanOrEqual', minimum: 0 } }] },
  ];
  const { book, host, port } = await openBook(listModel());
  await port.read();
  host.failSync(1, { kind: 'edited', edit: () => insertColumns(book, 'remote', book.findSheet('清单')!, 1, 1) });
  await expect(port.apply(changes)).rejects.toMatchObject({ fault: 'edited', hasWritten: false });
  expect(book.findSheet('清单')!.state.validations).toEqual([]);
});
