import { gzipSync, strToU8 } from 'fflate';
import type { FileFault } from '../../src/xlsx/file-error';
import { encryptWorkbook } from './encrypt-workbook';
import type { HostileFile } from './hostile-file';
import type { OwnWorkbook } from './own-workbook';
import { rawZip } from './raw-zip';

const OLE = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/** Files of other kinds, all named .xlsx. */
export function* otherKinds(own: OwnWorkbook): Generator<HostileFile> {
  const wide = (text: string): Uint8Array => Buffer.from(`\uFEFF${text}`, 'utf16le');
  const kinds: readonly (readonly [name: string, bytes: Uint8Array, ends?: FileFault['kind']])[] = [
    ['nothing', new Uint8Array(), 'empty'],
    ['one byte', new Uint8Array(1)],
    ['zeros', new Uint8Array(100_000), 'unknownFormat'],
    ['.xls', compound('Workbook'), 'oldFormat'],
    ['.et', compound('Book', 'WpsCustomData'), 'oldFormat'],
    ['with a password', encryptWorkbook(own.bytes, '冬季行动'), 'encrypted'],
    ['with a password, so small that all of it lies in short sectors', encryptWorkbook(own.bytes.subarray(0, 1_000), ''), 'encrypted'],
    ['with a password, cut off', encryptWorkbook(own.bytes, '冬季行动').subarray(0, 20_000)],
    ['names of streams that a password has', compound('EncryptionInfo', 'EncryptedPackage'), 'encrypted'],
    ['a password, streams far behind', compound(...Array<string>(500).fill('x'), 'EncryptedPackage'), 'encrypted'],
    ['the first sector of .xls', Uint8Array.from(OLE), 'oldFormat'],
    ['a container of nothing', Buffer.concat([Uint8Array.from(OLE), new Uint8Array(5_000_000)]), 'oldFormat'],
    ['a container that leads round in circles', Buffer.concat([Uint8Array.from(OLE), new Uint8Array(5_000_000).fill(0x45)]), 'oldFormat'],
    ['Excel 2', new Uint8Array([9, 0, 4, 0, 2, 0, 16, 0]), 'oldFormat'],
    ['.ods', rawZip([{ name: 'mimetype', data: 'application/vnd.oasis.opendocument.spreadsheet', method: 0 }, { name: 'content.xml', data: '<x/>' }, { name: 'META-INF/manifest.xml', data: '<x/>' }]), 'openDocument'],
    ['.docx', own.with({ 'xl/workbook.xml': null, 'word/document.xml': '<x/>' }), 'otherFormat'],
    ['.pptx', own.with({ 'xl/workbook.xml': null, 'ppt/presentation.xml': '<x/>' }), 'otherFormat'],
    ['.xlsb', own.with({ 'xl/workbook.bin': 'x' }), 'otherFormat'],
    ['.zip', rawZip([{ name: '泽州县.xlsx', data: own.bytes }]), 'otherFormat'],
    ['.jar', rawZip([{ name: 'META-INF/MANIFEST.MF', data: 'x' }]), 'otherFormat'],
    ['.rar', strToU8('Rar!\u001a\u0007'), 'otherFormat'],
    ['.7z', new Uint8Array([0x37, 0x7a, 0xbc, 0xaf, 0x27, 0x1c]), 'otherFormat'],
    ['.gz', gzipSync(own.bytes)],
    ['.pdf', strToU8('%PDF-1.7\n%âãÏÓ'), 'otherFormat'],
    ['.png', new Uint8Array([0x89, 0x50, 0x4e, 0x47]), 'otherFormat'],
    ['.jpg', new Uint8Array([0xff, 0xd8, 0xff, 0xe0]), 'otherFormat'],
    ['.exe', strToU8('MZ\u0090\u0000\u0003'), 'unknownFormat'],
    ['.rtf', strToU8('{\\rtf1\\ansi}'), 'plainText'],
    ['.html', strToU8('<html><table><tr><td>序号</td></tr></table></html>'), 'webPage'],
    ['.html in GBK', Buffer.concat([strToU8('<HTML><head><title>'), new Uint8Array([0xd0, 0xf2]), strToU8('</title>')]), 'webPage'],
    ['.html in UTF-16', wide('<html><table>'), 'webPage'],
    ['.mht', strToU8('MIME-Version: 1.0\r\nContent-Type: multipart/related'), 'webPage'],
    ['.csv', strToU8('\uFEFF序号,项目名称\r\n1,=cmd|calc'), 'plainText'],
    ['.csv in GBK', new Uint8Array([0xd0, 0xf2, 0xba, 0xc5, 0x2c, 0x31, 0x0d, 0x0a]), 'plainText'],
    ['.csv of 40 MB', new Uint8Array(40_000_000).fill(0x2c), 'plainText'],
    ['.txt in UTF-16', wide('序号\t项目名称'), 'plainText'],
    ['XML of Excel 2003', strToU8('<?xml version="1.0"?><Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">'), 'otherFormat'],
    ['XML with billions of laughs', strToU8(`<?xml version="1.0"?>${LAUGHS}<Workbook>&j;</Workbook>`), 'otherFormat'],
    ['.json', strToU8('{"__proto__":{"polluted":1}}'), 'plainText'],
    ['larger than any workbook', Buffer.concat([own.bytes.subarray(0, 4), new Uint8Array(60_000_000)]), 'tooLarge'],
  ];
  for (const [name, bytes, ends] of kinds) yield { name, bytes, ...(ends && { ends }) };
}

/** A text of a kilobyte that an obedient reader makes three gigabytes of. */
export const LAUGHS = `<!DOCTYPE x [<!ENTITY a "哈哈哈哈哈哈哈哈哈哈">${[...'bcdefghij']
  .map((name, i) => `<!ENTITY ${name} "${`&${'abcdefghi'[i]};`.repeat(10)}">`)
  .join('')}]>`;

function compound(...streams: readonly string[]): Uint8Array {
  return Buffer.concat([Uint8Array.from(OLE), new Uint8Array(504), ...streams.map((name) => Buffer.from(name.padEnd(32, '\0'), 'utf16le'))]);
}
