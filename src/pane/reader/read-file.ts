import type { WorkbookContent } from '../../sheet/model';
import type { UnknownPart } from '../../xlsx/unknown-part';

/** What came of a file: what it holds, or one Chinese sentence that says why it cannot be used. */
export type FileResult =
  | {
      readonly kind: 'content';
      readonly content: WorkbookContent;
      /** What the file holds beside the cells and is not taken over. */
      readonly unknown: readonly UnknownPart[];
    }
  | { readonly kind: 'refused'; readonly sentence: string };

/** A file chosen by the user, after it was read. */
export interface ReadFile {
  readonly name: string;
  /** Bytes. */
  readonly size: number;
  /** Last saved, milliseconds since 1970. */
  readonly modified: number;
  /** Of the bytes: the same file is known again under any name. Empty where they could not be read. */
  readonly fingerprint: string;
  readonly result: FileResult;
}

/** From the worker: it is loaded and waits for files, or this is what came of the last one. */
export type ReaderMessage =
  | { readonly kind: 'ready' }
  | { readonly kind: 'read'; readonly fingerprint: string; readonly result: FileResult }
  /** The reader itself failed; it may be in any state. */
  | { readonly kind: 'broken' };
