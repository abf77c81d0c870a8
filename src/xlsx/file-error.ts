/** What a file offers too much of, and how much is allowed. */
export type FileMeasure =
  | 'bytes'
  | 'parts'
  | 'expandedBytes'
  | 'cells'
  | 'texts'
  | 'textLength'
  | 'characters'
  | 'formulas'
  | 'formats'
  | 'sheets';

/** Why a file cannot be used, as data; text makes the sentence (describeFileFault). */
export type FileFault =
  | { readonly kind: 'empty' }
  /** .xls of Excel 97, or WPS's .et. */
  | { readonly kind: 'oldFormat' }
  | { readonly kind: 'encrypted' }
  | { readonly kind: 'openDocument' }
  | { readonly kind: 'webPage' }
  | { readonly kind: 'plainText' }
  | { readonly kind: 'otherFormat'; readonly format: 'pdf' | 'picture' | 'document' | 'slides' | 'binaryWorkbook' | 'archive' }
  | { readonly kind: 'unknownFormat' }
  /** The packing or a part is broken; sheet where it is known which. */
  | { readonly kind: 'damaged'; readonly sheet?: string }
  /** The sheet stops in the middle although the packing is sound. */
  | { readonly kind: 'incompleteSheet'; readonly sheet: string }
  | { readonly kind: 'tooLarge'; readonly measure: FileMeasure; readonly limit: number; readonly sheet?: string }
  /** Something no office program writes: entities, overlapping parts, odd paths. */
  | { readonly kind: 'unsafe' };

/** A file that cannot be used. Nothing of it was taken over. */
export class FileError extends Error {
  override readonly name = 'FileError';
  constructor(
    readonly fault: FileFault,
    options?: { cause?: unknown },
  ) {
    super(`file refused: ${fault.kind}`, options);
  }
}
