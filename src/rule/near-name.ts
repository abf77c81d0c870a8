import { PieceIndex } from './name-piece';

/** A project as near names are looked for: its unit, normalised name and 总投资 in 万元. */
export interface NamedAmount {
  readonly unit: number;
  readonly name: string;
  readonly total: number;
}

/** Names as short as this may differ in one or two characters and mean quite another thing. */
const shortestName = 8;
const mostEdits = 2;
const amountTolerance = 0.05;
const shortestStem = 4;

/** The name without phase and kind: 一期 and 二期, 项目 and 工程 make no difference. */
export function stemOf(name: string): string {
  return name.replace(/\(?第?[一二三四五六七八九十\d]+期\)?/g, '').replace(/项目|工程|\(\)/g, '');
}

/** True where a can be made of b by at most two characters put in, taken out or exchanged. */
export function isWithinTwoEdits(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > mostEdits) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let [endA, endB] = [a.length, b.length];
  while (endA > start && endB > start && a[endA - 1] === b[endB - 1]) {
    endA--;
    endB--;
  }
  return distance(a.slice(start, endA), b.slice(start, endB)) <= mostEdits;
}

function distance(a: string, b: string): number {
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    let least = i;
    for (let j = 1; j <= b.length; j++) {
      const cost = a[i - 1] === b[j - 1] ? 0 : 1;
      const value = Math.min((previous[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1, (previous[j - 1] ?? 0) + cost);
      row.push(value);
      least = Math.min(least, value);
    }
    if (least > mostEdits) return least;
    previous = row;
  }
  return previous[b.length] ?? 0;
}

/** Two projects of two units that may well be one: rules.md, cross-county/near-name. Equal names are cross-county/same-name. */
export function isNear(a: NamedAmount, b: NamedAmount): boolean {
  if (a.unit === b.unit || a.name === b.name) return false;
  if (Math.abs(a.total - b.total) > amountTolerance * Math.max(a.total, b.total)) return false;
  if (a.name.length >= shortestName && b.name.length >= shortestName && isWithinTwoEdits(a.name, b.name)) return true;
  const stem = stemOf(a.name);
  return stem.length >= shortestStem && stem === stemOf(b.name);
}

/** Amounts within the tolerance lie in the same or in neighbouring bands. */
function bandOf(total: number): number {
  return total <= 0 ? -1_000_000 : Math.floor(Math.log(total) / -Math.log(1 - amountTolerance));
}

/** Ids by band of 总投资 and stem. */
class Stems {
  private readonly bands = new Map<number, Map<string, number[]>>();

  add(band: number, stem: string, id: number): void {
    let stems = this.bands.get(band);
    if (!stems) this.bands.set(band, (stems = new Map<string, number[]>()));
    const known = stems.get(stem);
    if (known) known.push(id);
    else stems.set(stem, [id]);
  }

  get(band: number, stem: string): readonly number[] {
    return this.bands.get(band)?.get(stem) ?? none;
  }
}

const none: readonly number[] = [];

/** One bit for each letter there is, of 32: an edit changes at most two bits. */
function lettersOf(name: string): number {
  let bits = 0;
  for (let at = 0; at < name.length; at++) bits |= 1 << (Math.imul(name.charCodeAt(at), 0x9e3779b1) >>> 27);
  return bits;
}

function countBits(bits: number): number {
  let rest = bits - ((bits >>> 1) & 0x55555555);
  rest = (rest & 0x33333333) + ((rest >>> 2) & 0x33333333);
  return Math.imul((rest + (rest >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}

/** Candidates looked at between two yields. */
const checksPerStep = 20_000;

/**
 * All pairs of near projects (indexes, the smaller first), found through an index: equal stems, and names that share
 * three of five pieces (name-piece.ts), each within a band of 总投资. Near linear as long as few projects are near.
 * Yields null now and then to let the caller breathe.
 */
export function* nearPairs(projects: readonly NamedAmount[]): Generator<readonly [number, number] | null> {
  const stems = new Stems();
  const pieces = new PieceIndex(projects.length);
  const letters = Int32Array.from(projects, ({ name }) => lettersOf(name));
  const units = Int16Array.from(projects, ({ unit }) => unit);
  const asked = new Int32Array(projects.length).fill(-1);
  let checks = 0;
  for (const [id, project] of projects.entries()) {
    const band = bandOf(project.total);
    const { name } = project;
    const stem = stemOf(name);
    const hasStem = stem.length >= shortestStem;
    const near: number[] = [];
    const ask = (other: number) => {
      checks++;
      if (asked[other] === id || units[other] === units[id]) return;
      asked[other] = id;
      near.push(other);
    };
    for (const own of [band - 1, band, band + 1]) {
      if (hasStem) for (const other of stems.get(own, stem)) ask(other);
    }
    const ofStem = near.length;
    if (name.length >= shortestName) pieces.find(name, band, ask);
    for (const [at, other] of near.entries()) {
      if (at >= ofStem && countBits((letters[other] ?? 0) ^ (letters[id] ?? 0)) > 2 * mostEdits) continue;
      const earlier = projects[other];
      if (earlier && isNear(earlier, project)) yield [other, id];
    }
    if (hasStem) stems.add(band, stem, id);
    if (name.length >= shortestName) pieces.add(name, band, id);
    checks += 100;
    if (checks < checksPerStep) continue;
    checks = 0;
    yield null;
  }
}
