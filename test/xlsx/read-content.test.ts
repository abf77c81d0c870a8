import { contentOf } from '../../src/sheet/content-of';
import { readContent } from '../../src/xlsx/read-content';
import { readWorkbook } from '../../src/xlsx/read-workbook';
import { writeWorkbook } from '../../src/xlsx/write-workbook';
import { newWorkbook } from '../job/workbook';
import { DATE_STYLES, foreignFile, relationsOf, worksheet } from './package-of';

const merged = (ref: string) => `<mergeCells><mergeCell ref="${ref}"/></mergeCells>`;
const valuesOf = async (file: Uint8Array): Promise<unknown> => (await readContent(file)).sheets[0]?.values;

it('what is entered is what the whole workbook holds', async () => {
  const bytes = await writeWorkbook((await newWorkbook({ scope: { kind: 'unit', unit: 'kaifaqu' }, sample: { kind: 'mistakes', seed: 5 } })).model());
  const whole = await readWorkbook(bytes);
  // 汇总 has headers merged over rows, which are said of each (below).
  const others = <T extends { readonly name: string }>(sheets: readonly T[]): T[] => sheets.filter(({ name }) => name !== '汇总');
  const read = others((await readContent(bytes)).sheets);
  expect(read).toHaveLength(whole.sheets.length - 1);
  expect(read).toEqual(others(contentOf(whole).sheets));
});

it('dates counted from 1904 are moved, though nothing else of the looks is read', async () => {
  const old = '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="表一" sheetId="1" r:id="rId1"/></sheets></workbook>';
  const file = foreignFile(worksheet('<row r="1"><c r="A1" s="1"><v>43793</v></c><c r="B1"><v>43793</v></c></row>'), { 'xl/styles.xml': DATE_STYLES, 'xl/workbook.xml': old });
  expect(await valuesOf(file)).toEqual([[45255, 43793]]);
});

it('so are those in a format that Chinese Excel knows by its number alone, unless the file means something else by it', async () => {
  const old = '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="表一" sheetId="1" r:id="rId1"/></sheets></workbook>';
  const sheet = worksheet(`<row r="1">${['A1" s="1', 'B1" s="2', 'C1" s="3'].map((cell) => `<c r="${cell}"><v>43793</v></c>`).join('')}</row>`);
  const xfs = [0, 31, 57, 58].map((id) => `<xf numFmtId="${id}" fontId="0" fillId="0" borderId="0" applyNumberFormat="1"/>`).join('');
  const styles =
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><numFmts count="1"><numFmt numFmtId="58" formatCode="0.00"/></numFmts>' +
    `<fonts><font/></fonts><fills><fill/></fills><borders><border/></borders><cellXfs>${xfs}</cellXfs></styleSheet>`;
  const file = foreignFile(sheet, { 'xl/styles.xml': styles, 'xl/workbook.xml': old });
  expect(await valuesOf(file)).toEqual([[45255, 45255, 43793]]);
  const { styles: looks } = (await readWorkbook(file)).sheets[0]!;
  expect(looks.map(({ style }) => style.numberFormat)).toEqual(['yyyy"年"m"月"d"日"', 'yyyy"年"m"月"', '0.00']);
});

it('tables are found by name and area, without a row of totals; one without headers is none', async () => {
  const table = (rest: string) => `<table ${rest}><tableColumns/></table>`;
  const file = foreignFile(worksheet('<row r="1"><c r="A1"><v>1</v></c></row>'), {
    'xl/tables/a.xml': table('displayName="t5_list" ref="A1:B9" totalsRowCount="1"'),
    'xl/tables/b.xml': table('name="t6_list" ref="D1:E3"'),
    'xl/tables/c.xml': table('name="bare" ref="G1:H3" headerRowCount="0"'),
    'xl/tables/d.xml': table('name="nowhere" ref="?"'),
    'xl/worksheets/_rels/sheet1.xml.rels': relationsOf(...['a', 'b', 'c', 'd'].map((name) => [name, 'table', `../tables/${name}.xml`] as const)),
  });
  expect((await readContent(file)).sheets[0]?.tables).toEqual([
    { name: 't5_list', area: { row: 0, column: 0, rows: 8, columns: 2 } },
    { name: 't6_list', area: { row: 0, column: 3, rows: 3, columns: 2 } },
  ]);
});

describe('a cell merged over several rows', () => {
  const rows = (covered: string) => `<row r="1"><c r="A1"><v>1</v></c><c r="B1" t="str"><v>甲公司</v></c></row><row r="2"><c r="A2"><v>2</v></c>${covered}</row><row r="3"><c r="A3"><v>3</v></c></row>`;

  it('is said of each of them', async () => {
    expect(await valuesOf(foreignFile(worksheet(rows('<c r="B2"/>'), merged('B1:B2'))))).toEqual([[1, '甲公司'], [2, '甲公司'], [3, null]]);
  });

  it('leaves what a covered cell still holds, and what stands beside', async () => {
    const kept = '<c r="B2" t="str"><v>乙公司</v></c>';
    expect(await valuesOf(foreignFile(worksheet(rows(kept), merged('B1:C3'))))).toEqual([[1, '甲公司'], [2, '乙公司'], [3, '甲公司']]);
  });

  it('makes no rows where there are none', async () => {
    expect(await valuesOf(foreignFile(worksheet(rows(''), merged('B1:B1048576'))))).toEqual([[1, '甲公司'], [2, '甲公司'], [3, '甲公司']]);
  });

  it('makes no row of one that is free: there stand at most the formulas of the table', async () => {
    const free = (row: string) => row.replace('<c r="A2"><v>2</v></c>', '<c r="A2"><f>ROW()</f><v>2</v></c>');
    expect(await valuesOf(foreignFile(worksheet(free(rows('')), merged('B1:B3'))))).toEqual([[1, '甲公司'], [2, null], [3, '甲公司']]);
  });

  it('is nothing where it is empty, backwards or nowhere', async () => {
    for (const ref of ['C1:C3', '?', 'XFD9:XFD1']) expect(await valuesOf(foreignFile(worksheet(rows(''), merged(ref))))).toEqual([[1, '甲公司'], [2, null], [3, null]]);
  });
});
