import { issuesOf, rowWith, undecidedOf, type Row } from './fixture';

describe('row/duplicate', () => {
  const on = (list: string, rows: Row[]) => issuesOf('row/duplicate', { rows: { [list]: rows } });
  it('passes when names differ, or are in different units', () => {
    expect(on('5', [rowWith({}), rowWith({ identity: '5-2', projectName: '第十一中学校' })])).toEqual([]);
    expect(on('5', [rowWith({}), rowWith({ identity: '5-2', unit: '泽州县' })])).toEqual([]);
  });
  it('reports one name after normalising in one unit, at every row of the group', () => {
    const found = on('5', [rowWith({ projectName: '智慧城市（二期）' }), rowWith({ identity: '5-2', projectName: '智慧城市 (二期)' })]);
    expect(found).toMatchObject([
      { severity: 'error', rowIndex: 0, columns: ['projectName'], params: { others: [8], more: false } },
      { rowIndex: 1, params: { others: [7] } },
    ]);
  });
  it('reports list 8 by 问题编号, not by name', () => {
    const problem = (problemNumber: string) => ({ problemNumber, projectName: '甲项目', unit: '泽州县' });
    expect(on('8', [problem('1'), problem('2')])).toEqual([]);
    expect(on('8', [problem('1'), problem('１')])).toMatchObject([{ columns: ['problemNumber'] }, {}]);
  });
  it('warns of one 项目代码 under different names', () => {
    const code = '2311-140581-04-01-123456';
    expect(on('5', [rowWith({ projectCode: code }), rowWith({ identity: '5-2', projectName: '第十中学校二期', projectCode: code })])).toMatchObject([
      { severity: 'warning', columns: ['projectCode'], params: { others: [8] } },
      { severity: 'warning' },
    ]);
    expect(on('5', [rowWith({ projectCode: '无' }), rowWith({ identity: '5-2', projectName: '第十中学校二期', projectCode: '无' })])).toEqual([]);
  });
  it('names a few rows of 30 identical ones and counts the rest', () => {
    const found = on('5', Array.from({ length: 30 }, (_, index) => rowWith({ identity: `5-${index}` })));
    expect(found).toHaveLength(30);
    expect(found[0]?.params).toMatchObject({ others: [8, 9, 10, 11, 12], more: true });
  });
  it('is undecided when the name or the unit cannot be told', () => {
    expect(undecidedOf('row/duplicate', { rows: { 5: [rowWith({ projectName: null }), rowWith({ unit: '长治市' })] } })).toMatchObject([
      { unit: 'gaoping', reason: 'missing', count: 1 },
      { unit: null, reason: 'missing', count: 1 },
    ]);
    expect(undecidedOf('row/duplicate', { rows: { 5: [rowWith({})] }, gone: { 5: ['projectName'] } })).toMatchObject([{ reason: 'structure' }]);
  });
});

describe('row/part-exceeds-whole', () => {
  const on1 = (cells: Row) => ({ rows: { 1: [{ unit: '泽州县', ...cells }] } });
  const months = (whole: number, industrial: number, own: number, month = 'm10'): Row => ({
    [`fixedAssetInvestment.${month}`]: whole,
    [`industrialInvestment.${month}`]: industrial,
    [`privateInvestment.${month}`]: own,
  });
  it('passes when each part is at most the whole, though their sum exceeds it', () => {
    expect(issuesOf('row/part-exceeds-whole', on1(months(10, 8, 9)))).toEqual([]);
    expect(issuesOf('row/part-exceeds-whole', on1({ ...months(0.1, 0.3, 0.1), ...months(0.2, 0, 0.1, 'm11') }))).toEqual([]);
  });
  it('reports when a part to date exceeds the whole to date', () => {
    expect(issuesOf('row/part-exceeds-whole', on1(months(10, 10.0001, 3)))).toMatchObject([
      { severity: 'error', columns: ['industrialInvestment.done', 'fixedAssetInvestment.done'], params: { parts: [10.0001], whole: 10 } },
    ]);
    expect(issuesOf('row/part-exceeds-whole', on1(months(10, 11, 12)))).toMatchObject([{ params: { parts: [11, 12] } }]);
  });
  it('is undecided when a month has the part and not the whole', () => {
    const workbook = on1({ ...months(10, 8, 5), 'industrialInvestment.m11': 4 });
    expect(issuesOf('row/part-exceeds-whole', workbook)).toEqual([]);
    expect(undecidedOf('row/part-exceeds-whole', workbook)).toMatchObject([{ list: '1', unit: 'zezhou', count: 1 }]);
  });
});
