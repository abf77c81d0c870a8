import { KeyTable } from './key-table';
import { hashOfPart, mix, prefixesOf } from './name-hash';
import { pieceKeysOf, soughtKeysOf } from './name-piece';
import { shortestName, shortestStem, stemOf } from './near-name';

/** What a name is found and looked up by. */
export interface NameKeys {
  /** null where the stem is too short to tell anything. */
  readonly stem: number | null;
  readonly pieces: Int32Array;
}

const noPieces = new Int32Array(0);

function stemKeyOf(name: string): number | null {
  const stem = stemOf(name);
  return stem.length < shortestStem ? null : mix(stem.length, hashOfPart(prefixesOf(stem), 0, stem.length));
}

/** What a name is found by. Good until the next call. */
export function ownKeysOf(name: string): NameKeys {
  return { stem: stemKeyOf(name), pieces: name.length >= shortestName ? pieceKeysOf(name) : noPieces };
}

/** What names near to this one are found by. Good until the next call. */
export function soughtKeysFor(name: string): NameKeys {
  return { stem: stemKeyOf(name), pieces: name.length >= shortestName ? soughtKeysOf(name) : noPieces };
}

/** Told of an id whose name may be near, and whether it may be so by its stem; answers false where no later one is wanted. */
export type Ask = (id: number, mayHaveStem: boolean) => boolean;

/**
 * Names of one band of 总投资. A name is found by its stem and by any three of its five pieces (name-piece.ts). Of many
 * that have the same three, such as a numbered series, most are not near: whoever takes in many names leaves such
 * crowds aside (near-crowd.ts).
 */
export class NearBand {
  private readonly pieces: KeyTable;
  private readonly stems: KeyTable;
  /** Three pieces that too many names have in common. */
  private readonly crowded = new Set<number>();

  constructor(compare: (a: number, b: number) => number) {
    this.pieces = new KeyTable(compare);
    this.stems = new KeyTable(compare);
  }

  /** At once where the id comes before all others. Tells whether it has joined a crowd. */
  add(id: number, { stem, pieces }: NameKeys): boolean {
    if (stem !== null) this.stems.add(stem, id);
    let isInCrowd = false;
    for (const key of pieces) {
      this.pieces.add(key, id);
      isInCrowd ||= this.crowded.size > 0 && this.crowded.has(key);
    }
    return isInCrowd;
  }

  remove(id: number, { stem, pieces }: NameKeys): void {
    if (stem !== null) this.stems.remove(stem, id);
    for (const key of pieces) this.pieces.remove(key, id);
  }

  /**
   * Asks about every id whose name may be near, perhaps several times: first about those that may have the stem. Those
   * that have something in common come in order.
   */
  find(keys: NameKeys, ask: Ask): void {
    this.findByStem(keys, ask);
    const askOther = (id: number) => ask(id, false);
    for (const key of keys.pieces) this.pieces.ask(key, askOther);
  }

  /** The same, but for those that have three pieces in common with more than `most`: all of them are put into the crowd. Tells whether there are any. */
  findFew(keys: NameKeys, most: number, crowd: Set<number>, ask: Ask): boolean {
    this.findByStem(keys, ask);
    const askOther = (id: number) => ask(id, false);
    let meetsCrowd = false;
    for (const key of keys.pieces) {
      if (this.crowded.size === 0 || !this.crowded.has(key)) {
        if (this.pieces.countOf(key) <= most) {
          this.pieces.ask(key, askOther);
          continue;
        }
        this.crowded.add(key);
        for (const id of this.pieces.idsOf(key)) crowd.add(id);
      }
      meetsCrowd = true;
    }
    return meetsCrowd;
  }

  /** No name is taken for one of a crowd any more. */
  forgetCrowds(): void {
    this.crowded.clear();
  }

  private findByStem({ stem }: NameKeys, ask: Ask): void {
    if (stem !== null) this.stems.ask(stem, (id) => ask(id, true));
  }
}
