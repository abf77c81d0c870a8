import type { FileFault } from '../../src/xlsx/file-error';

/** A file to be opened, and how that must end where there is only one right way. */
export interface HostileFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  /** read: opened, whatever it then is · a kind of fault: refused for that reason. Absent: either. */
  readonly ends?: 'read' | FileFault['kind'];
  /** True where only what is entered is odd: it is read without its looks, which is faster. */
  readonly entriesOnly?: boolean;
}
