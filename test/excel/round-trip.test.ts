import type { Change, FormulaFormat } from '../../src/sheet/model';
import { sheetOf, workbookOf } from '../sheet/small-model';
import { featureModel } from './feature-model';
import { openBook } from './open-book';

const features = featureModel();
const generate: Change[] = [
  ...features.sheets.map((sheet, i): Change => ({ kind: 'laySheet', sheet, after: features.sheets[i - 1]?.name ?? null })),
  { kind: 'defineNames', names: features.names },
  { kind: 'activate', sheet: '汇总' },
];
const ours = (features.sheets[1]?.conditionalFormats ?? []).filter((format): format is FormulaFormat => format.kind === 'formula');
const mark: Change[] = [
  { kind: 'writeCells', sheet: '5 未开工项目', row: 6, column: 1, content: [['改']] },
  { kind: 'replaceConditionalFormats', sheet: '5 未开工项目', formats: ours },
];
/** 40,000 cells that say some 4 MB. */
const large = sheetOf({
  name: '大表',
  blocks: [{ row: 0, column: 0, content: Array.from({ length: 2_000 }, (_, row) => Array.from({ length: 20 }, (_, column) => `第${row}行第${column}列，${'项目进展情况'.repeat(5)}`)) }],
});

describe('round trips', () => {
  it('generating in a new workbook, with reading what is there: four at most', async () => {
    const { host, port } = await openBook();
    await port.read();
    await port.apply(generate);
    expect(host.statistics.syncs).toBeLessThanOrEqual(4);
  });

  it('generating again: one more, to see where things are', async () => {
    const { host, port } = await openBook(features);
    await port.read();
    await port.apply(generate);
    expect(host.statistics.syncs).toBeLessThanOrEqual(5);
  });

  it('checking: two to read, one to tell our conditional formats from the user’s, one to mark', async () => {
    const { host, port } = await openBook(features);
    await port.read();
    expect(host.statistics.syncs).toBe(2);
    await port.apply(mark);
    expect(host.statistics.syncs).toBe(4);
  });

  it('one per 2 MB beyond, and no message larger than the web takes', async () => {
    const { host, port, book } = await openBook();
    await port.apply([{ kind: 'laySheet', sheet: large, after: null }]);
    const bytes = host.statistics.requestBytes;
    expect(bytes).toBeGreaterThan(3_000_000);
    expect(host.statistics.syncs).toBeLessThanOrEqual(2 + Math.ceil(bytes / 2_000_000));
    expect(host.statistics.largestRequest).toBeLessThan(2_100_000);

    host.resetStatistics();
    const progress: number[] = [];
    const content = await port.read({ onProgress: ({ stage, done, total }) => progress.push(stage === 'read' ? done / total : -1) });
    expect(content.sheets.find(({ name }) => name === '大表')?.values).toEqual(large.blocks[0]?.content);
    expect(host.statistics.syncs).toBeLessThanOrEqual(3 + Math.ceil(host.statistics.responseBytes / 2_000_000));
    expect(host.statistics.largestResponse).toBeLessThan(5_000_000);
    expect(progress.at(-1)).toBe(1);
    expect([...progress].sort((a, b) => a - b)).toEqual(progress);
    expect(book.sheets).toHaveLength(2);
  }, 60_000);

  it('reads only the sheets that are asked for', async () => {
    const { port } = await openBook(features);
    expect((await port.read({ sheets: ['汇总', '没有'] })).sheets.map(({ name }) => name)).toEqual(['汇总']);
  });
});

describe('stopping', () => {
  it('before anything is written leaves the workbook as it was', async () => {
    const { book, port } = await openBook(workbookOf(sheetOf({ name: '表' })));
    await expect(port.apply(generate, { isCancelled: () => true })).rejects.toMatchObject({ name: 'CancelledError' });
    expect(book.sheets.map(({ name }) => name)).toEqual(['表']);
  });

  it('once sheets are being laid waits for all of them', async () => {
    const { book, port } = await openBook();
    let isWriting = false;
    await port.apply([{ kind: 'laySheet', sheet: large, after: null }], {
      isCancelled: () => isWriting,
      onProgress: ({ stage, done }) => (isWriting = stage === 'write' && done > 0),
    });
    expect(book.findSheet('大表')?.valueAt(1_999, 19)).toMatch(/^第1999行/);
  }, 60_000);

  it('while reading ends the reading', async () => {
    const { port } = await openBook(workbookOf(large));
    let asked = 0;
    await expect(port.read({ isCancelled: () => ++asked > 2 })).rejects.toMatchObject({ name: 'CancelledError' });
  });
});

test('long texts in every sheet are read in smaller parts where one answer would be too large', async () => {
  const long = '关于未开工原因的说明。'.repeat(300);
  const sheets = ['甲', '乙', '丙'].map((name) =>
    sheetOf({ name, blocks: [{ row: 0, column: 0, content: Array.from({ length: 150 }, () => [long, 1, long]) }] }),
  );
  const { host, port } = await openBook(workbookOf(...sheets));
  const content = await port.read();
  expect(content.sheets.map(({ values }) => values.length)).toEqual([150, 150, 150]);
  expect(content.sheets[2]?.values[149]).toEqual([long, 1, long]);
  expect(host.statistics.largestResponse).toBeGreaterThan(5_000_000);
});
