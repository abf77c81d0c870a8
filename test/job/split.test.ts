import { generateWorkbook } from '../../src/job/generate';
import { checkWorkbook } from '../../src/job/check';
import { createMemoryPort, type MemoryPort } from '../../src/job/memory-port';
import { CancelledError, HostError, type HostFault } from '../../src/job/port';
import { splitCityWorkbook } from '../../src/job/split';
import { WorkbookError } from '../../src/job/workbook-error';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { contentOfSheet } from '../../src/sheet/content-of';
import { describeStrays } from '../../src/text/exchange-split';
import { listsOf } from '../../src/list/registry';
import { around, cityOffice, opened, project, readKnown, rowOf, split, type } from './exchange-office';
import { deleteSheet, findSheet, insertColumn, renameSheet } from './mishap';
import { newWorkbook } from './workbook';

const tab5 = '5 未开工项目';

/** Texts of a sheet, row by row. */
function textsOf(model: Parameters<typeof findSheet>[0], name: string): unknown[][] {
  return contentOfSheet(findSheet(model, name)).values.map((cells) => [...cells]);
}

/** Excel that writes all it was asked to, and says the first time that it failed. */
function failingOnce(port: MemoryPort, fault: HostFault): MemoryPort {
  let isFirst = true;
  return {
    ...port,
    apply: async (changes, options) => {
      await port.apply(changes, options);
      const isStruck = isFirst;
      isFirst = false;
      if (isStruck) throw new HostError(fault, 'staged');
    },
  };
}

describe('分发', () => {
  it('stands in 交换记录 once where its answer was lost and the user tries again: nobody has got the first files', async () => {
    const city = await cityOffice();
    const once = failingOnce(city, 'unanswered');
    await expect(split(once, ['zezhou'])).rejects.toBeInstanceOf(HostError);
    const { batch } = await split(once, ['zezhou']);
    expect((await readKnown(city)).reading.entries.exchanges.map((line) => line.batch)).toEqual([batch]);
  });

  it('takes 交换记录 away again that it has just made, where Excel answers with an error after writing', async () => {
    const city = await cityOffice();
    const once = failingOnce(city, 'busy');
    await expect(split(once, ['zezhou'])).rejects.toMatchObject({ fault: 'busy' });
    expect(city.model().sheets.map(({ name }) => name)).not.toContain('交换记录');
    expect((await readKnown(city)).reading.entries.exchanges).toEqual([]);
  });

  it('makes a file for every unit, named by plan, unit and 统计截止日, with that unit’s scope, day and own rows', async () => {
    const city = await cityOffice();
    const result = await split(city);
    expect(result.files.map(({ fileName }) => fileName)).toEqual(
      ['城区', '泽州县', '高平市', '阳城县', '陵川县', '沁水县', '开发区', '市本级'].map((unit) => `晋市政办函2023-31_${unit}_20231205.xlsx`),
    );
    const { reading } = await readKnown(opened(result, 'zezhou'));
    expect(reading.data.scope).toEqual({ kind: 'unit', unit: 'zezhou' });
    expect(reading.intro).toMatchObject({ reporter: '泽州县' });
    expect(reading.entries.asOf).toBe((await readKnown(city)).reading.entries.asOf);
    const names = (reading.entries.lists['5']!.values['projectName'] ?? []).filter((name) => name !== null);
    expect(names).toEqual(expect.arrayContaining(['甲项目', '丙项目']));
    expect(names).not.toContain('乙项目');
  });

  it('gives every row its 行标识 in the city workbook first, and keeps what was issued as the base', async () => {
    const city = await cityOffice();
    const result = await split(city);
    expect(result.gaveIdentities).toBe(true);
    const row = await rowOf(city, '5', '甲项目');
    const identity = (await readKnown(city)).reading.entries.lists['5']!.values['identity']![row];
    const { base } = (await readKnown(opened(result, 'zezhou'))).reading.entries;
    expect(base).toMatchObject({ batch: result.batch, issuedAt: expect.stringMatching(/^2023-12-05 09:/) });
    expect(base!.rows['5']![String(identity)]).toMatchObject({ projectName: '甲项目', phone: '13800000001' });
    expect((await split(city)).gaveIdentities).toBe(false);
  });

  it("issues 城区 with 市本级's reserve, so that its figure is the city workbook's", async () => {
    const city = await cityOffice();
    const { reading } = await readKnown(city);
    const figure = (known: typeof reading, measure: string) => {
      const { values } = known.entries.lists['2']!;
      return values[`${measure}.done`]![values['unit']!.indexOf('城区')];
    };
    expect(figure(reading, 'reserveInvestment')).toBe(1.2);
    const own = (await readKnown(opened(await split(city), 'chengqu'))).reading;
    for (const measure of ['reserveCount', 'reserveInvestment', 'reserveIndustrialInvestment', 'reservePrivateCount', 'reserveKeyCount']) {
      expect([measure, figure(own, measure)]).toEqual([measure, figure(reading, measure)]);
    }
    expect((await readKnown(opened(await split(city), 'zezhou'))).reading.entries.cityLevelReserve).toBeNull();
  });

  it('takes a unit written short for the unit, and tells of the rows that belong to nobody', async () => {
    const city = await cityOffice();
    const next = (await rowOf(city, '5', '丙项目')) + 1;
    await type(city, '5', next, project('丁项目', '沁水', 6));
    await type(city, '5', next + 1, { ...project('戊项目', '', 7), unit: null });
    await type(city, 'B', 0, { projectName: '己项目', unit: '市本级' });
    const result = await split(city);
    expect((await readKnown(opened(result, 'qinshui'))).reading.entries.lists['5']!.values['projectName']).toContain('丁项目');
    expect(describeStrays(result.strays, listsOf(plan))).toEqual([
      '《5 未开工项目》“戊项目”的“县（市、区）”没有填写或不是责任主体，没有分发给任何单位。请填上责任主体，再分发一次。',
      '《B 招商项目台账》“己项目”（填写为“市本级”）所填的责任主体不填报这张表，没有分发。请核对“县（市、区）”一列。',
    ]);
  });

  it('sends values only: no formula that the city typed, no column that it added, no 校验提示', async () => {
    const city = await cityOffice();
    await checkWorkbook(city, [plan], around);
    const row = await rowOf(city, '5', '甲项目');
    const { sheetName, firstRow, at } = (await readKnown(city)).reading.entries.lists['5']!;
    city.edit(sheetName, firstRow + row, at['totalInvestment']!, [[{ formula: '=I9*2', value: 88 }]]);
    const widened = createMemoryPort(insertColumn(city.model(), tab5, 3, '市级批注', () => '内部意见'));
    const unit = opened(await split(widened), 'zezhou');
    const sheet = findSheet(unit.model(), tab5);
    expect(JSON.stringify(unit.model())).not.toContain('内部意见');
    expect(JSON.stringify(sheet.blocks)).not.toContain('I9*2');
    const own = (await readKnown(unit)).reading.entries.lists['5']!;
    expect(own.values['totalInvestment']![own.values['projectName']!.indexOf('甲项目')]).toBe(88);
    expect(own.values['mark']!.filter((mark) => mark !== null)).toEqual([]);
  });

  it('keeps 交换记录 behind 校验结果: through a check, 生成 again, another split, a new name of its tab, with notes beside it', async () => {
    const city = await cityOffice();
    const first = await split(city, ['zezhou', 'gaoping']);
    expect(city.model().sheets.map(({ name }) => name).slice(-3)).toEqual(['校验结果', '交换记录', '_数据']);
    const texts = textsOf(city.model(), '交换记录');
    expect(texts[0]![0]).toBe('交换记录');
    expect(texts[3]).toEqual([1, '2023-12-05 09:05', '分发', '泽州县', first.files[0]!.fileName, first.batch.slice(-6), null, null, null, null, null, expect.stringMatching(/^发出 \d+ 行$/)]);
    city.edit('交换记录', 3, 13, [['已电话告知']]);
    const renamed = createMemoryPort(renameSheet(city.model(), '交换记录', '收发登记'));
    await checkWorkbook(renamed, [plan], around);
    await generateWorkbook(renamed, { plan, scope: { kind: 'city' } }, around);
    await split(renamed, ['chengqu']);
    const later = textsOf(renamed.model(), '收发登记');
    expect(later.slice(3).map((line) => line[3])).toEqual(['泽州县', '高平市', '城区']);
    expect(later[3]![13]).toBe('已电话告知');
    expect(renamed.model().sheets.filter(({ tables }) => tables.some(({ name }) => name === 'tExchange_list'))).toHaveLength(1);
    expect((await readKnown(renamed)).reading.entries.exchanges.map(({ unit }) => unit)).toEqual(['zezhou', 'gaoping', 'chengqu']);
  });

  it("refuses a unit's workbook, one with a sheet missing, and no unit at all; writes nothing when cancelled", async () => {
    const refused = async (port: ReturnType<typeof createMemoryPort>, units: string[] | null, sentence: RegExp) => {
      const before = port.model();
      await expect(splitCityWorkbook(port, [plan], units, around)).rejects.toThrow(sentence);
      await expect(splitCityWorkbook(port, [plan], units, around)).rejects.toBeInstanceOf(WorkbookError);
      expect(port.model()).toBe(before);
    };
    const city = await cityOffice();
    await refused(await newWorkbook({ scope: { kind: 'unit', unit: 'zezhou' } }), null, /只有市级工作簿可以分发/);
    await refused(createMemoryPort(deleteSheet(city.model(), '8 问题困难交办')), null, /分发出去的文件会缺少内容/);
    await refused(city, [], /没有选择要分发的单位/);
    const before = city.model();
    let asked = 0;
    await expect(splitCityWorkbook(city, [plan], null, around, { isCancelled: () => (asked += 1) > 3 })).rejects.toBeInstanceOf(CancelledError);
    expect(city.model()).toBe(before);
  });
});
