import { blockOf } from '../../src/excel/cell-block';
import type { Change } from '../../src/sheet/model';
import type { Edit, Progress } from '../../src/job/port';
import { differences } from '../../src/sheet/difference';
import { featureModel } from './feature-model';
import { sheetOf } from '../sheet/small-model';
import { openBook } from './open-book';
import { openSlowBook, within } from './slow-book';

const features = featureModel();
const again: Change[] = features.sheets.map((sheet) => ({ kind: 'laySheet', sheet, after: null }));

test.each([
  ['InvalidArgument', 'unknown'],
  ['AccessDenied', 'protected'],
  ['ItemNotFound', 'notFound'],
  ['RequestPayloadSizeLimitExceeded', 'tooLarge'],
  ['ResponsePayloadSizeLimitExceeded', 'tooLarge'],
  ['ActivityLimitReached', 'busy'],
  ['GeneralException', 'unknown'],
] as const)('%s while reading is %s', async (code, fault) => {
  const { host, port } = await openBook(features);
  host.failSync(1, { code });
  await expect(port.read()).rejects.toMatchObject({ name: 'HostError', fault, cause: expect.objectContaining({ code }) });
  await expect(port.read()).resolves.toBeDefined();
});

describe('a write that fails', () => {
  it('leaves events and protection as they were', async () => {
    const { book, host, port, edit } = await openBook(features);
    const edits: Edit[] = [];
    await port.watch((one) => edits.push(one));
    host.failSync(4, { code: 'GeneralException' });
    await expect(port.apply(again)).rejects.toMatchObject({ fault: 'unknown' });
    expect(differences(book.toModel(), features)).toEqual([]);
    await edit('汇总', 5, 0, '用户');
    expect(edits).toHaveLength(1);
  });

  it('half-way puts protection back', async () => {
    const { book, port, edit } = await openBook(features);
    const edits: Edit[] = [];
    await port.watch((one) => edits.push(one));
    const broken: Change[] = [
      { kind: 'writeCells', sheet: '5 未开工项目', row: 6, column: 1, content: [['改']] },
      { kind: 'writeCells', sheet: '5 未开工项目', row: 6, column: 2, content: [[{ formula: '=SUM((', value: null }]] },
    ];
    await expect(port.apply(broken)).rejects.toMatchObject({ name: 'HostError' });
    expect(book.findSheet('5 未开工项目')?.state.protection).toEqual({ allowFormatColumns: true, allowFilter: true });
    await edit('汇总', 5, 0, '用户');
    expect(edits).toHaveLength(1);
  });
});

describe('while the user is editing a cell', () => {
  afterEach(() => jest.useRealTimers());

  it('a call waits a moment, then says so; nothing is written', async () => {
    const { book, port } = await openSlowBook(features);
    book.isEditing = true;
    await expect(within(10_000, port.apply(again))).rejects.toMatchObject({ fault: 'editMode' });
    await expect(within(10_000, port.read())).rejects.toMatchObject({ fault: 'editMode' });
    book.isEditing = false;
    expect(differences(book.toModel(), features)).toEqual([]);
  });

  it('a call goes through when the user presses Enter in time', async () => {
    const { book, port } = await openSlowBook(features);
    book.isEditing = true;
    setTimeout(() => (book.isEditing = false), 300);
    expect(await within(10_000, port.read())).toMatchObject({ sheets: { length: 3 } });
  });

  it('a write that was cut off is made good at the next call', async () => {
    const { book, host, port } = await openSlowBook(features);
    host.failSync(5, { code: 'GeneralException' });
    for (let nth = 6; nth < 10; nth += 1) host.failSync(nth, { code: 'InvalidOperationInCellEditMode' });
    await expect(within(20_000, port.apply(again))).rejects.toMatchObject({ fault: 'unknown' });
    await within(10_000, port.read());
    expect(differences(book.toModel(), features)).toEqual([]);
  });

  it('a write that is interrupted by typing is finished once Enter is pressed', async () => {
    const { book, host, port } = await openSlowBook();
    const text = '项目进展情况说明'.repeat(40);
    const large = sheetOf({ name: '大表', blocks: [{ row: 0, column: 0, content: Array.from({ length: 2_500 }, () => [text]) }] });
    const onProgress = ({ done, total }: Progress): void => {
      if (done === 0 || done === total) return;
      book.isEditing = true;
      setTimeout(() => (book.isEditing = false), 3_500);
    };
    await within(20_000, port.apply([{ kind: 'laySheet', sheet: large, after: null }], { onProgress }));
    expect(host.statistics.requestBytes).toBeGreaterThan(2_000_000);
    expect(book.findSheet('大表')?.valueAt(2_499, 0)).toBe(text);
  });
});

test.each([
  ['no answer at all', null],
  ['a row short', [[1, 2]]],
  ['a row without cells', [[1, 2], null]],
  ['a cell without value', [[1, 2], [3, null]]],
])('%s is an incomplete read, never emptiness', (_, values) => {
  const area = { row: 0, column: 0, rows: 2, columns: 2 };
  const range = { values, formulas: [[1, 2], [3, 4]] } as unknown as Excel.Range;
  expect(() => blockOf('表', area, range)).toThrow(expect.objectContaining({ fault: 'incompleteRead' }));
});
