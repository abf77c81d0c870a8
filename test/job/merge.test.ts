import fc from 'fast-check';
import { decideConflicts, type Decisions } from '../../src/exchange/proposal';
import { checkWorkbook, judgeWorkbook } from '../../src/job/check';
import { generateWorkbook, restoreBackup } from '../../src/job/generate';
import { inspectWorkbook } from '../../src/job/inspect';
import { createMemoryPort, type MemoryPort } from '../../src/job/memory-port';
import { mergeFiles, type MergeResult } from '../../src/job/merge';
import { HostError, type HostFault, type WorkbookPort } from '../../src/job/port';
import { previewMerge } from '../../src/job/preview-merge';
import type { ReturnedFile } from '../../src/job/recognise-return';
import { rowTraces } from '../../src/job/row-trace';
import { takeBack } from '../../src/job/undo';
import { listsOf } from '../../src/list/registry';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { contentOf, contentOfSheet } from '../../src/sheet/content-of';
import type { WorkbookModel } from '../../src/sheet/model';
import { sheetOf } from '../sheet/small-model';
import { around, cellOf, cityOffice, opened, project, readKnown, returned, rowOf, split, type } from './exchange-office';
import { faultyPort } from './faulty-port';
import { findSheet, insertColumn, renameSheet, withSheet } from './mishap';
import { halfFilled, newWorkbook } from './workbook';

const tab5 = '5 未开工项目';

async function merge(city: MemoryPort, files: readonly ReturnedFile[], decisions: Decisions | 'city' | 'unit' = {}): Promise<MergeResult> {
  const preview = await previewMerge(city, files, [plan], around);
  const decided = typeof decisions === 'string' ? Object.assign({}, ...preview.proposals.map((each) => decideConflicts(each, decisions))) : decisions;
  return mergeFiles(city, preview, decided, around);
}

/** 撤销本次汇总, as the pane asks for it: of a workbook that it has judged. */
async function takeMergeBack(city: MemoryPort, result: MergeResult, through: WorkbookPort = city): Promise<void> {
  await takeBack(through, await judgeWorkbook(city, [plan], around), result, around);
}

/** All that anybody entered, list by list. */
async function entered(port: MemoryPort): Promise<unknown> {
  const { readings } = (await readKnown(port)).reading;
  return listsOf(plan).map((list) => rowTraces(list, readings[list.key]!.rows));
}

const judged = async (city: MemoryPort, file: ReturnedFile) => (await previewMerge(city, [file], [plan], around)).files[0]!;

describe('汇总', () => {
  let start: WorkbookModel;
  let sentBy: Awaited<ReturnType<typeof split>>;
  /** The city workbook after a split, and 泽州县's file, both untouched. */
  const begin = (): [MemoryPort, MemoryPort] => [createMemoryPort(start), opened(sentBy, 'zezhou')];
  beforeAll(async () => {
    const port = await cityOffice();
    sentBy = await split(port);
    start = port.model();
  });

  it('changes nothing where all files come back as they were sent, and records that they came', async () => {
    const [city] = begin();
    const before = await entered(city);
    const result = await merge(city, sentBy.files.map(({ model, fileName }) => returned(model, fileName)));
    expect(result).toMatchObject({ changed: false, undecided: 0 });
    expect(await entered(city)).toEqual(before);
    const { exchanges } = (await readKnown(city)).reading.entries;
    expect(exchanges.map(({ kind }) => kind)).toEqual([...Array(8).fill('split'), ...Array(8).fill('merge')]);
  });

  it('takes what the unit changed, keeps what the city changed, and lets a person choose where both did', async () => {
    const [city, unit] = begin();
    await type(unit, '5', await rowOf(unit, '5', '甲项目'), { responsiblePerson: '李新', totalInvestment: 20_000, remark: '单位备注' });
    await type(city, '5', await rowOf(city, '5', '甲项目'), { totalInvestment: 30_000, developer: '市里改的公司' });
    const file = returned(unit.model(), 'zz.xlsx');
    const preview = await previewMerge(city, [file], [plan], around);
    expect(preview.proposals[0]!.lists.find(({ list }) => list === '5')).toMatchObject({ changed: [{ name: '甲项目' }], conflicting: [{ kind: 'cell', cell: { base: 10_001, city: 30_000, returned: 20_000 } }] });
    for (const [decision, total] of [['unit', 20_000], ['city', 30_000], [{}, 30_000]] as const) {
      const port = createMemoryPort(city.model());
      const result = await merge(port, [file], decision);
      expect(result.undecided).toBe(typeof decision === 'string' ? 0 : 1);
      const cell = (column: string) => cellOf(port, '5', '甲项目', column);
      expect([await cell('responsiblePerson'), await cell('remark'), await cell('developer'), await cell('totalInvestment')]).toEqual(['李新', '单位备注', '市里改的公司', total]);
    }
  });

  it('records when, which file, whose, how many, and each decision in words', async () => {
    const [city, unit] = begin();
    await type(unit, '5', await rowOf(unit, '5', '甲项目'), { totalInvestment: 20_000 });
    await type(city, '5', await rowOf(city, '5', '甲项目'), { totalInvestment: 30_000 });
    await merge(city, [returned(unit.model(), '泽州返回.xlsx', 'abc')], 'unit');
    const { exchanges } = (await readKnown(city)).reading.entries;
    expect(exchanges.at(-1)).toEqual({
      kind: 'merge',
      at: '2023-12-05 09:05',
      unit: 'zezhou',
      batch: sentBy.batch,
      file: '泽州返回.xlsx',
      fingerprint: 'abc',
      counts: { added: 0, changed: 1, deleted: 0, conflicting: 0, refused: 0 },
      decisions: ['《5 未开工项目》“甲项目”的“总投资（万元）”按单位：20,000（市级原为：30,000）'],
    });
    const lines = contentOfSheet(findSheet(city.model(), '交换记录')).values;
    expect(lines.at(-1)!.slice(2)).toEqual(['汇总', '泽州县', '泽州返回.xlsx', sentBy.batch.slice(-6), 0, 1, 0, 0, 0, exchanges.at(-1)!.decisions[0]]);
  });

  it('does not double anything when the same file comes again, and says that it came before', async () => {
    const [city, unit] = begin();
    const row = (await rowOf(unit, '5', '丙项目')) + 1;
    await type(unit, '5', row, { ...project('新项目', '泽州县', 8), unit: null });
    const file = returned(unit.model(), '泽州.xlsx');
    expect(await merge(city, [file])).toMatchObject({ changed: true, counts: { zezhou: { added: 1 } } });
    const after = city.model();
    expect((await judged(city, file)).sentences).toContain('这个文件 2023-12-05 09:05 已经汇总过，再汇总一次没有任何变化。');
    expect(await merge(city, [file])).toMatchObject({ changed: false });
    expect(city.model()).toBe(after);
  });

  it('puts new rows below the last, moving none: own columns, typed formulas, notes beside the table and references stay right', async () => {
    const [plain, unit] = begin();
    const city = createMemoryPort(insertColumn(plain.model(), tab5, 3, '自编号', (row) => (row < 3 ? `N${row}` : null)));
    const row = await rowOf(city, '5', '乙项目');
    const { firstRow, at } = (await readKnown(city)).reading.entries.lists['5']!;
    const right = Math.max(...Object.values(at)) + 2;
    city.edit(tab5, firstRow + row, at['totalInvestment']!, [[{ formula: `=A${firstRow + row + 1}+1`, value: 5 }]]);
    city.edit(tab5, firstRow + row, right, [['已电话核实']]);
    await type(unit, '5', (await rowOf(unit, '5', '丙项目')) + 2, { ...project('新项目', '泽州县', 8), unit: null });
    await merge(city, [returned(unit.model(), '泽州.xlsx')]);
    expect(await rowOf(city, '5', '乙项目')).toBe(row);
    expect(await rowOf(city, '5', '新项目')).toBe((await rowOf(city, '5', '丙项目')) + 1);
    expect(await cellOf(city, '5', '新项目', 'unit')).toBe('泽州县');
    expect(await cellOf(city, '5', '新项目', 'identity')).toMatch(/^5-[0-9A-Z]{26}$/);
    const sheet = contentOfSheet(findSheet(city.model(), tab5));
    expect(sheet.formulas[firstRow + row]![at['totalInvestment']!]).toBe(`=A${firstRow + row + 1}+1`);
    expect(sheet.values[firstRow + row]![right]).toBe('已电话核实');
    expect((await readKnown(city)).reading.entries.lists['5']!.userColumns[0]!.values.slice(0, 4)).toEqual(['N0', 'N1', 'N2', null]);
    expect((await readKnown(city)).reading.entries.findings.map(({ kind }) => kind).filter((kind) => kind !== 'cityFigure')).toEqual(['outsideTable']);
  });

  it('leaves the city office’s own formats, widths and filters as they are, and so does 撤销', async () => {
    const [plain, unit] = begin();
    const own = { area: { row: 8, column: 1, rows: 3, columns: 4 }, style: { fill: '#FFFF00', bold: true } } as const;
    const sheet = findSheet(plain.model(), tab5);
    const columnWidths = sheet.columnWidths.map((each) => ({ ...each, width: each.width + 7 }));
    const city = createMemoryPort(withSheet(plain.model(), tab5, { styles: [...sheet.styles, own], columnWidths }));
    await type(unit, '5', await rowOf(unit, '5', '甲项目'), { responsiblePerson: '李新' });
    await type(unit, '5', (await rowOf(unit, '5', '丙项目')) + 1, { ...project('新项目', '泽州县', 8), unit: null });
    const expectOwn = () => {
      const now = findSheet(city.model(), tab5);
      expect(now.columnWidths).toEqual(columnWidths);
      const later = now.styles.slice(now.styles.findIndex(({ area, style }) => style.fill === '#FFFF00' && area.row === 8) + 1);
      expect(now.styles).toContainEqual(own);
      expect(later.every(({ style }) => Object.keys(style).join() === 'numberFormat')).toBe(true);
    };
    const result = await merge(city, [returned(unit.model(), '泽州.xlsx')]);
    expect(await rowOf(city, '5', '新项目')).toBeGreaterThan(0);
    expectOwn();
    await takeMergeBack(city, result);
    expect(await rowOf(city, '5', '新项目')).toBe(-1);
    expectOwn();
  });

  it('a value taken from a unit ends the formula that the city had typed there', async () => {
    const [city, unit] = begin();
    const { firstRow, at } = (await readKnown(city)).reading.entries.lists['5']!;
    const row = await rowOf(city, '5', '甲项目');
    city.edit(tab5, firstRow + row, at['totalInvestment']!, [[{ formula: '=5000*2+1', value: 10_001 }]]);
    await type(unit, '5', await rowOf(unit, '5', '甲项目'), { totalInvestment: 20_000 });
    await merge(city, [returned(unit.model(), '泽州.xlsx')]);
    const sheet = contentOfSheet(findSheet(city.model(), tab5));
    expect([sheet.values[firstRow + row]![at['totalInvestment']!], sheet.formulas[firstRow + row]![at['totalInvestment']!]]).toEqual([20_000, null]);
  });

  it('keeps a row that the unit deleted unless somebody decides for it', async () => {
    const [city, unit] = begin();
    const row = await rowOf(unit, '5', '甲项目');
    const cleared = Object.fromEntries(Object.keys(project('', '', 1)).concat('identity').map((key) => [key, null]));
    await type(unit, '5', row, cleared);
    const file = returned(unit.model(), '泽州.xlsx');
    const preview = await previewMerge(city, [file], [plan], around);
    const [deleted] = preview.proposals[0]!.lists.find(({ list }) => list === '5')!.deleted;
    expect(deleted).toMatchObject({ name: '甲项目' });
    const kept = createMemoryPort(city.model());
    expect(await merge(kept, [file])).toMatchObject({ changed: false });
    expect(await rowOf(kept, '5', '甲项目')).toBeGreaterThan(0);
    const place = await rowOf(city, '5', '甲项目');
    const below = await rowOf(city, '5', '乙项目');
    await merge(city, [file], { [deleted!.id]: 'unit' });
    expect(await rowOf(city, '5', '甲项目')).toBe(-1);
    expect(await rowOf(city, '5', '乙项目')).toBe(below);
    expect((await readKnown(city)).reading.entries.lists['5']!.values['identity']![place]).toBeNull();
  });

  it('of two files of one unit the later saved counts, and says how far they differ and how what each was filled in with comes together', async () => {
    const [city, unit] = begin();
    const colleague = opened(sentBy, 'zezhou');
    await type(colleague, '5', await rowOf(colleague, '5', '丙项目'), { remark: '另一个科室填的' });
    const early = returned(colleague.model(), '早.xlsx', 'e', 1);
    await type(unit, '5', await rowOf(unit, '5', '甲项目'), { responsiblePerson: '李新' });
    const late = returned(unit.model(), '晚.xlsx', 'l', 2);
    const preview = await previewMerge(city, [early, late], [plan], around);
    expect(preview.files.map(({ state }) => state)).toEqual(['superseded', 'proposed']);
    expect(preview.files[0]!.sentences).toEqual([
      '同一单位的“晚.xlsx”保存时间更晚，以它为准，这个文件没有采用。两个文件有 2 行不同，请核对；如果两个文件各填了一部分，汇总之后请再单独选这个文件汇总一次，不会重复。',
    ]);
    await merge(city, [early, late]);
    expect(await merge(city, [early])).toMatchObject({ changed: true, undecided: 0 });
    expect([await cellOf(city, '5', '甲项目', 'responsiblePerson'), await cellOf(city, '5', '丙项目', 'remark')]).toEqual(['李新', '另一个科室填的']);
  });

  it('recognises a file that was sorted, renamed and lost its hidden sheet by its headers and rows, and merges it two ways', async () => {
    const [city, unit] = begin();
    await type(unit, '5', await rowOf(unit, '5', '甲项目'), { responsiblePerson: '李新' });
    const model = renameSheet(unit.model(), tab5, '表五');
    const bare = { ...model, sheets: model.sheets.filter(({ name }) => name === '表五').map((sheet) => ({ ...sheet, tables: [] })) };
    const preview = await previewMerge(city, [returned(bare, '手工.xlsx')], [plan], around);
    expect(preview.files[0]).toMatchObject({ unit: 'zezhou', state: 'proposed' });
    expect(preview.files[0]!.sentences.join('')).toContain('没有分发时的底稿');
    expect(preview.proposals[0]).toMatchObject({ ways: 'two' });
    expect(preview.proposals[0]!.lists.find(({ list }) => list === '5')!.conflicting).toMatchObject([{ name: '甲项目', cell: { column: 'responsiblePerson' } }]);
  });

  it.each([
    ['a workbook of anybody', (): WorkbookModel => ({ sheets: [sheetOf({ name: 'Sheet1', blocks: [{ row: 0, column: 0, content: [['通讯录', '电话']] }] })], names: [], activeSheet: 'Sheet1' }), /没有认出“九张清单”的任何一张表，/],
    [
      'a list of its own make, naming the nearest',
      (): WorkbookModel => ({ sheets: [sheetOf({ name: 'Sheet1', blocks: [{ row: 2, column: 0, content: [['问题编号', '项目名称', '项目代码', '县（市、区）', '问题描述', '问题类别']] }] })], names: [], activeSheet: 'Sheet1' }),
      /工作表“Sheet1”第 3 行与《8 问题困难交办》最相近，但缺少表头“问题等级”/,
    ],
    ['the city workbook itself', () => start, /是市级工作簿，不是单位返回的文件/],
    [
      'a file of another notice',
      () => withPlanId(opened(sentBy, 'zezhou').model(), '晋市政办函2024-40'),
      /依据的文件是“晋市政办函2024-40”，应为“晋市政办函2023-31”/,
    ],
  ])('refuses %s with the reason', async (_, make, sentence) => {
    const [city] = begin();
    const file = await judged(city, returned(make(), 'x.xlsx'));
    expect(file.state).toBe('refused');
    expect(file.sentences[0]).toMatch(sentence);
    expect(await merge(city, [returned(make(), 'x.xlsx')])).toMatchObject({ changed: false, counts: {} });
    expect(city.model()).toBe(start);
  });

  it('refuses where the workbook was edited after the preview, and in a unit’s own workbook', async () => {
    const [city, unit] = begin();
    await type(unit, '5', await rowOf(unit, '5', '甲项目'), { responsiblePerson: '李新' });
    const preview = await previewMerge(city, [returned(unit.model(), '泽州.xlsx')], [plan], around);
    await type(city, '5', await rowOf(city, '5', '乙项目'), { responsiblePerson: '王改' });
    const before = city.model();
    await expect(mergeFiles(city, preview, {}, around)).rejects.toThrow(/预览之后工作簿又有改动/);
    expect(city.model()).toBe(before);
    await expect(previewMerge(unit, [], [plan], around)).rejects.toThrow(/当前工作簿是一个单位的/);
  });

  it('goes into the sheet as it is called by now, and makes no second one', async () => {
    const [city, zezhou] = begin();
    await type(zezhou, '5', await rowOf(zezhou, '5', '甲项目'), { responsiblePerson: '李新' });
    const preview = await previewMerge(city, [returned(zezhou.model(), '泽州县.xlsx')], [plan], around);
    const renamed = createMemoryPort(renameSheet(city.model(), tab5, '五、未开工'));
    await mergeFiles(renamed, preview, {}, around);
    expect(renamed.model().sheets.map(({ name }) => name)).toEqual(city.model().sheets.map(({ name }) => (name === tab5 ? '五、未开工' : name)));
    expect(await cellOf(renamed, '5', '甲项目', 'responsiblePerson')).toBe('李新');
  });

  it('interrupted while writing: 恢复 brings back what stood before', async () => {
    const [city, unit] = begin();
    await type(unit, '5', await rowOf(unit, '5', '甲项目'), { responsiblePerson: '李新' });
    const before = await entered(city);
    const dying: MemoryPort = {
      ...city,
      apply: async (changes) => {
        await city.apply(changes.slice(0, 6));
        throw new HostError('unavailable', 'Excel went away');
      },
    };
    await expect(merge(dying, [returned(unit.model(), '泽州.xlsx')])).rejects.toThrow(HostError);
    expect(await inspectWorkbook(city, [plan])).toMatchObject({ hasBackup: true });
    await expect(previewMerge(city, [], [plan], around)).rejects.toThrow(/恢复/);
    await restoreBackup(city, [plan], around);
    expect(await entered(city)).toEqual(before);
    expect((await readKnown(city)).reading.entries.exchanges.every(({ kind }) => kind === 'split')).toBe(true);
  });

  it.each<HostFault>(['unanswered', 'unknown'])('is not done twice where its answer was lost (%s) and the user tries again', async (fault) => {
    const [city, unit] = begin();
    await type(unit, '5', await rowOf(unit, '5', '甲项目'), { responsiblePerson: '李新' });
    const before = await entered(city);
    const preview = await previewMerge(city, [returned(unit.model(), '泽州.xlsx')], [plan], around);
    await expect(mergeFiles(faultyPort(city, { kind: 'lost', fault }), preview, {}, around)).rejects.toBeInstanceOf(HostError);
    // Where it can be read again, it is as it was.
    if (fault === 'unknown') expect(await entered(city)).toEqual(before);
    const result = await mergeFiles(city, preview, {}, around);
    expect(result.changed).toBe(true);
    expect(await cellOf(city, '5', '甲项目', 'responsiblePerson')).toBe('李新');
    expect((await readKnown(city)).reading.entries.exchanges.filter(({ kind }) => kind === 'merge')).toHaveLength(1);
    await takeMergeBack(city, result);
    expect(await entered(city)).toEqual(before);
  });

  it('keeps what another author typed while it was written, and asks to look at it again', async () => {
    const [city, unit] = begin();
    await type(unit, '5', await rowOf(unit, '5', '甲项目'), { responsiblePerson: '李新' });
    const preview = await previewMerge(city, [returned(unit.model(), '泽州.xlsx')], [plan], around);
    const { sheetName, firstRow, at } = (await readKnown(city)).reading.entries.lists['5']!;
    const row = await rowOf(city, '5', '甲项目');
    const type5 = (other: MemoryPort) => other.edit(sheetName, firstRow + row, at['responsiblePerson']!, [['王改']]);
    await expect(mergeFiles(faultyPort(city, { kind: 'edited', edit: type5 }), preview, {}, around)).rejects.toThrow(/预览之后工作簿又有改动/);
    expect(await cellOf(city, '5', '甲项目', 'responsiblePerson')).toBe('王改');
    expect((await readKnown(city)).reading.entries.exchanges.every(({ kind }) => kind === 'split')).toBe(true);
    expect(await inspectWorkbook(city, [plan])).toMatchObject({ hasBackup: false });
  });

  describe('撤销本次汇总', () => {
    async function merged() {
      const [city, unit] = begin();
      await type(unit, '5', await rowOf(unit, '5', '甲项目'), { responsiblePerson: '李新' });
      await type(unit, '5', (await rowOf(unit, '5', '丙项目')) + 1, { ...project('新项目', '泽州县', 8), unit: null });
      const before = await entered(city);
      const file = returned(unit.model(), '泽州.xlsx');
      return { city, before, file, result: await merge(city, [file]) };
    }

    it('brings back every row, notes it in 交换记录, and works once', async () => {
      const { city, before, file, result } = await merged();
      await takeMergeBack(city, result);
      expect(await entered(city)).toEqual(before);
      const { exchanges } = (await readKnown(city)).reading.entries;
      expect(exchanges.at(-1)).toMatchObject({ kind: 'undo', unit: 'zezhou', fingerprint: file.fingerprint, decisions: [expect.stringMatching(/^撤销 2023-12-05 09:\d\d 的汇总，恢复汇总前的内容$/)] });
      await expect(takeMergeBack(city, result)).rejects.toThrow(/已经撤销过/);
      expect((await judged(city, file)).sentences.join('')).not.toContain('汇总过');
      expect(await merge(city, [file])).toMatchObject({ changed: true });
    });

    it('keeps what was entered in other lists since, and a check or 生成 in between does not matter', async () => {
      const { city, result } = await merged();
      await type(city, '8', 1, { problemNumber: 'X-9', projectName: '之后填的', unit: '高平市' });
      await checkWorkbook(city, [plan], around);
      await generateWorkbook(city, { plan, scope: { kind: 'city' } }, around);
      await takeMergeBack(city, result);
      expect(await cellOf(city, '5', '甲项目', 'responsiblePerson')).toBe('负责人1号');
      expect(await rowOf(city, '5', '新项目')).toBe(-1);
      expect(await rowOf(city, '8', '之后填的')).toBe(1);
    });

    it('keeps a column that somebody has put into such a list since, and what stood in one before', async () => {
      const [plain, unit] = begin();
      const numbered = createMemoryPort(insertColumn(plain.model(), tab5, 3, '自编号', (row) => (row < 3 ? `N${row}` : null)));
      await type(unit, '5', await rowOf(unit, '5', '甲项目'), { responsiblePerson: '李新' });
      const result = await merge(numbered, [returned(unit.model(), '泽州.xlsx')]);
      const city = createMemoryPort(insertColumn(numbered.model(), tab5, 2, '列1', () => null));
      await takeMergeBack(city, result);
      const { userColumns } = (await readKnown(city)).reading.entries.lists['5']!;
      expect(userColumns.map(({ header, at, values }) => [header, at, values[0]])).toEqual([
        ['列1', 2, null],
        ['自编号', 4, 'N0'],
      ]);
      expect(await cellOf(city, '5', '甲项目', 'responsiblePerson')).toBe('负责人1号');
    });

    it('can be tried again where its answer was lost', async () => {
      const { city, before, result } = await merged();
      await expect(takeMergeBack(city, result, faultyPort(city, { kind: 'lost', fault: 'unanswered' }))).rejects.toBeInstanceOf(HostError);
      await takeMergeBack(city, result);
      expect(await entered(city)).toEqual(before);
      expect((await readKnown(city)).reading.entries.exchanges.filter(({ kind }) => kind === 'undo')).toHaveLength(1);
    });

    it('refuses where a list that the merge changed was edited since, naming it', async () => {
      const { city, result } = await merged();
      await type(city, '5', await rowOf(city, '5', '乙项目'), { responsiblePerson: '王改' });
      const before = city.model();
      await expect(takeMergeBack(city, result)).rejects.toThrow('《5 未开工项目》在汇总之后又有改动');
      expect(city.model()).toBe(before);
    });
  });
});

test('merge(split(w)) = w, also through files, whatever half-filled workbook was sent', async () => {
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 1_000 }), async (seed) => {
      const city = createMemoryPort(halfFilled({ scope: { kind: 'city' }, seed }));
      const sentOut = await split(city);
      const before = await entered(city);
      const result = await merge(city, sentOut.files.map(({ model, fileName }) => returned(model, fileName)));
      expect(result).toMatchObject({ changed: false, undecided: 0 });
      expect(await entered(city)).toEqual(before);
    }),
    { numRuns: 2, seed: 3 },
  );
});

test('a half-filled unit file that comes back into an empty city workbook fills it', async () => {
  const city = await newWorkbook({});
  const sentOut = await split(city, ['gaoping']);
  const unit = opened(sentOut, 'gaoping');
  await type(unit, '5', 30, { ...project('空行之后', '高平市', 1), unit: null });
  await type(unit, '1', 0, { 'fixedAssetInvestment.m10': 12.5 });
  await merge(city, [returned(unit.model(), '高平.xlsx')]);
  expect(await cellOf(city, '5', '空行之后', 'unit')).toBe('高平市');
  const { values } = (await readKnown(city)).reading.entries.lists['1']!;
  expect(values['fixedAssetInvestment.m10']![values['unit']!.indexOf('高平市')]).toBe(12.5);
  expect(contentOf(city.model()).sheets.map(({ name }) => name)).not.toContain('_备份');
});

function withPlanId(model: WorkbookModel, planId: string): WorkbookModel {
  const sheet = findSheet(model, '_数据');
  const blocks = sheet.blocks.map((block) => ({ ...block, content: block.content.map((cells) => cells.map((cell) => (cell === plan.id ? planId : cell))) }));
  return withSheet(model, '_数据', { blocks });
}
