import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describeFileFault } from '../../src/text/file';
import { FileError } from '../../src/xlsx/file-error';
import type { FileFault } from '../../src/xlsx/file-error';
import { FILE_LIMITS } from '../../src/xlsx/file-limit';
import { readContent } from '../../src/xlsx/read-content';
import { readWorkbook } from '../../src/xlsx/read-workbook';
import { writeWorkbook } from '../../src/xlsx/write-workbook';
import { fullModel } from './full-model';
import { DATE_STYLES, foreignFile, relationsOf, sharedStrings, worksheet } from './package-of';

/** Longer than any of these may take even on a busy machine, shorter than a user's patience. */
const PATIENCE = 8_000;

/** The fault a file is refused for, null where it is read. Anything but a FileError fails the test. */
async function faultOf(file: Uint8Array, limits = FILE_LIMITS): Promise<FileFault | null> {
  const begin = performance.now();
  try {
    await readWorkbook(file, limits);
    return null;
  } catch (error) {
    if (!(error instanceof FileError)) throw error;
    expect(describeFileFault(error.fault, 'a.xlsx')).toMatch(/^文件“a\.xlsx”.*。$/);
    return error.fault;
  } finally {
    expect(performance.now() - begin).toBeLessThan(PATIENCE);
  }
}

const ole = (...names: readonly string[]): Uint8Array =>
  new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1, ...names.flatMap((name) => [...name].flatMap((char) => [char.charCodeAt(0), 0]))]);
const zipOf = (...names: readonly string[]): Uint8Array => zipSync(Object.fromEntries(names.map((name) => [name, strToU8('x')])));

describe('a file of another kind is named and refused', () => {
  it.each<[string, Uint8Array, FileFault]>([
    ['nothing', new Uint8Array(), { kind: 'empty' }],
    ['.xls or .et', ole('Workbook'), { kind: 'oldFormat' }],
    ['Excel 4', new Uint8Array([0x09, 0x04, 0x06, 0x00, 0, 0, 0x10, 0]), { kind: 'oldFormat' }],
    ['with a password', ole('EncryptionInfo', 'EncryptedPackage'), { kind: 'encrypted' }],
    ['.ods', zipOf('mimetype', 'content.xml', 'META-INF/manifest.xml'), { kind: 'openDocument' }],
    ['.docx', zipOf('[Content_Types].xml', 'word/document.xml'), { kind: 'otherFormat', format: 'document' }],
    ['.pptx', zipOf('[Content_Types].xml', 'ppt/presentation.xml'), { kind: 'otherFormat', format: 'slides' }],
    ['.xlsb', zipOf('[Content_Types].xml', 'xl/workbook.bin'), { kind: 'otherFormat', format: 'binaryWorkbook' }],
    ['.zip', zipOf('泽州县.xlsx', '高平市.xlsx'), { kind: 'otherFormat', format: 'archive' }],
    ['.rar', strToU8('Rar!\u001a\u0007'), { kind: 'otherFormat', format: 'archive' }],
    ['.pdf', strToU8('%PDF-1.7'), { kind: 'otherFormat', format: 'pdf' }],
    ['.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10]), { kind: 'otherFormat', format: 'picture' }],
    ['a page saved as .xls', strToU8('\n<html xmlns:x="urn:schemas-microsoft-com:office:excel"><table>'), { kind: 'webPage' }],
    ['XML of Excel 2003', strToU8('<?xml version="1.0"?><Workbook>'), { kind: 'otherFormat', format: 'document' }],
    ['.csv', strToU8('序号,项目名称\r\n1,甲'), { kind: 'plainText' }],
    ['.csv in GBK', new Uint8Array([0xd0, 0xf2, 0xba, 0xc5, 0x2c, 0x31]), { kind: 'plainText' }],
    ['text of Excel in UTF-16', new Uint8Array([0xff, 0xfe, 0x31, 0, 0x09, 0]), { kind: 'plainText' }],
    ['something else', new Uint8Array([1, 2, 3, 4, 5]), { kind: 'unknownFormat' }],
    ['half a zip signature', new Uint8Array([0x50, 0x4b, 0x05, 0x06]), { kind: 'damaged' }],
  ])('%s', async (_name, file, fault) => {
    expect(await faultOf(file)).toEqual(fault);
  });
});

describe('a damaged file is refused, never half read', () => {
  let sound: Uint8Array;
  beforeAll(async () => {
    sound = await writeWorkbook(fullModel);
  });

  it('cut off anywhere', async () => {
    for (let length = 4; length < sound.length; length += 97) {
      expect(await faultOf(sound.subarray(0, length))).toEqual({ kind: 'damaged' });
    }
  });

  it('with bits turned over: refused, or read where the bit did not matter', async () => {
    const whole = JSON.stringify(await readWorkbook(sound));
    await fc.assert(
      fc.asyncProperty(fc.nat(sound.length - 1), fc.nat(7), async (at, bit) => {
        const broken = sound.slice();
        broken[at] = (broken[at] ?? 0) ^ (1 << bit);
        if ((await faultOf(broken)) === null) expect(JSON.stringify(await readWorkbook(broken)) === whole).toBe(true);
      }),
      { numRuns: 300 },
    );
  }, 60_000);

  it('with a piece of zeros in the middle, as a failed download leaves it', async () => {
    for (let at = 0; at < sound.length - 200; at += 501) {
      const broken = sound.slice();
      broken.fill(0, at, at + 200);
      expect(await faultOf(broken)).not.toBeNull();
    }
  });

  it.each<[string, string]>([
    ['in a row', '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row><row r="2"><c r="A2"><v>'],
    ['between rows', '<worksheet><sheetData><row r="1"><c r="A1"><v>1</v></c></row>'],
    ['after the cells', '<worksheet><sheetData><row r="1"/></sheetData><mergeCells>'],
    ['at once', ''],
  ])('a sheet that stops %s inside a sound zip', async (_where, sheet) => {
    expect(await faultOf(foreignFile(sheet))).toEqual({ kind: 'incompleteSheet', sheet: '表一' });
  });

  it.each<[string, Uint8Array]>([
    ['a text that is not in the table', foreignFile(worksheet('<row r="1"><c r="A1" t="s"><v>7</v></c></row>'), { 'xl/sharedStrings.xml': sharedStrings('<si><t>a</t></si>') })],
    ['a negative one', foreignFile(worksheet('<row r="1"><c r="A1" t="s"><v>-1</v></c></row>'))],
    ['a row beyond the last', foreignFile(worksheet('<row r="1048577"><c><v>1</v></c></row>'))],
    ['row 0', foreignFile(worksheet('<row r="0"><c><v>1</v></c></row>'))],
    ['a row that is no number', foreignFile(worksheet('<row r="x"><c><v>1</v></c></row>'))],
    ['a column beyond the last', foreignFile(worksheet('<row r="1"><c r="XFE1"><v>1</v></c></row>'))],
    ['cells within cells', foreignFile(worksheet('<row r="1"><c r="A1"><c r="B1"></row>'))],
    ['no cells at all', foreignFile('<worksheet></worksheet>')],
    ['no workbook', foreignFile(worksheet(''), { '_rels/.rels': relationsOf() })],
    ['no sheet', foreignFile(worksheet(''), { 'xl/workbook.xml': '<workbook><sheets/></workbook>' })],
    ['a sheet without a part', foreignFile(worksheet(''), { 'xl/_rels/workbook.xml.rels': relationsOf(['rId1', 'worksheet', 'worksheets/gone.xml']) })],
    ['broken styles', foreignFile(worksheet(''), { 'xl/styles.xml': '<styleSheet><fonts></styleSheet>' })],
    ['a formula without end', foreignFile(worksheet(`<row r="1"><c r="A1"><f>${'A1+'.repeat(9_000)}1</f></c></row>`))],
    ['a comment without end', foreignFile(worksheet('<!-- '))],
  ])('%s', async (_name, file) => {
    expect((await faultOf(file))?.kind).toBe('damaged');
  });

  it('of which the library cannot make sense: merges, formats and links that point nowhere are read as nothing', async () => {
    const file = foreignFile(
      worksheet(
        '<row r="1" ht="x" customHeight="1"><c r="A1" s="99"/><c r="B1" s="-1"><v>1</v></c></row>',
        '<mergeCells><mergeCell ref="B2:A1"/><mergeCell ref="?"/></mergeCells><conditionalFormatting sqref="?"><cfRule type="expression"><formula>((</formula></cfRule></conditionalFormatting>' +
          '<dataValidations><dataValidation type="list" sqref="??"><formula1>(</formula1></dataValidation></dataValidations><hyperlinks><hyperlink ref="A1" location="nowhere"/></hyperlinks>',
      ),
      { 'xl/styles.xml': DATE_STYLES },
    );
    expect(await faultOf(file)).toBeNull();
    const sheet = (await readWorkbook(file)).sheets[0];
    expect(sheet).toMatchObject({ merges: [], validations: [], conditionalFormats: [], links: [], rowHeights: [] });
  });
});

describe('a file made to do harm is refused before it costs memory', () => {
  it.each<[string, string]>([
    ['entities', '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>'],
    ['a DTD from outside', '<!DOCTYPE worksheet SYSTEM "http://example.org/x.dtd">'],
    ['an entity of a file', '<!DOCTYPE x [<!ENTITY f SYSTEM "file:///etc/passwd">]>'],
  ])('%s', async (_name, declaration) => {
    const sheet = worksheet('<row r="1"><c r="A1" t="str"><v>&b;</v></c></row>').replace('<worksheet', `${declaration}<worksheet`);
    expect(await faultOf(foreignFile(sheet))).toEqual({ kind: 'unsafe' });
    expect(await faultOf(foreignFile(worksheet(''), { 'xl/styles.xml': `${declaration}<styleSheet/>` }))).toEqual({ kind: 'unsafe' });
    expect(await faultOf(foreignFile(worksheet(''), { 'xl/workbook.xml': `${declaration}<workbook/>` }))).toEqual({ kind: 'unsafe' });
  });

  it('a bomb', async () => {
    const bomb = foreignFile(worksheet(' '.repeat(12_000_000)));
    expect(bomb.length).toBeLessThan(50_000);
    expect(await faultOf(bomb)).toMatchObject({ kind: 'tooLarge', measure: 'expandedBytes' });
  });

  it('a bomb that lies about its size', async () => {
    const bomb = foreignFile(worksheet(' '.repeat(12_000_000)));
    const view = new DataView(bomb.buffer, bomb.byteOffset, bomb.byteLength);
    for (let at = 0; at < bomb.length - 46; at += 1) {
      if (view.getUint32(at, true) === 0x02014b50 && view.getUint32(at + 24, true) > 300_000) view.setUint32(at + 24, 1_000, true);
    }
    expect(await faultOf(bomb)).toEqual({ kind: 'damaged' });
  });

  it('parts that share their bytes', async () => {
    const file = foreignFile(worksheet(''), { 'xl/a.xml': 'aaaaaaaaaaaaaaaaaaaa', 'xl/b.xml': 'bbbbbbbbbbbbbbbbbbbb' });
    const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
    const entries = [...Array(file.length - 46).keys()].filter((at) => view.getUint32(at, true) === 0x02014b50);
    const size = (entries.at(-2) ?? 0) + 20;
    view.setUint32(size, view.getUint32(size, true) + 60, true);
    expect(await faultOf(file)).toEqual({ kind: 'unsafe' });
  });

  it.each(['../evil.xml', '/etc/passwd', 'xl\\a.xml', 'XL/WORKBOOK.XML'])('a part named %s', async (name) => {
    expect(await faultOf(foreignFile(worksheet(''), { [name]: 'x' }))).toEqual({ kind: 'unsafe' });
  });

  it('one part shown as many sheets', async () => {
    const sheets = Array.from({ length: 400 }, (_, i) => `<sheet name="s${i}" sheetId="${i + 1}" r:id="rId1"/>`).join('');
    expect(await faultOf(foreignFile(worksheet(''), { 'xl/workbook.xml': `<workbook><sheets>${sheets}</sheets></workbook>` }))).toEqual({ kind: 'unsafe' });
  });

  it.each<[string, string]>([
    ['a stray cell in the last corner', '<row r="1"><c r="A1"><v>1</v></c></row><row r="1048576"><c r="XFD1048576"><v>1</v></c></row>'],
    ['a diagonal of cells', Array.from({ length: 9_000 }, (_, i) => `<row r="${i + 1}"><c r="${letters(i)}${i + 1}"><v>1</v></c></row>`).join('')],
    ['a diagonal of styles', Array.from({ length: 9_000 }, (_, i) => `<row r="${i + 1}"><c r="${letters(i)}${i + 1}" s="${1 + (i % 2)}"/></row>`).join('')],
  ])('%s', async (_name, rows) => {
    expect(await faultOf(foreignFile(worksheet(rows), { 'xl/styles.xml': DATE_STYLES }))).toMatchObject({ kind: 'tooLarge', measure: 'cells', sheet: '表一' });
  });

  it('more of anything than the limits allow', async () => {
    const file = foreignFile(worksheet('<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1"><v>1</v></c></row>'), { 'xl/sharedStrings.xml': sharedStrings('<si><t>a</t></si>', '<si><t>b</t></si>') });
    for (const [measure, value] of [['bytes', 100], ['parts', 3], ['cells', 1], ['texts', 1], ['textLength', 0], ['characters', 0], ['expandedBytes', 300], ['sheets', 0], ['formats', 2]] as const) {
      expect(await faultOf(file, { ...FILE_LIMITS, [measure]: value })).toMatchObject({ kind: 'tooLarge', measure, limit: value });
    }
  });

  it('more of anything than the limits allow on all sheets together, where each is within them', async () => {
    const sheet = worksheet('<row r="1"><c r="A1"><f>1+1</f><v>2</v></c><c r="Z1" t="str"><v>甲</v></c></row>');
    const names = ['a', 'b', 'c'];
    const file = foreignFile(sheet, {
      'xl/workbook.xml': `<workbook xmlns:r="r"><sheets>${names.map((name) => `<sheet name="${name}" r:id="${name}"/>`).join('')}</sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': relationsOf(...names.map((name) => [name, 'worksheet', `worksheets/${name}.xml`] as const)),
      ...Object.fromEntries(names.map((name) => [`xl/worksheets/${name}.xml`, sheet])),
    });
    expect(await faultOf(file)).toBeNull();
    expect(await faultOf(file, { ...FILE_LIMITS, cells: 60 })).toEqual({ kind: 'tooLarge', measure: 'cells', limit: 60, sheet: 'c' });
    expect(await faultOf(file, { ...FILE_LIMITS, characters: 50 })).toEqual({ kind: 'tooLarge', measure: 'characters', limit: 50, sheet: 'c' });
    expect(await faultOf(file, { ...FILE_LIMITS, formulas: 200 })).toEqual({ kind: 'tooLarge', measure: 'formulas', limit: 200, sheet: 'c' });
  });

  it('a table over more than is filled is read to its end, so that it is paid for', async () => {
    const table = '<table id="1" name="t5_list" displayName="t5_list" ref="A1:XFD1048576"><tableColumns><tableColumn id="1" name="a"/></tableColumns></table>';
    const file = foreignFile(worksheet('<row r="1"><c r="A1"><v>1</v></c></row>'), {
      'xl/tables/table1.xml': table,
      'xl/worksheets/_rels/sheet1.xml.rels': relationsOf(['rId1', 'table', '../tables/table1.xml']),
    });
    expect(await faultOf(file)).toMatchObject({ kind: 'tooLarge', measure: 'cells', sheet: '表一' });
    await expect(readContent(file)).rejects.toMatchObject({ fault: { kind: 'tooLarge', measure: 'cells', sheet: '表一' } });
  });

  it.each<[string, string]>([
    ['a long tag without attributes', worksheet(`<row ${'a'.repeat(1_000_000)}>`)],
    ['hundreds of thousands of opening brackets', worksheet('<'.repeat(300_000))],
    ['hundreds of thousands of cells opened and never closed', worksheet('<row r="1">' + '<c r="A1"><v>'.repeat(300_000))],
    ['hundreds of thousands of quotes', worksheet(`<row r=${'"'.repeat(300_000)}>`)],
    ['hundreds of thousands of comments', worksheet('<!---->'.repeat(300_000))],
    ['hundreds of thousands of pieces of CDATA', worksheet(`<row r="1"><c r="A1" t="str"><v>${'<![CDATA[a]]>'.repeat(300_000)}</v></c></row>`)],
    ['hundreds of thousands of validations', worksheet('', `<dataValidations>${'<dataValidation sqref="A1"'.repeat(300_000)}`)],
    ['a cell full of formulas', worksheet(`<row r="1"><c r="A1">${'<f>'.repeat(300_000)}</c></row>`)],
    ['a deep nest', worksheet('', '<extLst>'.repeat(200_000))],
  ])('%s does not take long', async (_name, sheet) => {
    await faultOf(foreignFile(sheet), { ...FILE_LIMITS, expansion: 100_000 });
  }, 20_000);

  it('a deep nest in the styles, and hundreds of thousands of columns, do not take long', async () => {
    const limits = { ...FILE_LIMITS, expansion: 100_000 };
    await faultOf(foreignFile(worksheet(''), { 'xl/styles.xml': `${'<fonts>'.repeat(200_000)}${'</fonts>'.repeat(200_000)}` }), limits);
    await faultOf(foreignFile(`<worksheet><cols>${'<col min="1" max="16384" width="9" customWidth="1"/>'.repeat(100_000)}</cols><sheetData/></worksheet>`), limits);
    await faultOf(foreignFile(worksheet(''), { 'xl/sharedStrings.xml': sharedStrings('<si><r>'.repeat(300_000), '<rPh>'.repeat(300_000)) }), limits);
  }, 30_000);
});

it('takes any bytes at all', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.boolean(), async (bytes, asZip) => {
      expect(await faultOf(asZip ? new Uint8Array([0x50, 0x4b, 3, 4, ...bytes]) : bytes)).not.toBeNull();
    }),
    { numRuns: 300 },
  );
});

it('takes any text as a sheet', async () => {
  const piece = fc.constantFrom('<row r="1">', '</row>', '<c r="A1" t="s">', '<c>', '</c>', '<v>', '</v>', '1', '<f t="shared" si="0">', '</f>', '<is><t>', '&#x;', '&amp;', '"', '<', '>', '</sheetData>', '甲');
  await fc.assert(
    fc.asyncProperty(fc.array(piece, { maxLength: 30 }), async (pieces) => {
      await faultOf(foreignFile(worksheet(pieces.join(''))));
    }),
    { numRuns: 400 },
  );
}, 60_000);

function letters(column: number): string {
  return (column >= 26 ? letters(Math.floor(column / 26) - 1) : '') + String.fromCharCode(65 + (column % 26));
}
