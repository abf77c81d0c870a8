import { quoteSheetName, renameSheet, renameTable, renameTableColumn } from '../../../src/host/formula/rename-formula';

test.each([
  ['数据', '数据'],
  ['Sheet1', 'Sheet1'],
  ['Data_1', 'Data_1'],
  ['1 投资目标任务', "'1 投资目标任务'"],
  ["Bob's", "'Bob''s'"],
  ['A1', "'A1'"],
  ['R1C1', "'R1C1'"],
  ['TRUE', "'TRUE'"],
])('%s stands in a formula as %s', (name, expected) => {
  expect(quoteSheetName(name)).toBe(expected);
});

test('a renamed sheet is renamed wherever formulas name it, and only there', () => {
  expect(renameSheet('=数据!A1+SUM(数据!A:A)+别的!A1&"数据!A1"', '数据', '1 新表')).toBe("='1 新表'!A1+SUM('1 新表'!A:A)+别的!A1&\"数据!A1\"");
  expect(renameSheet("='1 新表'!$A$1:B2", '1 新表', '数据')).toBe('=数据!$A$1:B2');
  expect(renameSheet("='Bob''s'!A1", "bob's", '数据')).toBe('=数据!A1');
  expect(renameSheet('=数据!#REF!+数据!名称', '数据', '新')).toBe('=新!#REF!+新!名称');
});

test('a renamed header is renamed in references to its table', () => {
  const rename = (formula: string, isInTable = false) => renameTableColumn(formula, 'tA', '旧', '总投资（万元）', isInTable);
  expect(rename('=SUM(tA[旧])')).toBe('=SUM(tA[[总投资（万元）]])');
  expect(rename('=tA[[#This Row],[旧]]/tA[@旧]')).toBe('=tA[[#This Row],[总投资（万元）]]/tA[@[总投资（万元）]]');
  expect(rename('=SUM(tA[[旧]:[别的]],tB[旧])')).toBe('=SUM(tA[[总投资（万元）]:[别的]],tB[旧])');
  expect(rename('=[@旧]')).toBe('=[@旧]');
  expect(rename('=[@旧]', true)).toBe('=[@[总投资（万元）]]');
  expect(rename('=tA[[#Headers],[旧]]&tA[#All]&tA[]')).toBe('=tA[[#Headers],[总投资（万元）]]&tA[#All]&tA[]');
  expect(renameTableColumn('=tA[旧]', 'TA', '旧', "a[b]'c#")).toBe("=tA[[a'[b']''c'#]]");
});

test('a renamed table is renamed', () => {
  expect(renameTable('=SUM(tA[旧],tA[#All],tB[旧])', 'tA', 'tNew')).toBe('=SUM(tNew[旧],tNew[#All],tB[旧])');
});
