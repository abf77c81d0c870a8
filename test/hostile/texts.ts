import { dataColumns, metaKeys } from '../../src/sheet/build-data';
import { columnLetters } from '../../src/sheet/address';
import { encodeMarkup } from '../../src/xlsx/xml-text';
import { setCell } from './cells';
import type { HostileFile } from './hostile-file';
import type { OwnWorkbook } from './own-workbook';

const TAB = '5 未开工项目';

/** Names that every object has in JavaScript: a table of anything by name must not take them for its own. */
const KEYS = ['__proto__', 'constructor', 'toString', '__defineGetter__'];

/** Texts that mean something to a program: keys of objects, formulas, markup, and far too long ones. */
export function* oddTexts(own: OwnWorkbook): Generator<HostileFile> {
  const sheet = own.sheet(TAB);
  const typed = (place: string, text: string) => own.edited(sheet, (xml) => setCell(xml, place, `<is><t>${encodeMarkup(text)}</t></is>`, 'inlineStr'));
  for (const key of KEYS) {
    yield { name: `a sheet called ${key}`, bytes: own.edited('xl/workbook.xml', (xml) => xml.replaceAll(TAB, key)), ends: 'read' };
    yield { name: `a header ${key}`, bytes: typed('D6', key), ends: 'read' };
    yield { name: `every header ${key}`, bytes: own.edited(sheet, (xml) => 'ABCDEFGHIJKLMNOPQRSTUVW'.split('').reduce((rest, column) => setCell(rest, `${column}6`, `<v>${key}</v>`, 'str'), xml)), ends: 'read' };
    yield { name: `entries that are ${key}`, bytes: own.edited(sheet, (xml) => 'BCDEFGHIJKLMNOPQRSTUVW'.split('').reduce((rest, column) => setCell(setCell(rest, `${column}7`, `<v>${key}</v>`, 'str'), `${column}8`, `<v>${key}</v>`, 'str'), xml)), ends: 'read' };
    yield { name: `every text is ${key}`, bytes: own.edited('xl/sharedStrings.xml', (xml) => xml.replaceAll(/<si>.*?<\/si>/gs, `<si><t>${key}</t></si>`)), ends: 'read' };
    yield { name: `a table called ${key}`, bytes: own.edited(own.table(TAB), (xml) => xml.replaceAll('t5_list', key)), ends: 'read' };
  }
  for (const text of ['=cmd|"/c calc"!A1', '=HYPERLINK("http://127.0.0.1:9/","x")', '+1+1', '-1', '@SUM(A1)', '\t=1', "'=1", '<script>alert(1)</script>', '{{7*7}}', '$(rm -rf /)', '%s%n', '\u202E1000\u202C', 'a\u0300'.repeat(5_000), '\u0000', '_x0000_', '_x005F_x0041_', '\uD800', '\uFEFF', '🏗️', '🪪'.repeat(9_000)]) {
    yield { name: `a text ${JSON.stringify(text).slice(0, 30)}`, bytes: typed('B8', text), ends: 'read' };
  }
  yield { name: 'a text as long as Excel allows', bytes: typed('B8', '长'.repeat(32_767)), ends: 'read' };
  for (const length of [33_000, 1_000_000, 8_000_000]) yield { name: `a text of ${length} characters`, bytes: typed('B8', '长'.repeat(length)), ends: 'tooLarge' };
  yield { name: 'a long shared text', bytes: own.edited('xl/sharedStrings.xml', (xml) => xml.replace('<si><t>', `<si><t>${'长'.repeat(3_000_000)}`)), ends: 'tooLarge' };
  yield { name: 'a rich text of 100,000 runs', bytes: own.edited('xl/sharedStrings.xml', (xml) => xml.replace('<si><t>', `<si>${'<r><rPr/><t>a</t></r>'.repeat(100_000)}<t>`)), ends: 'tooLarge' };
  yield { name: 'escapes without end', bytes: typed('B8', '_x0041_'.repeat(4_000)), ends: 'read' };
  const names = (inner: string) => own.edited(sheet, (xml) => Array.from({ length: 12 }, (_, i) => i + 7).reduce((rest, row) => setCell(rest, `B${row}`, inner, 'str'), xml));
  yield { name: 'every name 32,000 characters long', bytes: names(`<v>${'项目'.repeat(16_000)}</v>`), ends: 'read' };
  const everywhere = Array.from({ length: 5_000 }, (_, i) => `<row r="${40 + i}">${'<c t="s"><v>0</v></c>'.repeat(20)}</row>`).join('');
  yield {
    name: 'a long text in 100,000 cells',
    bytes: own.with({
      'xl/sharedStrings.xml': own.parts.get('xl/sharedStrings.xml')!.replace('<si><t>', `<si><t>${'长'.repeat(30_000)}`),
      [sheet]: own.parts.get(sheet)!.replace('</sheetData>', `${everywhere}</sheetData>`),
    }),
    ends: 'tooLarge',
  };
  yield { name: 'texts by the million', bytes: own.edited('xl/sharedStrings.xml', (xml) => xml.replace('<si>', `${'<si><t/></si>'.repeat(2_100_000)}<si>`)), ends: 'tooLarge' };
  yield { name: 'a false count of texts', bytes: own.edited('xl/sharedStrings.xml', (xml) => xml.replace(/count="\d+" uniqueCount="\d+"/, 'count="-1" uniqueCount="99999999999"')), ends: 'read' };
}

/** Formulas nested, shared and repeated past any measure; none is ever computed. */
export function* oddFormulas(own: OwnWorkbook): Generator<HostileFile> {
  const sheet = own.sheet(TAB);
  const formula = (text: string, rest = '') => own.edited(sheet, (xml) => setCell(xml, 'H8', `<f${rest}>${encodeMarkup(text)}</f><v>1</v>`));
  for (const text of ['H8', 'WEBSERVICE("http://127.0.0.1:9/")', '[1]Sheet1!A1', "'\\\\127.0.0.1\\x\\[a.xlsx]b'!A1", 'cmd|"/c calc"!A1', 'INDIRECT("A1")', '#REF!', '=1', '', '((((', '"', 'A1:XFD1048576', `${'('.repeat(4_000)}1${')'.repeat(4_000)}`, '-'.repeat(8_000), `"${'a'.repeat(8_000)}"`, 'A1+'.repeat(2_000)]) {
    yield { name: `a formula ${text.slice(0, 30) || 'of nothing'}`, bytes: formula(text) };
  }
  yield { name: 'a formula too long for Excel', bytes: formula('A1+'.repeat(8_000) + '1'), ends: 'damaged' };
  yield { name: 'a formula of an array over everything', bytes: formula('1', ' t="array" ref="A1:XFD1048576"'), ends: 'read' };
  yield { name: 'a shared formula without its first', bytes: formula('', ' t="shared" si="5"'), ends: 'read' };
  for (const id of ['__proto__', '-1', '1e9']) yield { name: `a shared formula called ${id}`, bytes: formula('A1', ` t="shared" ref="A1:XFD1048576" si="${id}"`), ends: 'read' };
  const shared = (length: number, cells: number) =>
    own.edited(sheet, (xml) =>
      xml.replace('</sheetData>', `<row r="40"><c r="A40"><f t="shared" si="9">${'A1+'.repeat(length)}1</f></c></row>${Array.from({ length: cells }, (_, i) => `<row r="${41 + i}"><c r="A${41 + i}"><f t="shared" si="9"/></c></row>`).join('')}</sheetData>`),
    );
  yield { name: 'a long formula shared by 50,000 cells', bytes: shared(2_500, 50_000), ends: 'tooLarge' };
  yield { name: 'a short formula shared by 100,000 cells', bytes: shared(2, 100_000) };
  yield { name: '100,000 first cells of shared formulas', bytes: own.edited(sheet, (xml) => xml.replace('</sheetData>', `${Array.from({ length: 100_000 }, (_, i) => `<row r="${40 + i}"><c r="A${40 + i}"><f t="shared" si="${i}">A1+B2*SUM(C1:C9)</f></c></row>`).join('')}</sheetData>`)) };
}

/** What the hidden sheet says, turned into something else. */
export function* oddRecords(own: OwnWorkbook): Generator<HostileFile> {
  const hidden = own.sheet('_数据');
  const said = (place: string, text: string) => own.edited(hidden, (xml) => putCell(xml, place, text));
  const meta = columnLetters(dataColumns.meta + 1);
  for (const [at, key] of metaKeys.entries()) {
    for (const text of ['__proto__', '', '-1', '1e400', '[object Object]']) yield { name: `${key} is ${text || 'nothing'}`, bytes: said(`${meta}${at + 2}`, text), ends: 'read' };
  }
  const blocks = ['header', 'issued', 'explanation', 'reserve', 'ruleSetting'] as const;
  for (const block of blocks) {
    for (const key of KEYS) {
      // The key as the list, and as the column or row of a list, in every cell of a row.
      const cells = Array.from({ length: 5 }, (_, i) => `${columnLetters(dataColumns[block] + i)}2`);
      yield { name: `${block} of ${key}`, bytes: own.edited(hidden, (xml) => cells.reduce((rest, place) => putCell(rest, place, key), xml)), ends: 'read' };
    }
  }
  const [base, exchange] = [`${columnLetters(dataColumns.base)}2`, `${columnLetters(dataColumns.exchange)}2`];
  for (const text of ['{', 'null', '[]', '{"__proto__":{"polluted":1}}', '{"batch":"x","issuedAt":"x","rows":{"__proto__":{"polluted":{"a":1}},"5":{"__proto__":{"polluted":1}}}}', '['.repeat(30_000), '{"a":'.repeat(6_000), '{"batch":"x","issuedAt":"x","rows":{"5":7}}']) {
    yield { name: `issued from ${text.slice(0, 30)}`, bytes: said(base, text), ends: 'read' };
    yield { name: `exchanged ${text.slice(0, 30)}`, bytes: said(exchange, text), ends: 'read' };
  }
  const rows = Array.from({ length: 60_000 }, (_, i) => `<row r="${10_000 + i}"><c r="${columnLetters(dataColumns.issued)}${10_000 + i}" t="str"><v>5</v></c></row>`).join('');
  yield { name: 'a hidden sheet of 60,000 rows', bytes: own.edited(hidden, (xml) => xml.replace('</sheetData>', `${rows}</sheetData>`)) };
  yield { name: 'two hidden sheets', bytes: own.with({ [own.sheet('汇总')]: own.parts.get(hidden)! }), ends: 'read' };
  yield { name: 'an empty hidden sheet', bytes: own.edited(hidden, (xml) => xml.replace(/<sheetData>.*<\/sheetData>/s, '<sheetData/>')), ends: 'read' };
  yield { name: 'every sheet the hidden one', bytes: own.with(Object.fromEntries(['说明', '汇总', TAB].map((tab) => [own.sheet(tab), own.parts.get(hidden)!]))) };
}

/** A text put into a cell of the hidden sheet, whether something stands there or not. */
function putCell(xml: string, place: string, text: string): string {
  const cell = `<c r="${place}" t="inlineStr"><is><t>${encodeMarkup(text)}</t></is></c>`;
  const row = /\d+$/.exec(place)![0];
  const there = new RegExp(`<c r="${place}"[^>]*?(?:/>|>.*?</c>)`);
  return there.test(xml) ? xml.replace(there, () => cell) : xml.replace(new RegExp(`(<row r="${row}"[^>]*?>)`), (open: string) => open + cell);
}
