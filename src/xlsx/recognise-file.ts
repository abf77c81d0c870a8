import type { FileFault } from './file-error';

/** What kind of file the first bytes say it is: null for a zip file, else why it cannot be used. */
export function recogniseFile(bytes: Uint8Array): FileFault | null {
  if (bytes.length === 0) return { kind: 'empty' };
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04])) return null;
  if (startsWith(bytes, [0x50, 0x4b])) return { kind: 'damaged' };
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) {
    return { kind: containsWide(bytes, 'EncryptedPackage') || containsWide(bytes, 'EncryptionInfo') ? 'encrypted' : 'oldFormat' };
  }
  // Excel 2 to 4 wrote sheets without any container.
  if (bytes[0] === 0x09 && [0x00, 0x02, 0x04, 0x08].includes(bytes[1] ?? -1) && (bytes[2] ?? 0) <= 0x10 && bytes[3] === 0) {
    return { kind: 'oldFormat' };
  }
  if (startsWith(bytes, [0x25, 0x50, 0x44, 0x46])) return { kind: 'otherFormat', format: 'pdf' };
  if (startsWith(bytes, [0x52, 0x61, 0x72, 0x21]) || startsWith(bytes, [0x37, 0x7a, 0xbc, 0xaf])) {
    return { kind: 'otherFormat', format: 'archive' };
  }
  if (startsWith(bytes, [0x89, 0x50, 0x4e, 0x47]) || startsWith(bytes, [0xff, 0xd8, 0xff])) {
    return { kind: 'otherFormat', format: 'picture' };
  }
  return recogniseText(bytes);
}

/** What kind of zip file it is by the names in it: null for a workbook. */
export function recognisePackage(names: ReadonlySet<string>): FileFault | null {
  if (names.has('xl/workbook.bin')) return { kind: 'otherFormat', format: 'binaryWorkbook' };
  if (names.has('[content_types].xml')) {
    const folders = new Set([...names].map((name) => name.split('/')[0]));
    if (folders.has('word')) return { kind: 'otherFormat', format: 'document' };
    if (folders.has('ppt')) return { kind: 'otherFormat', format: 'slides' };
    return null;
  }
  if (names.has('content.xml') && (names.has('mimetype') || names.has('meta-inf/manifest.xml'))) return { kind: 'openDocument' };
  return { kind: 'otherFormat', format: 'archive' };
}

function recogniseText(bytes: Uint8Array): FileFault {
  const isWide = startsWith(bytes, [0xff, 0xfe]) || startsWith(bytes, [0xfe, 0xff]);
  const head = bytes.subarray(0, 2_000);
  const text = String.fromCharCode(...head.filter((byte) => byte !== 0)).toLowerCase();
  if (/<html|<!doctype html|<table|<head|mime-version:/.test(text)) return { kind: 'webPage' };
  if (/<\?xml|<workbook/.test(text)) return { kind: 'otherFormat', format: 'document' };
  const controls = head.filter((byte) => byte < 0x09 || (byte > 0x0d && byte < 0x20)).length;
  if (isWide || controls === 0) return { kind: 'plainText' };
  return { kind: 'unknownFormat' };
}

function startsWith(bytes: Uint8Array, signature: readonly number[]): boolean {
  return signature.every((byte, i) => bytes[i] === byte);
}

/** Looks for a name as the old container format spells its streams: two bytes a character. */
function containsWide(bytes: Uint8Array, name: string): boolean {
  const wide = [...name].flatMap((char) => [char.charCodeAt(0), 0]);
  for (let at = bytes.indexOf(wide[0] ?? 0); at !== -1; at = bytes.indexOf(wide[0] ?? 0, at + 1)) {
    if (wide.every((byte, i) => bytes[at + i] === byte)) return true;
  }
  return false;
}
