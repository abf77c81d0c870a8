import type { Random } from '../../src/list/sample/random';
import { columnLetters } from '../../src/sheet/address';
import type { HostileFile } from './hostile-file';
import type { OwnWorkbook } from './own-workbook';

const TAB = '5 未开工项目';
const EVERYTHING = 'A1:XFD1048576';

/** Cells where no cell can be, or so far away or so many that memory would go. */
export function* oddCells(own: OwnWorkbook, random: Random): Generator<HostileFile> {
  const sheet = own.sheet(TAB);
  const added = (rows: string) => own.edited(sheet, (xml) => xml.replace('</sheetData>', `${rows}</sheetData>`));
  const cell = (place: string, inner = '<v>1</v>', rest = '') => `<row><c r="${place}"${rest}>${inner}</c></row>`;
  for (const place of ['A1048576', 'XFD1', 'XFD1048576', 'A600000']) yield { name: `a cell in ${place}`, bytes: added(cell(place)), ends: place === 'XFD1' ? 'read' : 'tooLarge' };
  for (const place of ['XFE1', 'ZZZ1', 'A1048577', 'A9999999', 'A0']) yield { name: `a cell in ${place}`, bytes: added(cell(place)), ends: 'damaged' };
  for (const place of ['AAAA1', 'A99999999999', 'A-1', '1', 'A', '', 'R1C1', '__proto__', 'A1:B2', '甲1']) yield { name: `a cell in ${place || 'no place'}`, bytes: added(cell(place)) };
  for (const row of ['0', '-1', '-2147483648', '2147483648', '1e9', '1048577', 'NaN', '1.5', '0x10', '', '__proto__']) {
    yield { name: `a row ${row || 'of no number'}`, bytes: added(`<row r="${row}"><c><v>1</v></c></row>`) };
  }
  yield { name: 'rows that count down', bytes: added(Array.from({ length: 1_000 }, (_, i) => `<row r="${1_000 - i}"><c r="A${1_000 - i}"><v>${i}</v></c></row>`).join('')), ends: 'read' };
  yield { name: 'one cell a hundred thousand times', bytes: added('<row r="9"><c r="B9" t="str"><v>x</v></c></row>'.repeat(100_000)), ends: 'read' };
  yield { name: 'a million rows of nothing', bytes: added('<row/>'.repeat(1_000_000)) };
  yield { name: 'rows past the last', bytes: added('<row/>'.repeat(1_100_000)), ends: 'damaged' };
  yield { name: 'a row of 20,000 cells', bytes: added(`<row r="9">${'<c><v>1</v></c>'.repeat(20_000)}</row>`), ends: 'damaged' };
  yield { name: 'a million heights', bytes: added(Array.from({ length: 900_000 }, (_, i) => `<row r="${i + 1}" ht="9" customHeight="1"/>`).join('')) };
  for (const height of ['-1', '1e300', 'NaN', 'Infinity']) yield { name: `a row ${height} high`, bytes: added(`<row r="9" ht="${height}" customHeight="1"/>`), ends: 'read' };
  yield { name: 'a million cells of a style only', bytes: added(Array.from({ length: 40 }, (_, r) => `<row r="${r + 1}">${'<c s="1"/>'.repeat(16_000)}</row>`).join('')) };
  yield { name: 'a chessboard of styles', bytes: added(Array.from({ length: 60 }, (_, r) => `<row r="${r + 1}">${(r % 2 ? '<c s="1"/><c s="2"/>' : '<c s="2"/><c s="1"/>').repeat(8_000)}</row>`).join('')) };
  yield { name: 'a diagonal', bytes: added(Array.from({ length: 9_000 }, (_, i) => `<row r="${i + 1}"><c r="${columnLetters(i)}${i + 1}"><v>1</v></c></row>`).join('')), ends: 'tooLarge' };
  for (const index of ['-1', '999999', '4294967296', '1.5', 'x', '__proto__']) yield { name: `a cell of style ${index}`, bytes: added(cell('A40', '<v>1</v>', ` s="${index}"`)), ends: 'read' };
  for (const index of ['-1', '99999', '2147483648', '1e400', '1.5', 'NaN', 'x', '', '__proto__', 'length', '0x1', ' 1 ']) {
    yield { name: `text number ${index || 'of nothing'}`, bytes: added(cell('A40', `<v>${index}</v>`, ' t="s"')) };
  }
  for (const value of ['1e309', '-1e309', 'NaN', '1e-400', '-0', '9'.repeat(5_000), '0x41', '1,5', '１２', '2023-12-25', 'true']) {
    yield { name: `a number written ${value.slice(0, 20)}`, bytes: own.edited(sheet, (xml) => setCell(xml, 'H8', `<v>${value}</v>`)), ends: 'read' };
  }
  for (const type of ['b', 'd', 'e', 'str', 'inlineStr', 'x', '__proto__']) {
    yield { name: `a cell of type ${type}`, bytes: own.edited(sheet, (xml) => setCell(xml, 'H8', '<v>9</v>', type)), ends: 'read' };
  }
  for (const day of ['0001-01-01', '9999-12-31T23:59:59', '2023-02-30', '-9999-01-01', '2023-12-25T25:61:61']) {
    yield { name: `a day ${day}`, bytes: own.edited(sheet, (xml) => setCell(xml, 'T8', `<v>${day}</v>`, 'd')), ends: 'read' };
  }
  yield { name: 'dates counted from 1904', bytes: own.edited('xl/workbook.xml', (xml) => xml.replace('<bookViews>', '<workbookPr date1904="1"/><bookViews>')), ends: 'read' };
  yield { name: 'columns by the billion', bytes: own.edited(sheet, (xml) => xml.replace('<cols>', '<cols><col min="1" max="2147483648" width="9" customWidth="1"/><col min="-5" max="0" width="1" customWidth="1"/>')), ends: 'read' };
  yield { name: 'columns by the hundred thousand', bytes: own.edited(sheet, (xml) => xml.replace('<cols>', `<cols>${'<col min="1" max="900" width="9" customWidth="1"/>'.repeat(100_000)}`)) };
  for (const width of ['-5', '1e300', 'NaN']) yield { name: `a column ${width} wide`, bytes: own.edited(sheet, (xml) => xml.replace('<cols>', `<cols><col min="1" max="1" width="${width}" customWidth="1"/>`)), ends: 'read' };
  yield { name: 'a false extent', bytes: own.edited(sheet, (xml) => xml.replace(/<dimension ref="[^"]*"\/>/, `<dimension ref="${EVERYTHING}"/>`)), ends: 'read' };
  const sparse = Array.from({ length: 100 }, (_, i) => `<row r="${i + 1}"><c r="XFD${i + 1}"><v>1</v></c></row>`).join('');
  yield { name: 'wide rows on many sheets', bytes: manySheets(own, 400, sparse), ends: 'tooLarge' };
  yield { name: 'many sheets of nothing', bytes: manySheets(own, 400, ''), ends: 'read' };
  yield { name: 'cells of chance', bytes: added(Array.from({ length: 3_000 }, () => cell(`${columnLetters(random.between(0, 300))}${random.between(1, 3_000)}`, `<v>${random.between(-9e9, 9e9)}</v>`)).join('')), ends: 'read' };
}

/** Merges, checks, formats, tables and names over everything, backwards, or by the hundred thousand. */
export function* oddAreas(own: OwnWorkbook): Generator<HostileFile> {
  const sheet = own.sheet(TAB);
  const table = own.table(TAB);
  const behind = (markup: string) => own.edited(sheet, (xml) => xml.replace('</sheetData>', `</sheetData>${markup}`));
  const ranges = [EVERYTHING, 'A:XFD', 'XFD1048576:A1', 'A0:B0', 'ZZZ1:AAAA2', '#REF!', '', 'A1:B2:C3', 'A1 '.repeat(60_000)];
  const kinds: Readonly<Record<string, (range: string) => string>> = {
    merge: (range) => `<mergeCells><mergeCell ref="${range}"/></mergeCells>`,
    check: (range) => `<dataValidations><dataValidation type="list" sqref="${range}"><formula1>"a,b"</formula1></dataValidation></dataValidations>`,
    format: (range) => `<conditionalFormatting sqref="${range}"><cfRule type="expression" dxfId="0" priority="1"><formula>A1=1</formula></cfRule></conditionalFormatting>`,
    filter: (range) => `<autoFilter ref="${range}"/>`,
    link: (range) => `<hyperlinks><hyperlink ref="${range}" location="'说明'!A1"/></hyperlinks>`,
  };
  for (const [kind, markup] of Object.entries(kinds)) {
    for (const range of ranges) yield { name: `a ${kind} over ${range.slice(0, 20) || 'no range'}`, bytes: behind(markup(range)) };
  }
  for (const range of ranges.slice(0, -1)) {
    yield { name: `a table over ${range || 'no range'}`, bytes: own.edited(table, (xml) => xml.replaceAll(/ ref="[^"]*"/g, ` ref="${range}"`)) };
  }
  for (const range of ['A6:XFD36', 'A6:W1048576', 'A1048576:W1048576', 'XFA6:XFD36', 'A30:W36', 'A6:A6', 'A6:B7']) {
    yield { name: `our table over ${range}`, bytes: own.edited(table, (xml) => xml.replaceAll(/ ref="[^"]*"/g, ` ref="${range}"`)) };
  }
  yield { name: 'our table without a header', bytes: own.edited(table, (xml) => xml.replace('<table ', '<table headerRowCount="0" ')) };
  yield { name: 'all tables of one name', bytes: own.edited(table, (xml) => xml.replaceAll(/[nN]ame="t5_list"/g, (found) => found.replace('t5_list', 't6_list'))) };
  yield { name: 'a table of 16,000 columns', bytes: own.edited(table, (xml) => xml.replace(/<tableColumns.*<\/tableColumns>/s, `<tableColumns>${'<tableColumn id="1" name="x"/>'.repeat(16_000)}</tableColumns>`)) };
  yield { name: 'merges by the hundred thousand', bytes: behind(`<mergeCells>${Array.from({ length: 200_000 }, (_, i) => `<mergeCell ref="A${i + 1}:XFD${i + 2}"/>`).join('')}</mergeCells>`) };
  yield { name: 'checks by the hundred thousand', bytes: own.edited(sheet, (xml) => xml.replace('<dataValidations', `<dataValidations>${`<dataValidation type="list" sqref="${EVERYTHING}"><formula1>$A$1:$A$9</formula1></dataValidation>`.repeat(100_000)}</dataValidations><dataValidations`)) };
  yield { name: 'formats by the hundred thousand', bytes: behind(`<conditionalFormatting sqref="${EVERYTHING}">${'<cfRule type="expression" priority="1"><formula>A1=1</formula></cfRule>'.repeat(100_000)}</conditionalFormatting>`) };
  yield { name: 'one long formula as the format of 20,000 ranges', bytes: behind(`<conditionalFormatting sqref="${Array.from({ length: 20_000 }, (_, i) => `A${i + 1}`).join(' ')}"><cfRule type="expression" priority="1"><formula>${'A1+'.repeat(2_000)}1</formula></cfRule></conditionalFormatting>`), ends: 'tooLarge' };
  yield { name: 'links by the hundred thousand', bytes: behind(`<hyperlinks>${Array.from({ length: 100_000 }, (_, i) => `<hyperlink ref="A${i + 1}" location="'说明'!A1"/>`).join('')}</hyperlinks>`) };
  yield { name: 'data bars of every kind', bytes: behind(`<conditionalFormatting sqref="A1:B9"><cfRule type="dataBar" priority="1"><dataBar><cfvo type="num" val="x"/><cfvo type="max"/><color rgb="zz"/></dataBar></cfRule><cfRule type="colorScale" priority="NaN"/><cfRule/></conditionalFormatting>`) };
  const names = (markup: string) => own.edited('xl/workbook.xml', (xml) => xml.replace('<definedNames>', `<definedNames>${markup}`));
  yield { name: 'names by the hundred thousand', bytes: names(`<definedName name="n">'说明'!$A$1</definedName>`.repeat(100_000)) };
  yield { name: 'names of everything', bytes: names(`<definedName name="n">'说明'!$A$1:$XFD$1048576</definedName><definedName name="__proto__">'说明'!$A$1</definedName><definedName name="_xlnm.Print_Area" localSheetId="99">x</definedName><definedName name="_xlnm.Print_Titles" localSheetId="-1">${"'".repeat(50_000)}</definedName>`) };
  yield { name: 'panes frozen by the million', bytes: own.edited(sheet, (xml) => xml.replace(/xSplit="2" ySplit="6"/, 'xSplit="99999999" ySplit="-7"')) };
}

/** Styles by the million, or none where they should be. */
export function* oddStyles(own: OwnWorkbook): Generator<HostileFile> {
  const styles = (edit: (xml: string) => string) => own.edited('xl/styles.xml', edit);
  const after = (tag: string, markup: string, count: number) => styles((xml) => xml.replace(new RegExp(`<${tag}[^>]*>`), (open) => open + markup.repeat(count)));
  yield { name: 'two million formats of cells', bytes: after('cellXfs', '<xf/>', 2_000_000) };
  yield { name: 'a million fonts', bytes: after('fonts', '<font/>', 1_000_000) };
  yield { name: 'a million fills', bytes: after('fills', '<fill/>', 1_000_000) };
  yield { name: 'number formats by the hundred thousand', bytes: styles((xml) => xml.replace(/<fonts/, `<numFmts>${Array.from({ length: 200_000 }, (_, i) => `<numFmt numFmtId="${i}" formatCode="0;${i}"/>`).join('')}</numFmts><fonts`)) };
  yield { name: 'a number format of a million letters', bytes: styles((xml) => xml.replace(/<fonts/, `<numFmts><numFmt numFmtId="165" formatCode="${'[h]'.repeat(400_000)}"/></numFmts><fonts`)) };
  yield { name: 'styles that refer to nothing', bytes: styles((xml) => xml.replaceAll(/(fontId|fillId|borderId|numFmtId)="\d+"/g, '$1="99999"')) };
  yield { name: 'styles that refer backwards', bytes: styles((xml) => xml.replaceAll(/(fontId|fillId|borderId|numFmtId)="\d+"/g, '$1="-1"')) };
  yield { name: 'styles of another tongue', bytes: own.with({ 'xl/styles.xml': '<html/>' }) };
  yield { name: 'differences by the hundred thousand', bytes: after('dxfs', '<dxf><font/></dxf>', 300_000) };
  yield { name: 'colours of no colour', bytes: styles((xml) => xml.replaceAll(/rgb="[^"]*"/g, 'theme="-9" tint="1e300"')) };
  const used = Array.from({ length: 70 }, (_, r) => `<row r="${r + 1}">${Array.from({ length: 1_000 }, (_, c) => `<c s="${r * 1_000 + c + 1}"/>`).join('')}</row>`).join('');
  yield { name: 'each cell of a style of its own', bytes: own.edited(own.sheet(TAB), (xml) => xml.replace('</sheetData>', `${used}</sheetData>`)) };
}

/** A cell's content replaced in a sheet of ours; throws where the cell is not there. */
export function setCell(xml: string, place: string, inner: string, type = ''): string {
  const found = new RegExp(`<c r="${place}"( s="\\d+")?[^>]*?(?:/>|>.*?</c>)`);
  if (!found.test(xml)) throw new Error(`no cell ${place}`);
  return xml.replace(found, (_cell, style: string | undefined) => `<c r="${place}"${style ?? ''}${type === '' ? '' : ` t="${type}"`}>${inner}</c>`);
}

function manySheets(own: OwnWorkbook, count: number, rows: string): Uint8Array {
  const sheets = Array.from({ length: count }, (_, i) => i);
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  return own.with({
    'xl/workbook.xml': own.parts.get('xl/workbook.xml')!.replace('</sheets>', `${sheets.map((i) => `<sheet name="x${i}" sheetId="${i + 100}" r:id="x${i}"/>`).join('')}</sheets>`),
    'xl/_rels/workbook.xml.rels': own.parts.get('xl/_rels/workbook.xml.rels')!.replace(
      '</Relationships>',
      `${sheets.map((i) => `<Relationship Id="x${i}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" Target="worksheets/x${i}.xml"/>`).join('')}</Relationships>`,
    ),
    ...Object.fromEntries(sheets.map((i) => [`xl/worksheets/x${i}.xml`, `<worksheet xmlns="${main}"><sheetData>${rows}</sheetData></worksheet>`])),
  });
}
