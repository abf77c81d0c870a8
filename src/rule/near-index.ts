import { NearBand, ownKeysOf, soughtKeysFor, type Ask, type NameKeys } from './near-band';
import { NearCrowd } from './near-crowd';
import { bandOf, compareProjects, isNear, isWithinTwoEdits, mayBeNear, mostEdits, type NamedAmount } from './near-name';
import { sortInSteps } from './sort-in-steps';

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

/** Near projects that are kept of each: those that a sentence names, and one to tell that there are more. */
const mostKept = 6;

/** Candidates looked at between two yields. */
const checksPerStep = 20_000;

/** As many names may have three of five pieces in common before they are taken for a crowd. */
const mostTogether = 32;

/** What is near to one project: the first few of the later ones (compareProjects). */
interface Entry<P> {
  readonly project: P;
  later: readonly number[];
}

const noneLater: readonly number[] = [];

/**
 * Which projects are near to which (isNear), through an index of each band of 总投资 (near-band.ts). Of every project
 * the first few later ones are known, whatever the number of those near to it, so that a numbered series of thousands
 * stays small and no project with a near one is missed. Projects come and go one by one; what is known never depends on
 * the order in which they came.
 *
 * Candidates are kept in the order in which they are wanted, so that a search ends with the first few; names that have
 * much in common with many others are held against each other by where they differ (near-crowd.ts). Blind spot: each
 * project of such a crowd that comes or goes later is held against all of it.
 */
export class NearIndex<P extends NamedAmount> {
  private readonly entries: (Entry<P> | undefined)[] = [];
  private readonly free: number[] = [];
  /** By unit: of one map for all, a growth would take longer than a step may. */
  private readonly ids: Map<P, number>[] = [];
  private readonly byBand = new Map<number, NearBand>();
  /** By id: the letters of the name, its unit and band, and the search that asked about it last. */
  private letters = new Int32Array(64);
  private units = new Int16Array(64);
  private bands = new Int32Array(64);
  private asked = new Int32Array(64);
  private query = 0;
  private checks = 0;

  /** share: by how much of the larger 总投资 two may differ. */
  constructor(
    private readonly share: number,
    private readonly most = mostTogether,
  ) {}

  /** Takes in many projects at once; yields now and then to let the caller breathe. */
  *build(projects: readonly P[]): Generator<void> {
    const all: number[] = [];
    for (const project of projects) {
      all.push(this.enter(project));
      if (this.isTimeToBreathe()) yield;
    }
    const sorted = yield* this.sort(all);
    const crowd = new Set<number>();
    const find = (id: number) => {
      let meetsCrowd = false;
      this.findLater(id, (band, keys, ask) => {
        if (this.byBand.get(band)?.findFew(keys, this.most, crowd, ask)) meetsCrowd = true;
      });
      if (meetsCrowd) crowd.add(id);
    };
    const put = (id: number) => {
      if (this.put(id)) crowd.add(id);
    };
    yield* this.fromLastUnit(sorted, find, put);
    for (const band of this.byBand.values()) band.forgetCrowds();
    yield* this.buildCrowd(sorted.filter((id) => crowd.has(id)));
  }

  /** The first later projects near to this one, at most six, in order. */
  laterOf(project: P): P[] {
    const id = this.idsOf(project).get(project);
    return id === undefined ? [] : this.entryAt(id).later.map((each) => this.projectAt(each));
  }

  /** All projects near to one, whether it is in the index or not. */
  nearTo(project: P): P[] {
    return this.allNear(project).map((id) => this.projectAt(id));
  }

  /** Takes a project in; returns the earlier ones whose first later ones are others now. */
  add(project: P): P[] {
    const id = this.enter(project);
    const near = this.allNear(project);
    this.put(id);
    this.findLaterAgain(id);
    return this.renew(near, ({ later }) => later.length < mostKept || compareProjects(project, this.projectAt(later[later.length - 1]!)) < 0, project);
  }

  /** Takes a project out; returns the earlier ones whose first later ones are others now. */
  remove(project: P): P[] {
    const id = this.idsOf(project).get(project);
    if (id === undefined) return [];
    const near = this.allNear(project);
    this.byBand.get(this.bands[id]!)!.remove(id, ownKeysOf(project.name));
    const changed = this.renew(near, ({ later }) => later.includes(id), project);
    this.entries[id] = undefined;
    this.idsOf(project).delete(project);
    this.free.push(id);
    return changed;
  }

  private renew(near: readonly number[], isMeant: (entry: Entry<P>) => boolean, project: P): P[] {
    return near.flatMap((id) => {
      const entry = this.entryAt(id);
      if (entry.project.unit > project.unit || !isMeant(entry)) return [];
      this.findLaterAgain(id);
      return [entry.project];
    });
  }

  /** By unit and band, so that what is looked through stays in the processor's cache; then in order. */
  private *sort(ids: readonly number[]): Generator<void, readonly number[]> {
    const groups = new Map<number, number[]>();
    for (const id of ids) {
      const key = this.units[id]! * 2 ** 32 + this.bands[id]!;
      const group = groups.get(key);
      if (group) group.push(id);
      else groups.set(key, [id]);
    }
    const sorted: number[] = [];
    for (const key of [...groups.keys()].sort((a, b) => a - b)) {
      for (const id of yield* sortInSteps(groups.get(key)!, (a, b) => this.compare(a, b))) sorted.push(id);
    }
    return sorted;
  }

  /** Each is held against those of later units alone, and then is put before them. */
  private *fromLastUnit(sorted: readonly number[], find: (id: number) => void, put: (id: number) => void): Generator<void> {
    let end = sorted.length;
    while (end > 0) {
      let start = end;
      while (start > 0 && this.units[sorted[start - 1]!] === this.units[sorted[end - 1]!]) start--;
      for (let at = start; at < end; at++) {
        find(sorted[at]!);
        if (this.isTimeToBreathe()) yield;
      }
      for (let at = end; at > start; at--) {
        put(sorted[at - 1]!);
        if (this.isTimeToBreathe()) yield;
      }
      end = start;
    }
  }

  private *buildCrowd(sorted: readonly number[]): Generator<void> {
    const crowd = new NearCrowd((a, b) => this.compare(a, b));
    yield* crowd.meet(sorted, (id) => this.projectAt(id).name);
    const find = (id: number) => this.findLater(id, (band, _, ask) => crowd.find(id, band, (other) => ask(other, false)));
    const put = (id: number) => {
      crowd.add(id, this.bands[id]!);
      this.checks += 30;
    };
    yield* this.fromLastUnit(sorted, find, put);
  }

  private entryAt(id: number): Entry<P> {
    return this.entries[id]!;
  }

  private projectAt(id: number): P {
    return this.entries[id]!.project;
  }

  private compare(a: number, b: number): number {
    return compareProjects(this.projectAt(a), this.projectAt(b));
  }

  private idsOf({ unit }: P): Map<P, number> {
    return (this.ids[unit] ??= new Map());
  }

  private enter(project: P): number {
    const id = this.free.pop() ?? this.entries.length;
    this.entries[id] = { project, later: noneLater };
    this.idsOf(project).set(project, id);
    if (id >= this.asked.length) this.makeRoom();
    this.letters[id] = lettersOf(project.name);
    this.units[id] = project.unit;
    this.bands[id] = bandOf(project.total, this.share);
    this.checks += 10;
    return id;
  }

  private makeRoom(): void {
    const size = this.asked.length * 2;
    const copy = <T extends Int32Array | Int16Array>(old: T, empty: T): T => (empty.set(old), empty);
    this.letters = copy(this.letters, new Int32Array(size));
    this.units = copy(this.units, new Int16Array(size));
    this.bands = copy(this.bands, new Int32Array(size));
    this.asked = copy(this.asked, new Int32Array(size));
  }

  /** Tells whether it has joined a crowd. */
  private put(id: number): boolean {
    const at = this.bands[id]!;
    let band = this.byBand.get(at);
    if (!band) this.byBand.set(at, (band = new NearBand((a, b) => this.compare(a, b))));
    this.checks += 30;
    return band.add(id, ownKeysOf(this.projectAt(id).name));
  }

  private allNear(project: P): number[] {
    const near: number[] = [];
    const tell = (id: number) => near.push(id);
    const ask = this.makeAsk(project, tell, () => true, -1, noneLater);
    const keys = soughtKeysFor(project.name);
    const band = bandOf(project.total, this.share);
    for (let each = band - 1; each <= band + 1; each++) this.byBand.get(each)?.find(keys, ask);
    return near;
  }

  private findLaterAgain(id: number): void {
    this.entryAt(id).later = noneLater;
    this.findLater(id, (band, keys, ask) => this.byBand.get(band)?.find(keys, ask));
  }

  /** Finds the first few later ones, besides those that are known already, in its band and the neighbours. */
  private findLater(id: number, find: (band: number, keys: NameKeys, ask: Ask) => void): void {
    const entry = this.entryAt(id);
    const first = [...entry.later];
    const tell = (other: number) => {
      const at = first.findIndex((each) => this.compare(other, each) < 0);
      if (at >= 0) first.splice(at, 0, other);
      else first.push(other);
      if (first.length > mostKept) first.pop();
    };
    const isWanted = (other: number) => first.length < mostKept || this.compare(other, first[mostKept - 1]!) < 0;
    const ask = this.makeAsk(entry.project, tell, isWanted, entry.project.unit, entry.later);
    const keys = soughtKeysFor(entry.project.name);
    const band = this.bands[id]!;
    for (let each = band - 1; each <= band + 1; each++) find(each, keys, ask);
    if (first.length > 0) entry.later = first;
  }

  /** Tells of every near project of a unit after `afterUnit` once, but for those known, as long as candidates in their order are wanted. */
  private makeAsk(project: P, tell: (id: number) => void, isWanted: (id: number) => boolean, afterUnit: number, known: readonly number[]): Ask {
    const { name, unit } = project;
    const letters = lettersOf(name);
    const query = ++this.query;
    for (const id of known) this.asked[id] = query;
    this.checks += 100;
    return (other, mayHaveStem) => {
      this.checks++;
      const theirs = this.units[other]!;
      if (theirs === unit || theirs <= afterUnit || this.asked[other] === query) return true;
      if (!isWanted(other)) return false;
      // Those of the same stem are asked about first: for the others only the edits are left to be counted.
      this.asked[other] = query;
      const their = this.projectAt(other);
      if (mayHaveStem) {
        if (isNear(project, their, this.share)) tell(other);
      } else if (countBits(this.letters[other]! ^ letters) <= 2 * mostEdits && mayBeNear(project, their, this.share)) {
        if (isWithinTwoEdits(name, their.name)) tell(other);
      }
      return true;
    };
  }

  private isTimeToBreathe(): boolean {
    if (this.checks < checksPerStep) return false;
    this.checks = 0;
    return true;
  }
}
