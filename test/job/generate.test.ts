import fc from 'fast-check';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { toSerial } from '../../src/plan/day';
import { checkWorkbook, judgeWorkbook } from '../../src/job/check';
import { generateWorkbook, restoreBackup } from '../../src/job/generate';
import { inspectWorkbook } from '../../src/job/inspect';
import { createMemoryPort, type MemoryPort } from '../../src/job/memory-port';
import { CancelledError, type WorkbookPort } from '../../src/job/port';
import { recogniseWorkbook } from '../../src/job/recognise';
import { WorkbookError } from '../../src/job/workbook-error';
import type { Value } from '../../src/list/list';
import { listsOf } from '../../src/list/registry';
import type { WorkbookModel } from '../../src/sheet/model';
import { sheetOf } from '../sheet/small-model';
import { deleteSheet, findSheet, insertColumn, insertRows, renameSheet, withSheet } from './mishap';
import { makeSurroundings, newWorkbook } from './workbook';

const around = makeSurroundings();
const city = { plan, scope: { kind: 'city' } } as const;

/** What stands in a list by now. */
async function entriesOf(port: MemoryPort, list: string) {
  return recogniseWorkbook(await port.read(), [plan], around).reading.entries.lists[list]!;
}

async function again(model: WorkbookModel): Promise<MemoryPort> {
  const port = createMemoryPort(model);
  await generateWorkbook(port, city, around);
  return port;
}

const tab5 = '5 未开工项目';

describe('生成 in an empty workbook', () => {
  it('lays out 说明, 汇总, nine lists, two ledgers, 校验结果 and the hidden sheet, and shows 说明', async () => {
    const model = (await newWorkbook({})).model();
    expect(model.sheets.map(({ name }) => name)).toEqual([
      '说明',
      '汇总',
      ...listsOf(plan).map((list) => list.sheetName),
      '校验结果',
      '_数据',
    ]);
    expect(model.sheets.map(({ visibility }) => visibility).filter((visibility) => visibility !== 'visible')).toEqual(['veryHidden']);
    expect(model.activeSheet).toBe('说明');
  });

  it("gives a unit its own lists: 市本级 has no lists 1 and 3 and no ledger B", async () => {
    const names = (await newWorkbook({ scope: { kind: 'unit', unit: 'shibenji' } })).model().sheets.map(({ name }) => name);
    expect(names).not.toContain('1 投资目标任务');
    expect(names).not.toContain('3 招商引资目标任务');
    expect(names).not.toContain('B 招商项目台账');
    expect(names).toContain('2 项目储备目标任务');
  });

  it('takes today as 统计截止日 inside the period, the end of the period after it', async () => {
    const inside = await judgeWorkbook(await newWorkbook({}), [plan], around);
    expect(inside.entries.asOf).toBe(toSerial('2023-12-05'));
    const late = { ...around, now: () => Date.UTC(2025, 0, 1) };
    const port = createMemoryPort({ sheets: [], names: [], activeSheet: '' });
    await generateWorkbook(port, city, late);
    expect((await judgeWorkbook(port, [plan], late)).entries.asOf).toBe(toSerial(plan.period.end));
  });

  it("leaves the user's own sheets alone, also those that are called like ours", async () => {
    const own = sheetOf({ name: '汇总', blocks: [{ row: 0, column: 0, content: [['我的汇总']] }] });
    const form = sheetOf({ name: tab5, blocks: [{ row: 0, column: 0, content: [['手工台账']] }] });
    const before = { sheets: [own, form], names: [], activeSheet: '汇总' };
    const port = await newWorkbook({ model: before });
    expect(findSheet(port.model(), '汇总')).toEqual(own);
    expect(findSheet(port.model(), tab5)).toEqual(form);
    expect(findSheet(port.model(), `${tab5} (2)`).tables[0]?.name).toBe('t5_list');
    await checkWorkbook(port, [plan], around);
    await generateWorkbook(port, city, around);
    expect(findSheet(port.model(), '汇总')).toEqual(own);
    expect(findSheet(port.model(), tab5)).toEqual(form);
    expect(port.model().sheets.filter(({ name }) => name.startsWith('汇总'))).toHaveLength(2);
  });

  it('writes nothing when it is cancelled', async () => {
    const port = createMemoryPort({ sheets: [], names: [], activeSheet: '' });
    await expect(generateWorkbook(port, city, around, { isCancelled: () => true })).rejects.toThrow(CancelledError);
    expect(port.model().sheets).toEqual([]);
  });

  it('reports its progress', async () => {
    const stages = new Set<string>();
    const port = createMemoryPort({ sheets: [], names: [], activeSheet: '' });
    await generateWorkbook(port, city, around, { onProgress: ({ stage }) => stages.add(stage) });
    expect([...stages]).toEqual(['read', 'write']);
  });
});

describe('生成 again', () => {
  let clean: WorkbookModel;
  beforeAll(async () => {
    clean = (await newWorkbook({ sample: { kind: 'mistakes', seed: 5 }, asOf: toSerial('2023-12-25') })).model();
  });

  it('changes nothing in a workbook that nobody touched', async () => {
    const after = (await again(clean)).model();
    expect(after).toEqual(clean);
  });

  it('clears the marks of the last check together with 校验结果, and says that there was no check since', async () => {
    const port = createMemoryPort(clean);
    await checkWorkbook(port, [plan], around);
    const marks = async () => ((await entriesOf(port, '5')).values['mark'] ?? []).filter((mark) => mark !== null);
    expect(await marks()).not.toHaveLength(0);
    expect(await inspectWorkbook(port, [plan])).toMatchObject({ lastCheck: '2023-12-05 09:05' });
    await generateWorkbook(port, city, around);
    expect(await marks()).toEqual([]);
    expect(await inspectWorkbook(port, [plan])).toMatchObject({ lastCheck: null });
    expect(cellAt(port.model(), '校验结果', 1, 0)).toMatch(/^尚未校验/);
  });

  it('keeps tabs that were renamed and moved, and sheets of the user’s between them', async () => {
    let model = renameSheet(clean, tab5, '未开工（12月）');
    model = renameSheet(model, '汇总', '汇总表');
    const moved = findSheet(model, '未开工（12月）');
    model = { ...model, sheets: [moved, sheetOf({ name: '备忘', blocks: [{ row: 0, column: 0, content: [['x']] }] }), ...model.sheets.filter((sheet) => sheet !== moved)] };
    const after = (await again(model)).model();
    expect(after.sheets.map(({ name }) => name)).toEqual(model.sheets.map(({ name }) => name));
    expect(findSheet(after, '备忘')).toEqual(findSheet(model, '备忘'));
    expect(findSheet(after, '未开工（12月）').blocks).toEqual(findSheet(clean, tab5).blocks);
  });

  it('keeps values that are wrong, very long, or begin with =', async () => {
    const port = createMemoryPort(clean);
    const { firstRow, at } = await entriesOf(port, '5');
    const odd: [string, Value][] = [
      ['totalInvestment', '两千万'],
      ['plannedStart', '2023.13.45'],
      ['developer', '=不是公式'],
      ['content', '长'.repeat(20_000)],
      ['phone', true],
      ['unit', '火星'],
      ['responsibleUnit', '+SUM(A1)'],
    ];
    odd.forEach(([key, value], row) => port.edit(tab5, firstRow + row, at[key]!, [[value]]));
    await generateWorkbook(port, city, around);
    const after = await entriesOf(port, '5');
    expect(odd.map(([key], row) => after.values[key]![row])).toEqual(odd.map(([, value]) => value));
  });

  it('keeps 行标识 of every row, gives one to rows that have none', async () => {
    const port = createMemoryPort(clean);
    const before = await entriesOf(port, '4');
    const row = before.values['projectName']!.indexOf(null);
    port.edit('4 副市长包保重点项目', before.firstRow + row, before.at['projectName']!, [['新项目']]);
    await generateWorkbook(port, city, around);
    const after = await entriesOf(port, '4');
    const known = before.values['identity']!.slice(0, row);
    expect(after.values['identity']!.slice(0, row)).toEqual(known);
    expect(after.values['identity']![row]).toMatch(/^4-[0-9A-Z]{26}$/);
  });

  it('keeps rows in the order in which the user sorted them, and rows inserted above the header go without a trace', async () => {
    const at = findSheet(clean, tab5).tables[0]!.area;
    const shifted = insertRows(clean, tab5, 2, 3);
    const port = createMemoryPort(shifted);
    const rows = (await entriesOf(port, '5')).rowCount;
    expect(findSheet(shifted, tab5).tables[0]!.area.row).toBe(at.row + 3);
    await generateWorkbook(port, city, around);
    expect(findSheet(port.model(), tab5).tables[0]!.area).toEqual(at);
    expect((await entriesOf(port, '5')).rowCount).toBe(rows);
    expect(findSheet(port.model(), tab5).blocks).toEqual(findSheet(clean, tab5).blocks);
  });

  it('keeps columns that the user added, with their formulas, which follow the rows', async () => {
    const widened = insertColumn(clean, tab5, 4, '月报', (row) => (row < 3 ? { formula: `=I${row + 7}*2`, value: 8 } : row === 3 ? '备' : null));
    const shifted = insertRows(widened, tab5, 2, 2);
    expect(cellAt(shifted, tab5, 8, 4)).toEqual({ formula: '=I9*2', value: 8 });
    const port = createMemoryPort(shifted);
    await generateWorkbook(port, city, around);
    expect(findSheet(port.model(), tab5).tables[0]!.headers[4]).toBe('月报');
    expect(cellAt(port.model(), tab5, 6, 4)).toEqual({ formula: '=I7*2', value: 8 });
    expect(cellAt(port.model(), tab5, 9, 4)).toBe('备');
    await generateWorkbook(port, city, around);
    expect(cellAt(port.model(), tab5, 6, 4)).toEqual({ formula: '=I7*2', value: 8 });
  });

  it('keeps formulas that the user typed into cells of ours', async () => {
    const port = createMemoryPort(clean);
    const { firstRow, at } = await entriesOf(port, '5');
    port.edit(tab5, firstRow, at['totalInvestment']!, [[{ formula: '=3000+500', value: 3500 }]]);
    port.edit(tab5, firstRow + 1, at['unit']!, [[{ formula: `=C${firstRow + 1}`, value: '城区' }]]);
    await generateWorkbook(port, city, around);
    expect(cellAt(port.model(), tab5, firstRow, at['totalInvestment']!)).toEqual({ formula: '=3000+500', value: 3500 });
    expect(cellAt(port.model(), tab5, firstRow + 1, at['unit']!)).toEqual({ formula: `=C${firstRow + 1}`, value: '城区' });
  });

  it('keeps the order of columns, and puts a deleted column of ours back in its place', async () => {
    const sheet = findSheet(clean, tab5);
    const keys = listsOf(plan).find(({ key }) => key === '5')!.columns.map(({ header }) => header);
    const reordered = withSheet(clean, tab5, { blocks: swapColumns(sheet.blocks, sheet.tables[0]!.area.row, 6, 7) });
    const port = createMemoryPort(reordered);
    await generateWorkbook(port, city, around);
    const headers = findSheet(port.model(), tab5).tables[0]!.headers;
    expect(headers.slice(5, 8)).toEqual([keys[5], keys[7], keys[6]]);
  });

  it('keeps notes beside, above, left of and below a table, time after time', async () => {
    const { area } = findSheet(clean, tab5).tables[0]!;
    const target = findSheet(clean, '1 投资目标任务').tables[0]!.area;
    let model = insertRows(clean, tab5, 3, 1);
    const port = createMemoryPort(model);
    port.edit(tab5, 3, 2, [['上方说明']]);
    port.edit(tab5, area.row + 4, area.columns + 1, [['旁注', { formula: '=1+1', value: 2 }]]);
    port.edit('1 投资目标任务', target.row + target.rows + 1, 1, [['表下备注']]);
    port.edit('汇总', 150, 3, [['汇总页备注']]);
    for (let time = 0; time < 3; time += 1) {
      await generateWorkbook(port, city, around);
      model = port.model();
      const texts = JSON.stringify(findSheet(model, tab5).blocks);
      expect(texts).toContain('上方说明');
      expect(cellAt(model, tab5, area.row + 3, area.columns + 1)).toBe('旁注');
      expect(cellAt(model, tab5, area.row + 3, area.columns + 2)).toEqual({ formula: '=1+1', value: 2 });
      expect(cellAt(model, '1 投资目标任务', target.row + target.rows + 1, 1)).toBe('表下备注');
      expect(cellAt(model, '汇总', 150, 3)).toBe('汇总页备注');
    }
  });

  it('keeps notes in a column that was inserted left of the table', async () => {
    const sheet = findSheet(clean, tab5);
    const { area } = sheet.tables[0]!;
    const moved = withSheet(clean, tab5, {
      blocks: [
        ...sheet.blocks.map((block) => ({ ...block, column: block.column + 1 })),
        { row: area.row + 2, column: 0, content: [['左注']] },
      ],
      tables: [{ ...sheet.tables[0]!, area: { ...area, column: 1 } }],
    });
    const port = await again(moved);
    expect(findSheet(port.model(), tab5).tables[0]!.area).toEqual(area);
    expect(cellAt(port.model(), tab5, 0, area.columns + 1)).toBe('左注');
  });

  it('takes entries below the table into it', async () => {
    const port = createMemoryPort(clean);
    const { area } = findSheet(clean, tab5).tables[0]!;
    port.edit(tab5, area.row + area.rows + 1, 1, [['表外项目', '城区']]);
    await generateWorkbook(port, city, around);
    const after = await entriesOf(port, '5');
    expect(after.values['projectName']).toContain('表外项目');
    expect((await judgeWorkbook(port, [plan], around)).result.issues.filter(({ code }) => code === 'list/outside-table')).toEqual([]);
  });

  it('keeps the entries where a table was turned into plain cells', async () => {
    const plain = withSheet(clean, tab5, { tables: [] });
    const port = await again(plain);
    expect(findSheet(port.model(), tab5).tables).toEqual(findSheet(clean, tab5).tables);
    expect((await entriesOf(port, '5')).values['projectName']).toEqual((await entriesOf(createMemoryPort(clean), '5')).values['projectName']);
  });

  it('puts 说明 back before the other sheets of ours, behind the user’s own', async () => {
    const own = sheetOf({ name: '备忘', blocks: [{ row: 0, column: 0, content: [['x']] }] });
    const tabs = (model: WorkbookModel) => model.sheets.map(({ name }) => name);
    expect(tabs((await again(deleteSheet(clean, '说明'))).model())).toEqual(tabs(clean));
    const behind = { ...clean, sheets: [own, ...clean.sheets] };
    expect(tabs((await again(deleteSheet(behind, '说明'))).model())).toEqual(tabs(behind));
  });

  it('lays a sheet out again that was deleted, as it was issued, and 说明 too', async () => {
    const port = await again(deleteSheet(deleteSheet(clean, '7 未按序时进度项目'), '说明'));
    const named = plan.namedProjects.filter(({ list }) => list === '7').map(({ name }) => name);
    const entries = await entriesOf(port, '7');
    expect(entries.values['projectName']!.filter((name) => name !== null)).toEqual(named);
    expect(port.model().names.map(({ name }) => name).sort()).toEqual(clean.names.map(({ name }) => name).sort());
  });

  it('keeps everything where the hidden sheet was lost', async () => {
    const lost = deleteSheet(clean, '_数据');
    await expect(checkWorkbook(createMemoryPort(lost), [plan], around)).rejects.toThrow(WorkbookError);
    const port = await again(lost);
    expect(port.model().sheets.map(({ name }) => name).sort()).toEqual(clean.sheets.map(({ name }) => name).sort());
    for (const { sheetName } of listsOf(plan)) expect(findSheet(port.model(), sheetName).blocks).toEqual(findSheet(clean, sheetName).blocks);
    const unit = (await newWorkbook({ scope: { kind: 'unit', unit: 'gaoping' } })).model();
    await expect(again(deleteSheet(unit, '_数据'))).rejects.toThrow('高平市');
  });

  it('refuses another scope, another plan, a sample over entries, with a sentence that says what to do', async () => {
    const port = createMemoryPort(clean);
    const refused = (request: Parameters<typeof generateWorkbook>[1]) => expect(generateWorkbook(port, request, around)).rejects;
    await refused({ plan, scope: { kind: 'unit', unit: 'zezhou' } }).toThrow(/新建一个空白工作簿/);
    await refused({ ...city, plan: { ...plan, id: '晋市政办函2024-40' } }).toThrow(/晋市政办函2023-31/);
    await refused({ ...city, sample: { kind: 'clean', seed: 1 } }).toThrow(/示例数据不会写在上面/);
    expect(port.model()).toBe(clean);
  });

  it('refuses a sample where just one name or one column of the user’s stands', async () => {
    const empty = (await newWorkbook({})).model();
    const sample = { ...city, sample: { kind: 'clean', seed: 1 } } as const;
    const named = createMemoryPort(empty);
    named.edit('4 副市长包保重点项目', 6, 1, [['某项目']]);
    await expect(generateWorkbook(named, sample, around)).rejects.toThrow(WorkbookError);
    const widened = createMemoryPort(insertColumn(empty, tab5, 4, '月报', () => null));
    await expect(generateWorkbook(widened, sample, around)).rejects.toThrow(WorkbookError);
    const untouched = createMemoryPort(empty);
    await generateWorkbook(untouched, sample, around);
    expect((await entriesOf(untouched, '4')).values['projectName']!.filter((name) => name !== null).length).toBeGreaterThan(20);
  });
});

describe('生成 that is interrupted', () => {
  it('leaves a backup from which everything comes back, wherever it stopped', async () => {
    const { area } = findSheet((await newWorkbook({})).model(), tab5).tables[0]!;
    const source = await newWorkbook({ sample: { kind: 'mistakes', seed: 8 }, asOf: toSerial('2023-12-25') });
    source.edit(tab5, area.row + 2, area.columns + 2, [['旁注']]);
    const before = source.model();
    const whole = createMemoryPort(before);
    let count = 0;
    await generateWorkbook(stepwise(whole, () => count++ < 0), city, around);
    const expected = whole.model();
    expect(count).toBeGreaterThan(14);
    for (const stop of [1, 2, 5, 9, count - 2, count - 1]) {
      const port = createMemoryPort(before);
      let done = 0;
      const broken = stepwise(port, () => done++ >= stop);
      await expect(generateWorkbook(broken, city, around)).rejects.toThrow('interrupted');
      expect(await inspectWorkbook(port, [plan])).toMatchObject({ kind: 'ours', hasBackup: true });
      await expect(generateWorkbook(port, city, around)).rejects.toThrow(/恢复/);
      await restoreBackup(port, [plan], around);
      expect(port.model().sheets).toEqual(expected.sheets);
      expect(await inspectWorkbook(port, [plan])).toMatchObject({ hasBackup: false });
    }
  });

  it('writes the backup before anything else and drops it last', async () => {
    const port = await newWorkbook({});
    const kinds: string[] = [];
    await generateWorkbook(
      { ...port, apply: async (changes, options) => (kinds.push(...changes.map((change) => ('sheet' in change ? `${change.kind} ${typeof change.sheet === 'string' ? change.sheet : change.sheet.name}` : change.kind))), port.apply(changes, options)) },
      city,
      around,
    );
    expect(kinds[0]).toBe('laySheet _备份');
    expect(kinds[kinds.length - 1]).toBe('removeSheet _备份');
  });

  it('says so where there is no backup, or where it cannot be read', async () => {
    const port = await newWorkbook({});
    await expect(restoreBackup(port, [plan], around)).rejects.toThrow(/没有找到需要恢复的备份/);
    const broken = createMemoryPort({ ...port.model(), sheets: [...port.model().sheets, sheetOf({ name: '_备份', blocks: [{ row: 0, column: 0, content: [['|2'], ['|{}']] }] })] });
    await expect(restoreBackup(broken, [plan], around)).rejects.toThrow(/无法识别/);
  });
});

describe('whatever stands in the cells', () => {
  it('is there after 生成, at its place', async () => {
    const base = (await newWorkbook({})).model();
    const list = listsOf(plan).find(({ key }) => key === '6')!;
    const entry = list.columns.filter(({ role }) => role === 'entry');
    const cell = fc.oneof(fc.string(), fc.double({ noNaN: true, noDefaultInfinity: true }), fc.boolean(), fc.constantFrom('=A1', '泽州县', '#REF!', '  ', '—'));
    const edit = fc.tuple(fc.integer({ min: 0, max: 20 }), fc.integer({ min: 0, max: entry.length - 1 }), cell);
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { maxLength: 30 }), async (edits) => {
        const port = createMemoryPort(base);
        const { firstRow, at } = await entriesOf(port, '6');
        for (const [row, column, value] of edits) port.edit(list.sheetName, firstRow + row, at[entry[column]!.key]!, [[value]]);
        const before = (await entriesOf(port, '6')).values;
        await generateWorkbook(port, city, around);
        const after = (await entriesOf(port, '6')).values;
        for (const { key } of entry) expect(after[key]).toEqual(before[key]);
      }),
      { numRuns: 12 },
    );
  });
});

/** A port that carries changes out one by one and can break between two of them, as Excel can. */
function stepwise(port: WorkbookPort, breaks: () => boolean): WorkbookPort {
  return {
    ...port,
    async apply(changes, options) {
      for (const change of changes) {
        if (breaks()) throw new Error('interrupted');
        await port.apply([change], options);
      }
    },
  };
}

function cellAt(model: WorkbookModel, name: string, row: number, column: number) {
  const sheet = findSheet(model, name);
  for (const block of [...sheet.blocks].reverse()) {
    const cell = block.content[row - block.row]?.[column - block.column];
    if (cell !== undefined) return cell;
  }
  return null;
}

function swapColumns(blocks: WorkbookModel['sheets'][number]['blocks'], from: number, a: number, b: number) {
  return blocks.map((block) =>
    block.row < from
      ? block
      : {
          ...block,
          content: block.content.map((cells) =>
            cells.map((cell, at) => (at === a ? cells[b]! : at === b ? cells[a]! : cell)),
          ),
        },
  );
}
