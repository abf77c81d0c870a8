import { strToU8 } from 'fflate';
import { contentOf } from '../../src/sheet/content-of';
import type { SheetModel } from '../../src/sheet/model';
import { readWorkbook } from '../../src/xlsx/read-workbook';
import { DATE_STYLES, foreignFile, relationsOf, sharedStrings, worksheet } from './package-of';

const valuesOf = async (file: Uint8Array): Promise<unknown> => contentOf(await readWorkbook(file)).sheets[0]?.values;
const formulasOf = async (file: Uint8Array): Promise<unknown> => contentOf(await readWorkbook(file)).sheets[0]?.formulas;
const sheetOf = async (file: Uint8Array): Promise<SheetModel | undefined> => (await readWorkbook(file)).sheets[0];

describe('values from other programs', () => {
  it('reads texts of every kind: shared, rich, with phonetic guide, in place, escaped', async () => {
    const file = foreignFile(
      worksheet(
        '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="C1" t="s"><v>2</v></c>' +
          '<c r="D1" t="inlineStr"><is><t>内</t></is></c><c r="E1" t="inlineStr"><is><r><t>一</t></r><r><rPr><b/></rPr><t>二</t></r></is></c>' +
          '<c r="F1" t="str"><v>&#x7532;&amp;_x4E59_</v></c><c r="G1" t="s"><v>3</v></c></row>',
      ),
      {
        'xl/sharedStrings.xml': sharedStrings(
          '<si><t>甲\r\n乙</t></si>',
          '<si><r><t xml:space="preserve">项目 </t></r><r><rPr><b/></rPr><t>名称</t></r></si>',
          '<si><t>東京</t><rPh sb="0" eb="2"><t>トウキョウ</t></rPh></si>',
          '<si/>',
        ),
      },
    );
    expect(await valuesOf(file)).toEqual([['甲\n乙', '项目 名称', '東京', '内', '一二', '甲&乙']]);
  });

  it('reads numbers, truth values, errors and ISO dates', async () => {
    const file = foreignFile(
      worksheet(
        '<row r="1"><c r="A1"><v>1.5E3</v></c><c r="B1" t="n"><v>-0.25</v></c><c r="C1" t="b"><v>1</v></c><c r="D1" t="e"><v>#REF!</v></c>' +
          '<c r="E1" t="d"><v>2023-11-25</v></c><c r="F1" t="d"><v>2023-11-25T12:00:00Z</v></c><c r="G1" t="d"><v>昨天</v></c><c r="H1"><v></v></c></row>',
      ),
    );
    expect(await valuesOf(file)).toEqual([[1500, -0.25, true, '#REF!', 45255, 45255.5, '昨天']]);
  });

  it('leaves dates the numbers that they are, and moves those of a 1904 workbook by 1,462 days', async () => {
    const sheet = worksheet('<row r="1"><c r="A1" s="1"><v>43793</v></c><c r="B1" s="2"><v>43793</v></c><c r="C1" s="1"><f>A1</f><v>43793</v></c></row>');
    const old = '<workbook xmlns:r="r"><workbookPr date1904="1"/><sheets><sheet name="表一" sheetId="1" r:id="rId1"/></sheets></workbook>';
    expect(await valuesOf(foreignFile(sheet, { 'xl/styles.xml': DATE_STYLES }))).toEqual([[43793, 43793, 43793]]);
    expect(await valuesOf(foreignFile(sheet, { 'xl/styles.xml': DATE_STYLES, 'xl/workbook.xml': old }))).toEqual([[45255, 43793, 45255]]);
  });

  it('finds the place of cells and rows that do not say where they are', async () => {
    const file = foreignFile(worksheet('<row><c><v>1</v></c><c><v>2</v></c></row><row r="4"><c r="B4"><v>3</v></c><c><v>4</v></c></row>'));
    expect(await valuesOf(file)).toEqual([
      [1, 2, null],
      [null, null, null],
      [null, null, null],
      [null, 3, 4],
    ]);
  });

  it('spells out shared formulas, and reads array formulas as plain ones', async () => {
    const file = foreignFile(
      worksheet(
        '<row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*$A$1+SUM(A$1:A1)</f><v>2</v></c></row>' +
          '<row r="2"><c r="B2"><f t="shared" si="0"/><v>3</v></c></row>' +
          '<row r="3"><c r="B3"><f t="shared" si="0"></f></c><c r="C3"><f t="array" ref="C3">SUM(A1:A2*2)</f><v>2</v></c></row>',
      ),
    );
    expect(await formulasOf(file)).toEqual([
      [null, '=A1*$A$1+SUM(A$1:A1)', null],
      [null, '=A2*$A$1+SUM(A$1:A2)', null],
      [null, '=A3*$A$1+SUM(A$1:A3)', '=SUM(A1:A2*2)'],
    ]);
  });
});

describe('packages from other programs', () => {
  it('reads parts with prefixes, comments and CDATA, absolute and differently written paths', async () => {
    const file = foreignFile('', {
      '_rels/.rels': relationsOf(['x', 'officeDocument', '/XL/Workbook.xml']),
      'xl/workbook.xml':
        '<x:workbook xmlns:x="m" xmlns:rel="r"><!-- made by hand --><x:sheets><x:sheet name="清单 &amp; 一" sheetId="7" state="hidden" rel:id="a"/></x:sheets></x:workbook>',
      'xl/_rels/workbook.xml.rels': relationsOf(['a', 'worksheet', '/xl/worksheets/Sheet1.xml']),
      'xl/worksheets/sheet1.xml':
        '<x:worksheet xmlns:x="m"><x:sheetData><x:row r="1"><x:c r="A1" t="str"><x:v><![CDATA[甲<乙]]></x:v></x:c><x:c r="B1"><x:f>A1</x:f><x:v>2</x:v></x:c></x:row></x:sheetData></x:worksheet>\n',
    });
    const model = await readWorkbook(file);
    expect(contentOf(model).sheets[0]).toMatchObject({ name: '清单 & 一', visibility: 'hidden', values: [['甲<乙', 2]], formulas: [[null, '=A1']] });
  });

  it('reads parts in UTF-16', async () => {
    const wide = (text: string): Uint8Array => new Uint8Array([0xff, 0xfe, ...[...text].flatMap((char) => [char.charCodeAt(0) & 255, char.charCodeAt(0) >> 8])]);
    const sheet = '<worksheet><sheetData><row r="1"><c r="A1" t="str"><v>甲</v></c></row></sheetData></worksheet>';
    expect(await valuesOf(foreignFile('', { 'xl/worksheets/sheet1.xml': wide(sheet) }))).toEqual([['甲']]);
  });

  it('does not mind odd document properties, charts and macros: they are never opened', async () => {
    const file = foreignFile(worksheet('<row r="1"><c r="A1"><v>1</v></c></row>'), {
      'docProps/core.xml': '<cp:coreProperties><dc:creator>x</cp:coreProperties',
      'xl/charts/chart1.xml': '<!DOCTYPE x>',
      'xl/vbaProject.bin': strToU8('\u0000'),
      'xl/workbook.xml':
        '<workbook xmlns:r="r"><sheets><sheet name="图表" sheetId="1" r:id="c"/><sheet name="表一" sheetId="2" r:id="rId1"/></sheets></workbook>',
      'xl/_rels/workbook.xml.rels': relationsOf(['c', 'chartsheet', 'chartsheets/sheet1.xml'], ['rId1', 'worksheet', 'worksheets/sheet1.xml']),
    });
    expect((await readWorkbook(file)).sheets.map(({ name }) => name)).toEqual(['表一']);
  });

  it('takes names such as __proto__ for plain text', async () => {
    const file = foreignFile(worksheet('<row r="1"><c r="A1" t="s"><v>0</v></c></row>'), {
      'xl/workbook.xml': '<workbook xmlns:r="r"><sheets><sheet name="__proto__" sheetId="1" r:id="rId1"/></sheets><definedNames><definedName name="constructor">\'__proto__\'!$A$1</definedName></definedNames></workbook>',
      'xl/sharedStrings.xml': sharedStrings('<si><t>__proto__</t></si>'),
    });
    const model = await readWorkbook(file);
    expect(model.sheets[0]?.name).toBe('__proto__');
    expect(model.names).toEqual([{ name: 'constructor', sheet: '__proto__', area: { row: 0, column: 0, rows: 1, columns: 1 } }]);
    expect(contentOf(model).sheets[0]?.values).toEqual([['__proto__']]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });
});

describe('checks and formats from other programs', () => {
  it('reads dropdowns as later Excel and WPS write them, and lists in place', async () => {
    const sheet = await sheetOf(
      foreignFile(
        worksheet(
          '',
          '<dataValidations count="1"><dataValidation type="list" allowBlank="1" showInputMessage="1" sqref="A1:A3 C1"><formula1>"是,否"</formula1></dataValidation></dataValidations>' +
            '<extLst><ext><x14:dataValidations count="1"><x14:dataValidation type="list" allowBlank="1" showErrorMessage="1" error="请选择">' +
            '<x14:formula1><xm:f>_数据!$A$2:$A$9</xm:f></x14:formula1><xm:sqref>B2:B9</xm:sqref></x14:dataValidation></x14:dataValidations></ext></extLst>',
        ),
      ),
    );
    expect(sheet?.validations).toEqual([
      { area: { row: 0, column: 0, rows: 3, columns: 1 }, rule: { kind: 'list', source: '="是,否"' } },
      { area: { row: 0, column: 2, rows: 1, columns: 1 }, rule: { kind: 'list', source: '="是,否"' } },
      {
        area: { row: 1, column: 1, rows: 8, columns: 1 },
        rule: { kind: 'list', source: '=_数据!$A$2:$A$9' },
        error: { title: '', text: '请选择', level: 'stop' },
      },
    ]);
  });

  it('gives each range of a conditional format that pasting broke up its own formula', async () => {
    const sheet = await sheetOf(
      foreignFile(
        worksheet(
          '',
          '<conditionalFormatting sqref="C7:C9 E20"><cfRule type="expression" priority="1"><formula>C$6&gt;$AZ7</formula></cfRule></conditionalFormatting>',
        ),
        { 'xl/styles.xml': DATE_STYLES },
      ),
    );
    expect(sheet?.conditionalFormats).toEqual([
      { kind: 'formula', area: { row: 6, column: 2, rows: 3, columns: 1 }, formula: '=C$6>$AZ7' },
      { kind: 'formula', area: { row: 19, column: 4, rows: 1, columns: 1 }, formula: '=E$6>$AZ20' },
    ]);
  });

  it('leaves out the usual widths that programs state for thousands of columns', async () => {
    const file = foreignFile(
      `<worksheet><cols><col min="1" max="2" width="10" customWidth="1"/><col min="3" max="16384" width="9" customWidth="1"/><col min="4" max="4" width="9"/><col min="5" max="5" hidden="1"/></cols><sheetData/></worksheet>`,
    );
    expect((await sheetOf(file))?.columnWidths).toEqual([
      { column: 0, width: 70 },
      { column: 1, width: 70 },
      { column: 4, width: 64, hidden: true },
    ]);
  });

  it('reads a table with a totals row, and passes over one without a header', async () => {
    const table = (name: string, more: string): string =>
      `<table xmlns="m" id="1" name="${name}" displayName="${name}" ref="A1:B4" ${more}><tableColumns count="2"><tableColumn id="1" name="甲"/><tableColumn id="2" name="乙"/></tableColumns></table>`;
    const file = foreignFile(worksheet('<row r="1"><c r="A1" t="str"><v>甲</v></c><c r="B1" t="str"><v>乙</v></c></row>'), {
      'xl/worksheets/_rels/sheet1.xml.rels': relationsOf(['t1', 'table', '../tables/table1.xml'], ['t2', 'table', '../tables/table2.xml']),
      'xl/tables/table1.xml': table('mine', 'totalsRowCount="1"'),
      'xl/tables/table2.xml': table('bare', 'headerRowCount="0"'),
    });
    expect((await sheetOf(file))?.tables).toEqual([
      { name: 'mine', area: { row: 0, column: 0, rows: 3, columns: 2 }, headers: ['甲', '乙'], filter: false, style: null },
    ]);
  });
});
