import { splitWorkbook } from '../../src/exchange/split';
import { emptyRecord } from '../../src/list/record';
import { listsInScope } from '../../src/list/registry';
import { finish } from '../../src/total/steps';
import { batch, cityOf, identity, partOf, plan, rowsOf } from './workbook';

const issuedAt = '2023-11-25 09:00';
const school = { identity: identity('5', 1), projectName: '第十中学', unit: '泽州县', developer: '教育局', phone: '13912345678' };
const road = { identity: identity('5', 2), projectName: '环城路', unit: '泽州', plannedStart: 45270 };
const plant = { identity: identity('5', 3), projectName: '水厂', unit: '高平市', phone: '13800000000' };

describe('a unit’s part', () => {
  it('has the unit’s rows, also those whose unit is written by an alias, and no other’s', () => {
    const city = cityOf({ '5': [plant, school, {}, road], B: [{ identity: identity('B', 1), projectName: '别县', unit: '陵川县' }] });
    const part = partOf(city, 'zezhou');
    const own = [school, road].map((row) => Object.fromEntries(Object.entries(row).filter(([key]) => key !== 'unit')));
    expect(rowsOf(part.rows['5'])).toEqual(own);
    expect(part.counts).toMatchObject({ '5': 2, B: 0 });
    expect(JSON.stringify(part)).not.toMatch(/高平|陵川|水厂|别县|13800000000/);
  });

  it('has every list of the unit, and its own line of the target lists without locked and computed figures', () => {
    const figures = { 'fixedAssetInvestment.target': 100, 'fixedAssetInvestment.m10': 10, 'fixedAssetInvestment.done': 10, mark: '【】' };
    const city = cityOf({ '1': [{ unit: '高平市', ...figures }, { unit: '泽州县', ...figures, explanation: '说明' }] });
    const part = partOf(city, 'zezhou');
    expect(Object.keys(part.rows)).toEqual(listsInScope(plan, part.scope).map(({ key }) => key));
    expect(rowsOf(part.rows['1'])).toEqual([{ unit: '泽州县', 'fixedAssetInvestment.m10': 10, explanation: '说明' }]);
    expect(Object.keys(partOf(city, 'shibenji').rows)).not.toContain('1');
  });

  it('carries the base: batch, time, and what stood in the cells that people fill in', () => {
    const city = cityOf({ '1': [{ unit: '泽州县', 'fixedAssetInvestment.m10': 10 }], '5': [school, road] });
    const { base } = partOf(city, 'zezhou').record;
    expect(base).toMatchObject({
      batch,
      issuedAt,
      rows: {
        '1': { zezhou: { 'fixedAssetInvestment.m10': 10 } },
        '5': {
          [school.identity]: { projectName: '第十中学', developer: '教育局', phone: '13912345678' },
          [road.identity]: { projectName: '环城路', plannedStart: 45270 },
        },
      },
    });
  });

  it('carries names issued, explanations of its rows and the rule settings', () => {
    const said = (row: string) => ({ row, code: 'cell/phone', valueHash: 'a', who: '张', why: '总机' });
    const ruleSettings = [{ code: 'cell/phone', severity: 'off' as const, who: '李', why: '无' }];
    const named = { identity: identity('5', 4), projectName: '只有名称', unit: '泽州县' };
    const city = cityOf(
      { '5': [school, plant, named] },
      {
        issued: { '5': { [school.identity]: { name: '原名', unit: '泽州县' }, [plant.identity]: { name: '水厂', unit: '高平市' }, gone: { name: '已删', unit: '泽州县' } } },
        explanations: [said(school.identity), said(plant.identity), said('')],
        ruleSettings,
        cityLevelReserve: { reserveCount: 1 },
      },
    );
    expect(partOf(city, 'zezhou').record).toMatchObject({
      ...emptyRecord,
      issued: { '5': { [school.identity]: { name: '原名', unit: '泽州县' }, [named.identity]: { name: '只有名称', unit: '泽州县' } } },
      explanations: [said(school.identity)],
      ruleSettings,
      base: { batch },
    });
    expect(Object.keys(partOf(city, 'zezhou').record.issued['5']!)).toHaveLength(2);
  });

  it('issues a project that the city gave to the unit anew: with nothing but its name it waits there, and the former unit is not named', () => {
    const [given, begun] = [{ ...plant, identity: identity('5', 7), unit: '泽州县' }, { ...school, identity: identity('5', 8), unit: '泽州县' }];
    const issued = Object.fromEntries([given, begun].map((row) => [row.identity, { name: row.projectName, unit: '高平市' }]));
    const city = cityOf({ '5': [{ identity: given.identity, projectName: given.projectName, unit: '泽州县' }, begun] }, { issued: { '5': issued } });
    expect(partOf(city, 'zezhou').record.issued['5']).toEqual({ [given.identity]: { name: given.projectName, unit: '泽州县' } });
  });

  it('takes keys such as __proto__ for the text they are', () => {
    const city = cityOf({ '5': [{ identity: '__proto__', projectName: '甲', unit: '泽州县' }] });
    const rows = partOf(city, 'zezhou').record.base!.rows['5']!;
    expect(Object.entries(rows)).toEqual([['__proto__', { projectName: '甲' }]]);
  });
});

describe('rows that go to nobody', () => {
  it('are told where the unit is unknown, missing, or does not fill in the list', () => {
    const city = cityOf({
      '5': [{ ...school, unit: '某县' }, { ...road, unit: null }, {}, { unit: '某县', identity: 'x' }],
      B: [{ identity: identity('B', 1), projectName: '市里的', unit: '市本级' }],
    });
    const { parts, strays } = finish(splitWorkbook(city, plan, { units: ['zezhou', 'shibenji'], batch, issuedAt }));
    expect(strays).toEqual([
      { list: '5', row: 0, name: '第十中学', unitText: '某县', reason: 'unknownUnit' },
      { list: '5', row: 1, name: '环城路', unitText: '', reason: 'unknownUnit' },
      { list: 'B', row: 0, name: '市里的', unitText: '市本级', reason: 'notOfList' },
    ]);
    expect(parts.map(({ unit }) => unit)).toEqual(['zezhou', 'shibenji']);
    expect(parts.flatMap(({ counts }) => Object.values(counts)).every((count) => count === 0)).toBe(true);
  });
});

it('needs an identity for every row, and one of its own', () => {
  expect(() => partOf(cityOf({ '5': [{ ...school, identity: null }] }), 'zezhou')).toThrow('row 0 of list 5 has no identity');
  expect(() => partOf(cityOf({ '5': [school, { ...plant, identity: school.identity }] }), 'zezhou')).toThrow('the identity of another row');
});
