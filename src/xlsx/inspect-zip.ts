import { FileError } from './file-error';
import type { FileLimits } from './file-limit';
import { recogniseFile, recognisePackage } from './recognise-file';

/** A part of the package: where its packed bytes lie, and how large it claims to be unpacked. */
export interface ZipEntry {
  readonly name: string;
  readonly isDeflated: boolean;
  readonly start: number;
  readonly packedBytes: number;
  readonly bytes: number;
  readonly checksum: number;
}

const DIRECTORY_END = 0x06054b50;
const DIRECTORY_ENTRY = 0x02014b50;
const LOCAL_HEADER = 0x04034b50;
const DIRECTORY_END_BYTES = 22;
const LONGEST_COMMENT = 0xffff;
/** Value that stands for "see elsewhere" in files over 4 GB. */
const ELSEWHERE = 0xffffffff;
/** Small files may be mostly repetition. */
const EXPANSION_MATTERS_FROM = 10_000_000;

/**
 * Looks at a file before anything of it is unpacked: what kind of file it is, and whether its directory is sound
 * and within the limits. Gives the parts by lower-case name. Throws FileError.
 */
export function inspectZip(bytes: Uint8Array, limits: FileLimits): ReadonlyMap<string, ZipEntry> {
  const fault = recogniseFile(bytes);
  if (fault) throw new FileError(fault);
  if (bytes.length > limits.bytes) throw new FileError({ kind: 'tooLarge', measure: 'bytes', limit: limits.bytes });
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = findDirectoryEnd(view);
  const count = view.getUint16(end + 10, true);
  if (count > limits.parts) throw new FileError({ kind: 'tooLarge', measure: 'parts', limit: limits.parts });
  if (view.getUint16(end + 4, true) !== 0 || view.getUint16(end + 8, true) !== count) throw damaged();

  const entries = new Map<string, ZipEntry>();
  let at = view.getUint32(end + 16, true);
  for (let i = 0; i < count; i += 1) {
    if (at + 46 > end || view.getUint32(at, true) !== DIRECTORY_ENTRY) throw damaged();
    const nameBytes = view.getUint16(at + 28, true);
    const next = at + 46 + nameBytes + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
    if (next > end) throw damaged();
    const entry = readEntry(view, bytes, at, nameBytes);
    at = next;
    const key = entry.name.toLowerCase();
    if (isOddPath(entry.name) || entries.has(key)) throw new FileError({ kind: 'unsafe' });
    entries.set(key, entry);
  }
  checkPlaces([...entries.values()]);
  checkExpansion([...entries.values()], limits);
  const otherKind = recognisePackage(new Set(entries.keys()));
  if (otherKind) throw new FileError(otherKind);
  return entries;
}

function findDirectoryEnd(view: DataView): number {
  const last = view.byteLength - DIRECTORY_END_BYTES;
  for (let at = last; at >= Math.max(0, last - LONGEST_COMMENT); at -= 1) {
    if (view.getUint32(at, true) === DIRECTORY_END) return at;
  }
  throw damaged();
}

function readEntry(view: DataView, bytes: Uint8Array, at: number, nameBytes: number): ZipEntry {
  const flags = view.getUint16(at + 8, true);
  const method = view.getUint16(at + 10, true);
  const checksum = view.getUint32(at + 16, true);
  const packedBytes = view.getUint32(at + 20, true);
  const expanded = view.getUint32(at + 24, true);
  const header = view.getUint32(at + 42, true);
  if ((flags & 1) !== 0) throw new FileError({ kind: 'encrypted' });
  if (method !== 0 && method !== 8) throw damaged();
  if (packedBytes === ELSEWHERE || expanded === ELSEWHERE || header === ELSEWHERE) throw damaged();
  if (header + 30 > view.byteLength || view.getUint32(header, true) !== LOCAL_HEADER) throw damaged();
  const headerNameBytes = view.getUint16(header + 26, true);
  const start = header + 30 + headerNameBytes + view.getUint16(header + 28, true);
  if (start + packedBytes > view.byteLength || headerNameBytes !== nameBytes) throw damaged();
  // A name spoilt in one of its two places would make a part seem to be missing.
  for (let i = 0; i < nameBytes; i += 1) if (bytes[header + 30 + i] !== bytes[at + 46 + i]) throw damaged();
  if (method === 0 && packedBytes !== expanded) throw damaged();
  const name = new TextDecoder().decode(bytes.subarray(at + 46, at + 46 + nameBytes));
  return { name, isDeflated: method === 8, start, packedBytes, bytes: expanded, checksum };
}

function isOddPath(name: string): boolean {
  return name === '' || name.startsWith('/') || /[\\\0]/.test(name) || name.split('/').includes('..');
}

/** Parts that share bytes are a known way of making a small file unpack to a huge one. */
function checkPlaces(entries: readonly ZipEntry[]): void {
  const byPlace = [...entries].filter(({ packedBytes }) => packedBytes > 0).sort((a, b) => a.start - b.start);
  let end = 0;
  for (const entry of byPlace) {
    if (entry.start < end) throw new FileError({ kind: 'unsafe' });
    end = entry.start + entry.packedBytes;
  }
}

function checkExpansion(entries: readonly ZipEntry[], limits: FileLimits): void {
  let total = 0;
  let packed = 0;
  const refuse = (limit: number): never => {
    throw new FileError({ kind: 'tooLarge', measure: 'expandedBytes', limit });
  };
  for (const entry of entries) {
    total += entry.bytes;
    packed += entry.packedBytes;
    if (entry.bytes > limits.partBytes || isBomb(entry.bytes, entry.packedBytes, limits)) refuse(limits.partBytes);
  }
  if (total > limits.expandedBytes || isBomb(total, packed, limits)) refuse(limits.expandedBytes);
}

function isBomb(bytes: number, packed: number, limits: FileLimits): boolean {
  return bytes > EXPANSION_MATTERS_FROM && bytes > packed * limits.expansion;
}

function damaged(): FileError {
  return new FileError({ kind: 'damaged' });
}
