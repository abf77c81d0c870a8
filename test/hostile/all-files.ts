import { Random } from '../../src/list/sample/random';
import { cutAndFlipped, garbledParts, liesAndBombs } from './broken-packing';
import { oddAreas, oddCells, oddStyles } from './cells';
import type { HostileFile } from './hostile-file';
import { oddMarkup, oddParts } from './markup';
import { otherKinds } from './other-kind';
import type { OwnWorkbook } from './own-workbook';
import { oddFormulas, oddRecords, oddTexts } from './texts';

/** Every hostile file, one at a time, since some are large; the same seed gives the same files. */
export function* hostileFiles(own: OwnWorkbook, seed: number): Generator<HostileFile> {
  const random = new Random(seed);
  yield* cutAndFlipped(own, random);
  yield* garbledParts(own, random);
  yield* liesAndBombs(own, random);
  yield* otherKinds(own);
  yield* oddMarkup(own);
  yield* oddParts(own);
  yield* oddCells(own, random);
  yield* oddAreas(own);
  yield* oddStyles(own);
  for (const file of chain(oddTexts(own), oddFormulas(own), oddRecords(own))) yield { ...file, entriesOnly: true };
}

function* chain(...files: readonly Iterable<HostileFile>[]): Generator<HostileFile> {
  for (const some of files) yield* some;
}
