import { KeyTable } from './key-table';
import { hashOfPart, mix, powersTo, prefixesOf } from './name-hash';
import { sortInSteps } from './sort-in-steps';

/** Names worked on between two yields. */
const namesPerStep = 2_000;

/** A name of the crowd: where others first differ from it, and where they last do, as positions in it. */
interface Member {
  readonly id: number;
  readonly name: string;
  firsts: readonly number[];
  lasts: readonly number[];
}

/** Keys of what is left of a name without the first letter in which another differs, without the last, or without both. */
function keysOf({ name, firsts, lasts }: Member): Int32Array {
  const { length } = name;
  const prefixes = prefixesOf(name);
  const powers = powersTo(length);
  const join = (head: number, from: number, to: number) => (Math.imul(head, powers[to - from]!) + hashOfPart(prefixes, from, to)) | 0;
  const keys = [mix(length, prefixes[length]!)];
  for (const last of new Set([...firsts, ...lasts])) keys.push(mix(length - 1, join(prefixes[last]!, last + 1, length)));
  for (const first of firsts) {
    // Where a name holds all letters of the other and two more side by side, these two are its first and its last.
    for (const last of new Set([first + 1, ...lasts])) {
      if (last <= first || last >= length) continue;
      keys.push(mix(length - 2, join(join(prefixes[first]!, first + 1, last), last + 1, length)));
    }
  }
  return Int32Array.from(keys);
}

function commonStart(a: string, b: string): number {
  const most = Math.min(a.length, b.length);
  let at = 0;
  while (at < most && a.charCodeAt(at) === b.charCodeAt(at)) at++;
  return at;
}

function reverse(name: string): string {
  let reversed = '';
  for (let at = name.length - 1; at >= 0; at--) reversed += name.charAt(at);
  return reversed;
}

function compareTexts(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/**
 * How many letters each of some sorted texts begins with in common with any other, each number once. With those before
 * it, it has as many in common as the one just before it has, but never more than it has with that one.
 */
function partings(texts: readonly string[]): (readonly number[])[] {
  const all = texts.map(() => new Set<number>());
  const walk = (from: number, step: 1 | -1) => {
    const known: number[] = [];
    for (let at = from + step; at >= 0 && at < texts.length; at += step) {
      const [own, other] = [texts[at]!, texts[at - step]!];
      if (own !== other) {
        const common = commonStart(own, other);
        while (known.length > 0 && known[known.length - 1]! >= common) known.pop();
        known.push(common);
      }
      for (const each of known) all[at]!.add(each);
    }
  };
  walk(0, 1);
  walk(texts.length - 1, -1);
  return all.map((each) => [...each]);
}

/**
 * Many names that are alike, such as a numbered series. Of two names within two edits, what is between the first letter
 * in which they differ and the last one agrees, perhaps when that first or last letter is taken out: each shares with
 * the other what is left of it then. Where others of the crowd begin or end to differ is few places in a name, however
 * long it is, so that a name is found by a few dozen such rests, and most that are found by them are near (after Garbe,
 * SymSpell, 2012, which takes out any two letters).
 */
export class NearCrowd {
  private readonly keys = new Map<number, Int32Array>();
  private readonly table: KeyTable;

  constructor(compare: (a: number, b: number) => number) {
    this.table = new KeyTable(compare);
  }

  /** Learns of all names that will be put into it or looked up. */
  *meet(ids: Iterable<number>, nameOf: (id: number) => string): Generator<void> {
    const members = [...ids].map((id): Member => ({ id, name: nameOf(id), firsts: [], lasts: [] }));
    const forwards = yield* sortInSteps([...members], (a, b) => compareTexts(a.name, b.name));
    partings(forwards.map(({ name }) => name)).forEach((common, at) => {
      const own = forwards[at]!;
      own.firsts = common.filter((letters) => letters < own.name.length);
    });
    yield;
    const reversed = new Map(members.map((each) => [each, reverse(each.name)]));
    const backwards = yield* sortInSteps([...members], (a, b) => compareTexts(reversed.get(a)!, reversed.get(b)!));
    partings(backwards.map((each) => reversed.get(each)!)).forEach((common, at) => {
      const own = backwards[at]!;
      own.lasts = common.flatMap((letters) => (letters < own.name.length ? [own.name.length - 1 - letters] : []));
    });
    yield;
    for (const [at, each] of members.entries()) {
      this.keys.set(each.id, keysOf(each));
      if (at % namesPerStep === namesPerStep - 1) yield;
    }
  }

  /** At once where the id comes before all others. */
  add(id: number, band: number): void {
    for (const key of this.keys.get(id)!) this.table.add(mix(key, band), id);
  }

  /** Asks about every id of this band whose name may be near, perhaps several times; those that share a rest come in order. */
  find(id: number, band: number, ask: (id: number) => boolean): void {
    for (const key of this.keys.get(id)!) this.table.ask(mix(key, band), ask);
  }
}
