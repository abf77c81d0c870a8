import { PieceIndex } from './name-piece';
import {
  bandOf,
  compareProjects,
  isWithinTwoEdits,
  mayBeNear,
  mostEdits,
  shortestName,
  shortestStem,
  stemOf,
  type NamedAmount,
} from './near-name';
import { sortInSteps } from './sort-in-steps';
import { StemIndex } from './stem-index';

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

/** What is near to one project: the first few of the later ones (compareProjects). */
interface Entry<P> {
  readonly project: P;
  later: readonly number[];
}

/**
 * Which projects are near to which (isNear), through an index: equal stems, and names that share three of five pieces
 * (name-piece.ts), each within a band of 总投资. Of every project the first few later ones are known, whatever the
 * number of those near to it, so that a numbered series of thousands stays small and no project with a near one is
 * missed. Projects come and go one by one; what is known never depends on the order in which they came.
 *
 * Candidates are kept in the order in which they are wanted, so that a search ends with the first few: near linear
 * where few are near and where many are. Blind spot: thousands of names that share a long beginning and are still not
 * near, with the same 总投资, are all held against each other.
 */
export class NearIndex<P extends NamedAmount> {
  private readonly entries: (Entry<P> | undefined)[] = [];
  private readonly free: number[] = [];
  private readonly ids = new Map<P, number>();
  private readonly stems: StemIndex;
  private readonly pieces: PieceIndex;
  /** By id: the letters of the name, its unit, and the search that asked about it last. */
  private letters = new Int32Array(64);
  private units = new Int16Array(64);
  private asked = new Int32Array(64);
  private query = 0;
  private checks = 0;

  /** share: by how much of the larger 总投资 two may differ. */
  constructor(private readonly share: number) {
    const compare = (a: number, b: number) => compareProjects(this.projectAt(a), this.projectAt(b));
    this.stems = new StemIndex(compare);
    this.pieces = new PieceIndex(compare);
  }

  /** Takes in many projects at once; yields now and then to let the caller breathe. */
  *build(projects: readonly P[]): Generator<void> {
    // From the last on: each is then held against later ones alone, and is put before them.
    const sorted = yield* sortInSteps([...projects], compareProjects);
    this.pieces.reserve(sorted.length);
    let end = sorted.length;
    while (end > 0) {
      let start = end;
      while (start > 0 && sorted[start - 1]!.unit === sorted[end - 1]!.unit) start--;
      const ids = sorted.slice(start, end).map((project) => this.enter(project));
      for (const id of ids) {
        this.entryAt(id).later = this.firstLater(id);
        if (this.isTimeToBreathe()) yield;
      }
      for (const id of ids.reverse()) {
        this.put(id);
        if (this.isTimeToBreathe()) yield;
      }
      end = start;
    }
  }

  has(project: P): boolean {
    return this.ids.has(project);
  }

  /** The first later projects near to this one, at most six, in order. */
  laterOf(project: P): P[] {
    const id = this.ids.get(project);
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
    this.entryAt(id).later = this.firstLater(id);
    return this.renew(near, ({ later }) => later.length < mostKept || compareProjects(project, this.projectAt(later[later.length - 1]!)) < 0, project);
  }

  /** Takes a project out; returns the earlier ones whose first later ones are others now. */
  remove(project: P): P[] {
    const id = this.ids.get(project);
    if (id === undefined) return [];
    const near = this.allNear(project);
    this.stems.remove(bandOf(project.total, this.share), stemOf(project.name), id);
    this.pieces.remove(project.name, bandOf(project.total, this.share), id);
    const changed = this.renew(near, ({ later }) => later.includes(id), project);
    this.entries[id] = undefined;
    this.ids.delete(project);
    this.free.push(id);
    return changed;
  }

  private renew(near: readonly number[], isMeant: (entry: Entry<P>) => boolean, project: P): P[] {
    return near.flatMap((id) => {
      const entry = this.entryAt(id);
      if (entry.project.unit > project.unit || !isMeant(entry)) return [];
      entry.later = this.firstLater(id);
      return [entry.project];
    });
  }

  private entryAt(id: number): Entry<P> {
    return this.entries[id]!;
  }

  private projectAt(id: number): P {
    return this.entries[id]!.project;
  }

  private enter(project: P): number {
    const id = this.free.pop() ?? this.entries.length;
    this.entries[id] = { project, later: noneLater };
    this.ids.set(project, id);
    if (id >= this.asked.length) this.makeRoom();
    this.letters[id] = lettersOf(project.name);
    this.units[id] = project.unit;
    return id;
  }

  private makeRoom(): void {
    const size = this.asked.length * 2;
    const copy = <T extends Int32Array | Int16Array>(old: T, empty: T): T => (empty.set(old), empty);
    this.letters = copy(this.letters, new Int32Array(size));
    this.units = copy(this.units, new Int16Array(size));
    this.asked = copy(this.asked, new Int32Array(size));
  }

  private put(id: number): void {
    const { name, total } = this.projectAt(id);
    const stem = stemOf(name);
    this.checks += 30;
    if (stem.length >= shortestStem) this.stems.add(bandOf(total, this.share), stem, id);
    if (name.length >= shortestName) this.pieces.add(name, bandOf(total, this.share), id);
  }

  private allNear(project: P): number[] {
    const near: number[] = [];
    this.search(project, (id) => near.push(id));
    return near;
  }

  private firstLater(id: number): readonly number[] {
    const { project } = this.entryAt(id);
    const first: number[] = [];
    const isBefore = (a: number, b: number) => compareProjects(this.projectAt(a), this.projectAt(b)) < 0;
    this.search(
      project,
      (other) => {
        const at = first.findIndex((each) => isBefore(other, each));
        if (at >= 0) first.splice(at, 0, other);
        else first.push(other);
        if (first.length > mostKept) first.pop();
      },
      (other) => first.length < mostKept || isBefore(other, first[mostKept - 1]!),
      project.unit,
    );
    return first.length === 0 ? noneLater : first;
  }

  /** Tells every near project of a unit after `afterUnit` once, as long as candidates in their order are wanted. */
  private search(project: P, tell: (id: number) => void, isWanted: (id: number) => boolean = () => true, afterUnit = -1): void {
    const { name, unit } = project;
    const band = bandOf(project.total, this.share);
    const stem = stemOf(name);
    const letters = lettersOf(name);
    const query = ++this.query;
    this.checks += 100;
    const ask = (other: number, hasStem: boolean): boolean => {
      this.checks++;
      const theirs = this.units[other]!;
      if (theirs === unit || theirs <= afterUnit || this.asked[other] === query) return true;
      if (!isWanted(other)) return false;
      // Those of the same stem are asked about first: for the others only the edits are left to be counted.
      this.asked[other] = query;
      if (!hasStem && countBits(this.letters[other]! ^ letters) > 2 * mostEdits) return true;
      const theirName = this.projectAt(other).name;
      if ((hasStem || isWithinTwoEdits(name, theirName)) && mayBeNear(project, this.projectAt(other), this.share)) tell(other);
      return true;
    };
    if (stem.length >= shortestStem) {
      for (let own = band - 1; own <= band + 1; own++) this.stems.find(own, stem, (other) => ask(other, true));
    }
    if (name.length >= shortestName) this.pieces.find(name, band, (other) => ask(other, false));
  }

  private isTimeToBreathe(): boolean {
    if (this.checks < checksPerStep) return false;
    this.checks = 0;
    return true;
  }
}

const noneLater: readonly number[] = [];
