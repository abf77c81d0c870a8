import type { WorkbookModel } from '../sheet/model';
import type { FileLimits } from './file-limit';
import { readWorkbook } from './read-workbook';
import { findUnknownParts } from './unknown-part';
import type { UnknownPart } from './unknown-part';
import { writeWorkbook } from './write-workbook';

/** A file that is open: what its port can do, and saving it. */
export type FilePort<P> = P & {
  /** The workbook as it is now, as an .xlsx file. Formulas keep the values they were read or written with. */
  save(): Promise<Uint8Array>;
  /** What the file holds that would not be in the saved one. */
  readonly unknown: readonly UnknownPart[];
};

/**
 * Opens an .xlsx file to work on, over a port on the model read from it: give createMemoryPort, which this room may
 * not import. Throws FileError for a file that cannot be used.
 */
export async function openFile<P extends { model(): WorkbookModel }>(
  bytes: Uint8Array,
  createPort: (model: WorkbookModel) => P,
  limits?: FileLimits,
): Promise<FilePort<P>> {
  const port = createPort(await readWorkbook(bytes, limits));
  return { ...port, save: () => writeWorkbook(port.model()), unknown: findUnknownParts(bytes, limits) };
}
