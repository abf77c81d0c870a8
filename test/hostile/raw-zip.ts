import { crc32, deflateRawSync } from 'node:zlib';

/** One part of a package as it is to be written, with whatever lies its two headers tell. */
export interface RawEntry {
  readonly name: string | Uint8Array;
  readonly data: Uint8Array | string;
  /** The data as it goes into the package, where that was made before. */
  readonly packed?: PackedData;
  /** 8 (deflate) unless told; another number is only claimed, the bytes are then as they stand. */
  readonly method?: number;
  readonly flags?: number;
  /** What the directory claims, where that is not the truth. */
  readonly claims?: { readonly bytes?: number; readonly packed?: number; readonly checksum?: number; readonly at?: number };
  /** What the header before the part claims, where that is not the truth. */
  readonly header?: { readonly name?: string; readonly bytes?: number; readonly packed?: number };
}

interface PackedData {
  readonly bytes: Uint8Array;
  /** Of the data before it was packed: bytes, and its checksum. */
  readonly size: number;
  readonly checksum: number;
}

interface DirectoryLies {
  readonly count?: number;
  readonly at?: number;
  readonly disk?: number;
  /** Bytes before the first part and after the directory. */
  readonly before?: Uint8Array;
  readonly after?: Uint8Array;
}

const encoder = new TextEncoder();

/** Deflated, or by another method as the bytes stand. */
export function packData(data: Uint8Array | string, method = 8): PackedData {
  const bytes = bytesOf(data);
  return { bytes: method === 8 ? deflateRawSync(bytes, { level: 3 }) : bytes, size: bytes.length, checksum: crc32(bytes) };
}

/** A zip file written by hand, since no library writes a false one. */
export function rawZip(entries: readonly RawEntry[], lies: DirectoryLies = {}): Uint8Array {
  const pieces: Uint8Array[] = [lies.before ?? new Uint8Array()];
  let at = pieces[0]!.length;
  const directory = entries.map((entry) => {
    const name = bytesOf(entry.name);
    const method = entry.method ?? 8;
    const { bytes: packed, size: bytes, checksum: trueChecksum } = entry.packed ?? packData(entry.data, method);
    const checksum = entry.claims?.checksum ?? trueChecksum;
    const headerName = entry.header?.name === undefined ? name : bytesOf(entry.header.name);
    const sizes = { packed: packed.length, bytes };
    const start = at;
    const local = record(0x04034b50, [
      [20, 2], [entry.flags ?? 0, 2], [method, 2], [0, 4], [checksum, 4],
      [entry.header?.packed ?? sizes.packed, 4], [entry.header?.bytes ?? sizes.bytes, 4], [headerName.length, 2], [0, 2],
    ]);
    for (const piece of [local, headerName, packed]) {
      pieces.push(piece);
      at += piece.length;
    }
    const central = record(0x02014b50, [
      [20, 2], [20, 2], [entry.flags ?? 0, 2], [method, 2], [0, 4], [checksum, 4],
      [entry.claims?.packed ?? sizes.packed, 4], [entry.claims?.bytes ?? sizes.bytes, 4], [name.length, 2],
      [0, 2], [0, 2], [0, 2], [0, 2], [0, 4], [entry.claims?.at ?? start, 4],
    ]);
    return [central, name];
  });
  const listed = directory.flat();
  const size = listed.reduce((sum, piece) => sum + piece.length, 0);
  const count = lies.count ?? entries.length;
  const end = record(0x06054b50, [[lies.disk ?? 0, 2], [0, 2], [count, 2], [count, 2], [size, 4], [lies.at ?? at, 4], [0, 2]]);
  return Buffer.concat([...pieces, ...listed, end, lies.after ?? new Uint8Array()]);
}

function record(signature: number, fields: readonly (readonly [value: number, bytes: 2 | 4])[]): Uint8Array {
  const bytes = Buffer.alloc(4 + fields.reduce((sum, [, size]) => sum + size, 0));
  bytes.writeUInt32LE(signature, 0);
  let at = 4;
  for (const [value, size] of fields) {
    if (size === 2) bytes.writeUInt16LE(value & 0xffff, at);
    else bytes.writeUInt32LE(value >>> 0, at);
    at += size;
  }
  return bytes;
}

function bytesOf(data: Uint8Array | string): Uint8Array {
  return typeof data === 'string' ? encoder.encode(data) : data;
}
