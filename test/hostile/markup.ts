import type { HostileFile } from './hostile-file';
import { LAUGHS } from './other-kind';
import type { OwnWorkbook } from './own-workbook';

const MAIN_PARTS = ['xl/workbook.xml', 'xl/sharedStrings.xml', 'xl/styles.xml', 'xl/_rels/workbook.xml.rels', '_rels/.rels'];

/** Entities, odd encodings, and markup that no program writes. */
export function* oddMarkup(own: OwnWorkbook): Generator<HostileFile> {
  const sheet = own.sheet('5 未开工项目');
  const declare = (declaration: string) => (xml: string) => xml.replace(/^(<\?xml[^>]*\?>)?/, `$1${declaration}`);
  for (const path of [...MAIN_PARTS, sheet, own.table('5 未开工项目'), 'xl/theme/theme1.xml']) {
    yield { name: `billions of laughs in ${path}`, bytes: own.edited(path, declare(LAUGHS)), ends: 'unsafe' };
  }
  const declarations: Readonly<Record<string, string>> = {
    'a DTD from outside': '<!DOCTYPE x SYSTEM "http://127.0.0.1:9/x.dtd">',
    'an entity of a file': '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>',
    'a parameter entity': '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x">%p;]>',
    'an empty DTD': '<!DOCTYPE x>',
    'a declaration in small letters': '<!doctype x>',
  };
  for (const [name, declaration] of Object.entries(declarations)) {
    yield { name, bytes: own.edited(sheet, declare(declaration)), ends: 'unsafe' };
    yield { name: `${name}, in UTF-16`, bytes: own.with({ [sheet]: utf16(declare(declaration)(own.parts.get(sheet)!)) }), ends: 'unsafe' };
  }
  yield { name: 'a DTD in the middle', bytes: own.edited(sheet, (xml) => xml.replace('<row ', '<!DOCTYPE x><row ')), ends: 'unsafe' };
  for (const entity of ['&unknown;', '&#0;', '&#x110000;', '&#xD800;', '&#xFFFFFFFFFF;', '&', '&#;', '&amp;amp;lt;']) {
    yield { name: `a text of ${entity}`, bytes: own.edited('xl/sharedStrings.xml', (xml) => xml.replace('<si><t>', `<si><t>${entity}`)), ends: 'read' };
  }

  const strings = own.parts.get('xl/sharedStrings.xml')!;
  yield { name: 'texts in UTF-16', bytes: own.with({ 'xl/sharedStrings.xml': utf16(strings) }), ends: 'read' };
  yield { name: 'texts in UTF-16, the other way round', bytes: own.with({ 'xl/sharedStrings.xml': Buffer.from(utf16(strings)).swap16() }), ends: 'read' };
  yield { name: 'texts in UTF-16 without a mark', bytes: own.with({ 'xl/sharedStrings.xml': utf16(strings).subarray(2) }), ends: 'damaged' };
  yield { name: 'the whole workbook in UTF-16', bytes: own.with(Object.fromEntries([...own.parts].map(([path, xml]) => [path, utf16(xml)]))), ends: 'read' };
  yield { name: 'texts in UTF-16, half a character missing', bytes: own.with({ 'xl/sharedStrings.xml': utf16(strings).slice(0, -1) }) };
  yield { name: 'texts that say they are GBK', bytes: own.edited('xl/sharedStrings.xml', (xml) => xml.replace('UTF-8', 'GBK')), ends: 'read' };
  yield { name: 'bytes that are no UTF-8', bytes: own.with({ 'xl/sharedStrings.xml': Buffer.concat([Buffer.from(strings), new Uint8Array([0xc0, 0x80, 0xff])]) }), ends: 'read' };

  const garble: Readonly<Record<string, (xml: string) => string>> = {
    'a comment without end': (xml) => xml.replace('<sheetData>', '<!-- <sheetData>'),
    'comments by the hundred thousand': (xml) => xml.replace('<sheetData>', `<sheetData>${'<!---->'.repeat(500_000)}`),
    'cells in CDATA': (xml) => xml.replace('<sheetData>', '<sheetData><![CDATA[<row r="1"><c r="A1"><v>1</v></c></row>]]>'),
    'two lots of cells': (xml) => xml.replace('</sheetData>', '</sheetData><sheetData><row r="1"><c r="A1"><v>1</v></c></row></sheetData>'),
    'cells after the end': (xml) => `${xml}<row r="1"><c r="A1"><v>1</v></c></row>`,
    'the end twice': (xml) => `${xml}</worksheet>`,
    'only the end': () => '</worksheet>',
    'nothing at all': () => '',
    'other names': (xml) => xml.replaceAll('<', '<x:').replaceAll('<x:/', '</x:').replace('<x:?xml', '<?xml'),
    'capital letters': (xml) => xml.toUpperCase(),
    'tags opened by the hundred thousand': (xml) => xml.replace('<sheetData>', `<sheetData>${'<row><c><f>'.repeat(300_000)}`),
    'a nest 500,000 deep': (xml) => xml.replace('<sheetData>', `${'<a>'.repeat(500_000)}<sheetData>`),
    'a nest behind the cells': (xml) => xml.replace('</sheetData>', `</sheetData>${'<extLst><ext>'.repeat(200_000)}`),
    'a tag of a million attributes': (xml) => xml.replace('<row ', `<row ${Array.from({ length: 500_000 }, (_, i) => `a${i}="1"`).join(' ')} `),
    'an attribute of a million letters': (xml) => xml.replace('<row ', `<row a="${'x'.repeat(3_000_000)}" `),
    'quotes by the hundred thousand': (xml) => xml.replace('<row ', `<row ${'"'.repeat(300_000)} `),
    'brackets by the hundred thousand': (xml) => xml.replace('<sheetData>', `<sheetData>${'<'.repeat(500_000)}`),
    'blanks round every equals sign': (xml) => xml.replaceAll('="', ` ${' '.repeat(20)}= "`),
    'instructions in between': (xml) => xml.replaceAll('<row ', '<?php system("x") ?><row '),
    'a prefix of a million letters': (xml) => xml.replace('<sheetData>', `<${'a'.repeat(1_000_000)}:sheetData><sheetData>`),
  };
  for (const [name, edit] of Object.entries(garble)) yield { name: `markup: ${name}`, bytes: own.edited(sheet, edit) };
}

/** Parts that are missing, refer to each other in circles, or are not what the package says. */
export function* oddParts(own: OwnWorkbook): Generator<HostileFile> {
  const kinds = new Map([...own.parts.keys()].map((path) => [path.replace(/\d+/, ''), path]));
  for (const path of kinds.values()) yield { name: `without ${path}`, bytes: own.with({ [path]: null }) };
  const sheet = own.sheet('5 未开工项目');
  const short = sheet.replace('xl/', '');
  const relations = 'xl/_rels/workbook.xml.rels';
  const target = (to: string) => own.edited(relations, (xml) => xml.replace(short, to));
  const targets = ['workbook.xml', 'sharedStrings.xml', '_rels/workbook.xml.rels', '../[Content_Types].xml', '/', '..', '', '../../../../../../etc/passwd', 'file:///etc/passwd', 'http://127.0.0.1:9/x', 'worksheets/sheet1.xml', `./x/../${short}`, `/xl/${short}`, 'a/'.repeat(100_000)];
  for (const to of targets) yield { name: `a sheet that is ${to.slice(0, 40)}`, bytes: target(to) };
  yield { name: 'a workbook that is its own sheet', bytes: own.edited('_rels/.rels', (xml) => xml.replace('xl/workbook.xml', short)), ends: 'damaged' };
  yield { name: 'a package that is its own workbook', bytes: own.edited('_rels/.rels', (xml) => xml.replace('xl/workbook.xml', '_rels/.rels')), ends: 'damaged' };
  yield { name: 'relations without end', bytes: own.edited(relations, (xml) => xml.replace('<Relationship ', `${'<Relationship Id="x" Type="a/b" Target="c"/>'.repeat(200_000)}<Relationship `)) };
  yield { name: 'relations of one id', bytes: own.edited(relations, (xml) => xml.replaceAll(/Id="[^"]*"/g, 'Id="rId3"')) };
  yield { name: 'relations out of the file', bytes: own.edited(relations, (xml) => xml.replaceAll('<Relationship ', '<Relationship TargetMode="External" ')), ends: 'damaged' };
  yield { name: 'relations called __proto__', bytes: own.edited(relations, (xml) => xml.replaceAll(/Id="[^"]*"/g, 'Id="__proto__"')) };
  yield { name: 'a table of two sheets', bytes: own.with({ 'xl/worksheets/_rels/sheet6.xml.rels': own.parts.get('xl/worksheets/_rels/sheet7.xml.rels')! }), ends: 'read' };
  yield { name: 'a table that is a sheet', bytes: own.with({ [own.table('5 未开工项目')]: own.parts.get(sheet)! }) };
  for (const type of ['chartsheet', 'dialogsheet', 'externalLink', 'constructor']) {
    yield { name: `sheets said to be ${type}`, bytes: own.edited(relations, (xml) => xml.replaceAll('/worksheet"', `/${type}"`)), ends: 'damaged' };
  }
  const types = '[Content_Types].xml';
  for (const [name, text] of [['nothing', ''], ['a macro workbook', own.parts.get(types)!.replaceAll('spreadsheetml.sheet.main', 'ms-excel.sheet.macroEnabled.main')], ['text', own.parts.get(types)!.replaceAll('spreadsheetml', 'wordprocessingml')], ['no XML', '\u0000']] as const) {
    yield { name: `content types say ${name}`, bytes: own.with({ [types]: text }) };
  }
  const workbook = 'xl/workbook.xml';
  const listed = (sheets: string) => own.edited(workbook, (xml) => xml.replace(/<sheets>.*<\/sheets>/s, `<sheets>${sheets}</sheets>`));
  yield { name: 'no sheets', bytes: listed(''), ends: 'damaged' };
  yield { name: 'one part as 400 sheets', bytes: listed(Array.from({ length: 400 }, (_, i) => `<sheet name="s${i}" r:id="rId3"/>`).join('')), ends: 'unsafe' };
  yield { name: '100,000 sheets', bytes: listed('<sheet name="s" r:id="rId3"/>'.repeat(100_000)), ends: 'tooLarge' };
  yield { name: 'sheets of one name', bytes: own.edited(workbook, (xml) => xml.replaceAll(/<sheet name="[^"]*"/g, '<sheet name="表"')) };
  yield { name: 'sheets of names that differ in case', bytes: own.edited(workbook, (xml) => xml.replace('name="说明"', 'name="a"').replace('name="汇总"', 'name="A"')) };
  yield { name: 'sheets without names', bytes: own.edited(workbook, (xml) => xml.replaceAll(/<sheet name="[^"]*"/g, '<sheet name=""')), ends: 'damaged' };
  yield { name: 'a sheet of a long name', bytes: own.edited(workbook, (xml) => xml.replace('name="说明"', `name="${'长'.repeat(100_000)}"`)) };
  yield { name: 'a sheet named in markup', bytes: own.edited(workbook, (xml) => xml.replace('name="说明"', 'name="&lt;img src=x onerror=alert(1)&gt;\'![]:*?/\\&#10;"')) };
  yield { name: 'the tab of a million', bytes: own.edited(workbook, (xml) => xml.replace('activeTab="0"', 'activeTab="1000000"')) };
  for (const value of ['-1', 'x', '1e9']) yield { name: `the tab ${value}`, bytes: own.edited(workbook, (xml) => xml.replace('activeTab="0"', `activeTab="${value}"`)) };
}

function utf16(text: string): Uint8Array {
  return Buffer.from(`\uFEFF${text}`, 'utf16le');
}
