import { FILE_LIMITS } from './file-limit';
import type { FileLimits } from './file-limit';
import { inspectZip } from './inspect-zip';

/** What a file may hold that the model does not know, and that is therefore not in a file saved anew. */
export type UnknownPart = 'comment' | 'picture' | 'chart' | 'pivotTable' | 'macro' | 'externalLink';

const FOLDERS: readonly (readonly [RegExp, UnknownPart])[] = [
  [/^xl\/(?:comments\d*|threadedcomments\/.*)\.xml$|^xl\/comments\//, 'comment'],
  [/^xl\/media\//, 'picture'],
  [/^xl\/(?:charts|chartsheets)\//, 'chart'],
  [/^xl\/pivottables\//, 'pivotTable'],
  [/^xl\/vbaproject\.bin$/, 'macro'],
  [/^xl\/externallinks\//, 'externalLink'],
];

/**
 * What would be lost if this file were read and saved over: to be told before that is done. Looks at the file's
 * directory only. Throws FileError for a file that cannot be used.
 */
export function findUnknownParts(bytes: Uint8Array, limits: FileLimits = FILE_LIMITS): readonly UnknownPart[] {
  const names = [...inspectZip(bytes, limits).keys()];
  return [...new Set(FOLDERS.flatMap(([pattern, part]) => (names.some((name) => pattern.test(name)) ? [part] : [])))];
}
