import type { Surroundings } from '../../job/clock';
import type { KnownWorkbook } from '../../job/known-workbook';
import { recogniseWorkbook } from '../../job/recognise';
import { WorkbookError } from '../../job/workbook-error';
import type { Plan } from '../../plan/plan';
import { readData } from '../../sheet/read-data';
import { describeForeignFile, describeUnusableFile } from '../../text/file-reading';
import type { Shelved } from '../file/shelf';
import type { ReadFile } from '../reader/read-file';

/** A chosen file, recognised as a workbook of ours or refused with a sentence. */
export interface ShelvedFile extends Shelved {
  readonly found: { readonly kind: 'known'; readonly known: KnownWorkbook } | { readonly kind: 'refused'; readonly sentence: string };
}

export function recogniseFile({ name, result }: ReadFile, plans: readonly Plan[], around: Surroundings): ShelvedFile['found'] {
  if (result.kind === 'refused') return result;
  if (readData(result.content) === null) return { kind: 'refused', sentence: describeForeignFile(name) };
  try {
    return { kind: 'known', known: recogniseWorkbook(result.content, plans, around) };
  } catch (cause) {
    if (!(cause instanceof WorkbookError)) throw cause;
    return { kind: 'refused', sentence: describeUnusableFile(name, cause.sentence) };
  }
}
