import type { Random } from '../../src/list/sample/random';
import type { HostileFile } from './hostile-file';
import type { OwnWorkbook } from './own-workbook';
import { rawZip, type RawEntry } from './raw-zip';

/** Files cut off, with bits turned over or pieces missing, as mail and bad disks leave them. */
export function* cutAndFlipped(own: OwnWorkbook, random: Random): Generator<HostileFile> {
  const { bytes } = own;
  for (let i = 0; i < 30; i += 1) {
    const length = i < 5 ? i : random.between(5, bytes.length - 1);
    yield { name: `cut off after ${length} bytes`, bytes: bytes.slice(0, length), ends: length === 0 ? 'empty' : undefined };
  }
  for (let i = 0; i < 40; i += 1) {
    const broken = bytes.slice();
    const places = Array.from({ length: i < 25 ? 1 : 20 }, () => random.between(0, bytes.length - 1));
    for (const at of places) broken[at]! ^= 1 << random.between(0, 7);
    yield { name: `bits turned over at ${places.join(', ')}`, bytes: broken };
  }
  for (let i = 0; i < 10; i += 1) {
    const broken = bytes.slice();
    const at = random.between(0, bytes.length - 5_000);
    if (i % 2 === 0) broken.fill(0, at, at + 4_096);
    else broken.copyWithin(at, at + 4_096);
    yield { name: `${i % 2 === 0 ? 'a block of zeros' : 'a block twice'} at ${at}`, bytes: broken, ends: 'damaged' };
  }
}

/** Parts cut off or garbled inside a package that is itself sound. */
export function* garbledParts(own: OwnWorkbook, random: Random): Generator<HostileFile> {
  const paths = [...own.parts.keys()].filter((path) => /sheet|strings|styles|workbook|tables|rels/.test(path));
  for (let i = 0; i < 15; i += 1) {
    const path = random.pick(paths);
    const text = own.parts.get(path)!;
    const length = random.between(0, text.length - 1);
    yield { name: `${path} stops after ${length} characters`, bytes: own.with({ [path]: text.slice(0, length) }) };
  }
  const pieces = ['<', '>', '"', '&', '</c>', '<row>', '<c>', '\u0000', '&#0;', '<!--', ']]>', '-1', '9'.repeat(20), '<v>', '/', '\uFFFE', '=', '￥'];
  for (let i = 0; i < 25; i += 1) {
    const path = random.pick(paths);
    let text = own.parts.get(path)!;
    for (let hit = 0; hit < 10; hit += 1) {
      const at = random.between(0, text.length - 1);
      text = text.slice(0, at) + random.pick(pieces) + text.slice(at + random.between(0, 3));
    }
    yield { name: `${path} garbled in ten places (${i})`, bytes: own.with({ [path]: text }) };
  }
}

/** Packages that lie about what is in them, or unpack to far more than they weigh. */
export function* liesAndBombs(own: OwnWorkbook, random: Random): Generator<HostileFile> {
  const sheet = own.sheet('5 未开工项目');
  const { entries } = own;
  const lying = (change: Partial<RawEntry>): Uint8Array => rawZip(entries.map((entry) => (entry.name === sheet ? { ...entry, packed: undefined, ...change } : entry)));
  const size = own.parts.get(sheet)!.length;
  for (const bytes of [0, 1, 100, size - 1, size * 2, 50_000_000, 0x7fffffff, 0xfffffffe]) {
    yield { name: `directory says ${bytes} bytes`, bytes: lying({ claims: { bytes } }), ends: bytes >= 50_000_000 ? 'tooLarge' : 'damaged' };
  }
  for (const packed of [0, 1, 10, 0x7fffffff, 0xfffffffe]) {
    yield { name: `directory says ${packed} packed bytes`, bytes: lying({ claims: { packed } }), ends: 'damaged' };
  }
  for (const bytes of [0, 1, 0xffffffff]) yield { name: `header says ${bytes} bytes`, bytes: lying({ header: { bytes, packed: bytes } }) };
  yield { name: 'false checksum', bytes: lying({ claims: { checksum: 1 } }), ends: 'damaged' };
  yield { name: 'another name in the header', bytes: lying({ header: { name: 'xl/other.xml' } }), ends: 'damaged' };
  yield { name: 'sizes of a file over 4 GB', bytes: lying({ claims: { bytes: 0xffffffff, packed: 0xffffffff } }), ends: 'damaged' };
  for (const at of [0, 5, 0x7fffffff, 0xffffffff]) yield { name: `part said to lie at ${at}`, bytes: lying({ claims: { at } }) };
  for (const method of [1, 6, 9, 12, 14, 99, 0xffff]) yield { name: `packed by method ${method}`, bytes: lying({ method }), ends: 'damaged' };
  for (const flags of [1, 8, 0x40, 0x2000]) yield { name: `flags ${flags}`, bytes: lying({ flags }) };
  for (const count of [0, 1, entries.length - 1, entries.length + 1, 0xffff]) yield { name: `directory of ${count} parts`, bytes: rawZip(entries, { count }) };
  for (const at of [0, 0x7fffffff, 0xffffffff]) yield { name: `directory said to lie at ${at}`, bytes: rawZip(entries, { at }), ends: 'damaged' };
  yield { name: 'one disk of several', bytes: rawZip(entries, { disk: 3 }), ends: 'damaged' };
  yield { name: 'something before the package', bytes: rawZip(entries, { before: new TextEncoder().encode('MZ program') }) };
  yield { name: 'something after the package', bytes: rawZip(entries, { after: new Uint8Array(70_000) }) };
  yield { name: 'two packages in a row', bytes: Buffer.concat([own.bytes, own.bytes]) };

  for (const name of ['../../evil.xml', '/etc/passwd', 'C:\\evil.xml', 'xl\\workbook.xml', 'xl/../xl/workbook.xml', '', 'a\u0000b', sheet, sheet.toUpperCase()]) {
    yield { name: `part named ${JSON.stringify(name)}`, bytes: rawZip([...entries, { name, data: 'evil' }]), ends: 'unsafe' };
  }
  yield { name: 'part named in bytes that are no text', bytes: rawZip([...entries, { name: new Uint8Array([0xff, 0xfe, 0xc0, 0x80]), data: 'evil' }]) };
  const first = entries[0]!;
  yield {
    name: 'twenty parts over the same bytes',
    bytes: rawZip([...entries, ...Array.from({ length: 20 }, (_, i) => ({ ...first, name: `xl/over${i}.xml`, claims: { at: 0 }, header: {} }))]),
  };
  yield { name: 'parts by the thousand', bytes: rawZip([...entries, ...Array.from({ length: 3_000 }, (_, i) => ({ name: `xl/media/${i}.png`, data: '' }))]), ends: 'tooLarge' };
  yield { name: 'parts by the ten thousand', bytes: rawZip(Array.from({ length: 60_000 }, (_, i) => ({ name: `xl/${i}`, data: '', method: 0 }))), ends: 'tooLarge' };

  const blanks = ' '.repeat(60_000_000);
  const around = own.parts.get(sheet)!;
  yield { name: 'a bomb of blanks', bytes: own.with({ [sheet]: around.replace('<sheetData>', `<sheetData>${blanks}`) }), ends: 'tooLarge' };
  yield { name: 'a bomb that nobody refers to', bytes: own.with({ 'xl/media/image1.png': blanks }), ends: 'tooLarge' };
  yield { name: 'a bomb that says it is small', bytes: lying({ data: blanks, claims: { bytes: 5_000 } }), ends: 'damaged' };
  const inner = rawZip([{ name: 'bomb', data: blanks }]);
  yield { name: 'a bomb within a package', bytes: own.with({ 'xl/embeddings/a.xlsx': rawZip([{ name: 'xl/embeddings/b.xlsx', data: inner }]) }), ends: 'read' };
  yield { name: 'a package of packages', bytes: rawZip([{ name: '[Content_Types].xml', data: '' }, { name: 'xl/workbook.xml', data: own.bytes, method: 0 }]), ends: 'damaged' };
  yield { name: 'bytes of chance', bytes: Uint8Array.from({ length: 4_000 }, () => random.between(0, 255)) };
  for (let i = 0; i < 10; i += 1) {
    const noise = Uint8Array.from({ length: 2_000 }, () => random.between(0, 255));
    noise.set([0x50, 0x4b, 3, 4]);
    noise.set([0x50, 0x4b, 5, 6, 0, 0, 0, 0, 1, 0, 1, 0], 1_978);
    yield { name: `chance between the marks of a package (${i})`, bytes: noise, ends: 'damaged' };
  }
}
