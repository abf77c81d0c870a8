import { describeFileFault } from '../../text/file';
import { describeLockedFile } from '../../text/file-reading';
import { FileError } from '../../xlsx/file-error';
import { FILE_LIMITS } from '../../xlsx/file-limit';
import { readContent } from '../../xlsx/read-content';
import { findUnknownParts } from '../../xlsx/unknown-part';
import { fingerprintOf } from '../../xlsx/fingerprint';
import type { ReadFile } from './read-file';

type Opened = Pick<ReadFile, 'fingerprint' | 'result'>;

/** Reads a chosen file, in the worker. What can be said of a file is an answer; anything thrown is a fault of the reader. */
export async function openChosenFile(file: File): Promise<Opened> {
  // Before any of it is in memory.
  if (file.size > FILE_LIMITS.bytes) {
    const sentence = describeFileFault({ kind: 'tooLarge', measure: 'bytes', limit: FILE_LIMITS.bytes }, file.name);
    return { fingerprint: '', result: { kind: 'refused', sentence } };
  }
  const bytes = await bytesOf(file);
  if (bytes === null) return { fingerprint: '', result: { kind: 'refused', sentence: describeLockedFile(file.name) } };
  const fingerprint = fingerprintOf(bytes);
  try {
    const content = await readContent(bytes);
    return { fingerprint, result: { kind: 'content', content, unknown: findUnknownParts(bytes) } };
  } catch (cause) {
    if (!(cause instanceof FileError)) throw cause;
    return { fingerprint, result: { kind: 'refused', sentence: describeFileFault(cause.fault, file.name) } };
  }
}

/** Null where the system does not hand the bytes out, which browsers tell by a DOMException. */
async function bytesOf(file: File): Promise<Uint8Array | null> {
  try {
    return new Uint8Array(await file.arrayBuffer());
  } catch (cause) {
    if (cause instanceof DOMException) return null;
    throw cause;
  }
}
