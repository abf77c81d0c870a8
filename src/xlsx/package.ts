import { inflateSync } from 'fflate';
import { FileError } from './file-error';
import type { FileLimits } from './file-limit';
import { inspectZip } from './inspect-zip';
import type { ZipEntry } from './inspect-zip';
import { encodeMarkup } from './xml-text';

/** The parts of a file whose directory was found sound. Names are looked up without regard to case. */
export interface Package {
  has(name: string): boolean;
  /** Text of a part, unpacked, without comments and CDATA. Throws FileError where it is broken or has a DTD. */
  text(name: string): string;
}

export function openPackage(bytes: Uint8Array, limits: FileLimits): Package {
  const entries = inspectZip(bytes, limits);
  return {
    has: (name) => entries.has(name.toLowerCase()),
    text(name) {
      const entry = entries.get(name.toLowerCase());
      if (!entry) throw new FileError({ kind: 'damaged' });
      return plainXml(decode(unpack(bytes, entry)));
    },
  };
}

function unpack(bytes: Uint8Array, entry: ZipEntry): Uint8Array {
  const packed = bytes.subarray(entry.start, entry.start + entry.packedBytes);
  const part = entry.isDeflated ? inflate(packed, entry.bytes) : packed;
  if (part.length !== entry.bytes || crc32(part) !== entry.checksum) throw new FileError({ kind: 'damaged' });
  return part;
}

/** Never unpacks more than the directory says, however much there is. */
function inflate(packed: Uint8Array, size: number): Uint8Array {
  try {
    return inflateSync(packed, { out: new Uint8Array(size) });
  } catch (cause) {
    throw new FileError({ kind: 'damaged' }, { cause });
  }
}

function decode(part: Uint8Array): string {
  const encoding = part[0] === 0xff && part[1] === 0xfe ? 'utf-16le' : part[0] === 0xfe && part[1] === 0xff ? 'utf-16be' : 'utf-8';
  return new TextDecoder(encoding).decode(part);
}

/**
 * Comments and CDATA taken out. Entities are how a small text is made to grow, and no office program needs a DTD:
 * both are refused.
 */
function plainXml(text: string): string {
  if (!text.includes('<!')) return text;
  const parts: string[] = [];
  let from = 0;
  for (let at = text.indexOf('<!'); at !== -1; at = text.indexOf('<!', from)) {
    if (parts.length > MOST_COMMENTS) throw new FileError({ kind: 'unsafe' });
    parts.push(text.slice(from, at));
    const isComment = text.startsWith('<!--', at);
    if (!isComment && !text.startsWith('<![CDATA[', at)) throw new FileError({ kind: 'unsafe' });
    const end = text.indexOf(isComment ? '-->' : ']]>', at + 4);
    if (end === -1) throw new FileError({ kind: 'damaged' });
    if (!isComment) parts.push(encodeMarkup(text.slice(at + 9, end)));
    from = end + 3;
  }
  parts.push(text.slice(from));
  return parts.join('');
}

/** Comments and pieces of CDATA in one part, at two pieces of text each: no program writes more than a few. */
const MOST_COMMENTS = 1_000_000;

/** Four tables of 256: what a byte does to the sum when none, one, two or three more follow it. */
const CRC_TABLES = ((): Int32Array => {
  const tables = new Int32Array(4 * 256);
  for (let byte = 0; byte < 256; byte += 1) {
    let value = byte;
    for (let bit = 0; bit < 8; bit += 1) value = value & 1 ? 0xedb88320 ^ (value >>> 1) : value >>> 1;
    tables[byte] = value;
  }
  for (let at = 256; at < tables.length; at += 1) tables[at] = (tables[at - 256]! >>> 8) ^ tables[tables[at - 256]! & 0xff]!;
  return tables;
})();

/** Four bytes at a time: large parts are what takes time. */
function crc32(bytes: Uint8Array): number {
  const table = CRC_TABLES;
  const whole = bytes.length & ~3;
  let crc = -1;
  let at = 0;
  for (; at < whole; at += 4) {
    crc ^= bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
    crc = table[768 + (crc & 0xff)]! ^ table[512 + ((crc >>> 8) & 0xff)]! ^ table[256 + ((crc >>> 16) & 0xff)]! ^ table[crc >>> 24]!;
  }
  for (; at < bytes.length; at += 1) crc = table[(crc ^ bytes[at]!) & 0xff]! ^ (crc >>> 8);
  return ~crc >>> 0;
}
