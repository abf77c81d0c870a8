import type { RowImage, RowKey, RowShape } from './row-shape';

/** A row that others are matched to: one project, as it was issued and as it stands in the city workbook. */
export interface Slot {
  readonly identities: readonly string[];
  /** One or two looks of the same row, the one that counts most first. */
  readonly faces: readonly RowImage[];
}

/** Larger groups of one code or name are a filling-down; pairing each with each would take quadratic time. */
const mostCompared = 400;

/**
 * To which slot each row belongs, -1 for none; no slot is given twice. By 行标识; then, within the row's unit, by
 * 问题编号 (list 8), 项目代码 and normalised name together, by 项目代码, by name; a row without any of these by equal
 * content. Of several rows with one identity (copies) the one nearest to the slot keeps it. An identity is not
 * believed at once where name and code say otherwise: sorting without the hidden column leaves identities behind.
 * On list 8 rows with different 问题编号 are never one. Time grows linearly with the rows.
 */
export function matchRows(shape: RowShape, rows: readonly RowImage[], slots: readonly Slot[]): Int32Array {
  const match = new Matching(shape, rows, slots);
  match.byIdentity(true);
  for (const kind of shape.isNumbered ? numberedKinds : plainKinds) {
    match.byKey(kind);
    // After the fullest key: an identity that was doubted, and whose other slot is somebody else's, counts again.
    if (kind === plainKinds[0]) match.byIdentity(false);
  }
  match.byContent();
  return match.slotOf;
}

type KeyKind = (key: RowKey) => string;

const separator = '\u0000';
const joined = ({ name, code, number }: RowKey) => [number, code, name].join(separator);
const wholeKey: KeyKind = (key) => (key.name === '' && key.code === '' && key.number === '' ? '' : joined(key));
const plainKinds: readonly KeyKind[] = [wholeKey, ({ code }) => code, ({ name }) => name];
const numberedKinds: readonly KeyKind[] = [
  wholeKey,
  ({ number }) => number,
  ({ code, number }) => (number === '' ? code : ''),
  ({ name, number }) => (number === '' ? name : ''),
];

class Matching {
  readonly slotOf: Int32Array;
  private readonly taken: Uint8Array;
  private readonly slotByIdentity = new Map<string, number>();
  private readonly rowKeys: readonly RowKey[];
  private readonly slotKeys: readonly (readonly RowKey[])[];
  private readonly slotNames: ReadonlySet<string>;
  /** Names and codes of rows that have no identity of their own: none, or one that a slot has. */
  private readonly displaced: ReadonlySet<string>;

  constructor(
    private readonly shape: RowShape,
    private readonly rows: readonly RowImage[],
    private readonly slots: readonly Slot[],
  ) {
    this.slotOf = new Int32Array(rows.length).fill(-1);
    this.taken = new Uint8Array(slots.length);
    this.rowKeys = rows.map((row) => shape.keyOf(row));
    this.slotKeys = slots.map((slot) => slot.faces.map((face) => shape.keyOf(face)));
    const whole = new Set<string>();
    slots.forEach((slot, at) => {
      for (const identity of slot.identities) {
        if (identity !== '' && !this.slotByIdentity.has(identity)) this.slotByIdentity.set(identity, at);
      }
      slot.faces.forEach((face, look) => whole.add(this.unitKey(face, wholeKey(this.slotKeys[at]![look]!))));
    });
    this.slotNames = whole;
    this.displaced = new Set(
      rows.flatMap((row, at) => {
        const isOther = row.identity !== '' && !this.slotByIdentity.has(row.identity);
        return isOther ? [] : [this.unitKey(row, wholeKey(this.rowKeys[at]!))];
      }),
    );
  }

  private unitKey(row: RowImage, key: string): string {
    return `${row.unit ?? ''}${separator}${key}`;
  }

  private take(row: number, slot: number): void {
    this.slotOf[row] = slot;
    this.taken[slot] = 1;
  }

  byIdentity(cautious: boolean): void {
    const copies = new Map<number, number[]>();
    this.rows.forEach((row, at) => {
      if (row.identity === '' || this.slotOf[at] !== -1) return;
      const slot = this.slotByIdentity.get(row.identity);
      if (slot === undefined || this.taken[slot] === 1) return;
      if (cautious && this.isDoubtful(at, slot)) return;
      const known = copies.get(slot);
      if (known === undefined) copies.set(slot, [at]);
      else known.push(at);
    });
    for (const [slot, group] of copies) this.take(group.length === 1 ? group[0]! : this.nearest(group, slot), slot);
  }

  /**
   * True where a row has neither the name nor the code of the slot that its identity names, and either another slot
   * has exactly the row's, or another row exactly the slot's.
   */
  private isDoubtful(at: number, slot: number): boolean {
    const key = this.rowKeys[at]!;
    const known = this.slotKeys[slot]!;
    if (known.some((each) => this.agrees(key, each))) return false;
    if (wholeKey(key) !== '' && this.slotNames.has(this.unitKey(this.rows[at]!, wholeKey(key)))) return true;
    const faces = this.slots[slot]!.faces;
    return known.some((each, look) => wholeKey(each) !== '' && this.displaced.has(this.unitKey(faces[look]!, wholeKey(each))));
  }

  private agrees(a: RowKey, b: RowKey): boolean {
    if (a.name === b.name && a.number === b.number) return true;
    return this.shape.isNumbered ? a.number !== '' && a.number === b.number : a.code !== '' && a.code === b.code;
  }

  private nearest(group: readonly number[], slot: number): number {
    const face = this.slots[slot]!.faces[0]!;
    let best = group[0]!;
    let bestDistance = Infinity;
    for (const at of group) {
      const distance = this.shape.distance(this.rows[at]!, face);
      if (distance < bestDistance) [best, bestDistance] = [at, distance];
    }
    return best;
  }

  byKey(kind: KeyKind): void {
    const most = Math.max(0, ...new Set(this.slots.map((slot) => slot.faces.length)));
    for (let look = 0; look < most; look++) {
      this.pairGroups(
        (at) => kind(this.rowKeys[at]!),
        (at) => {
          const key = this.slotKeys[at]![look];
          return key === undefined ? '' : kind(key);
        },
        look,
      );
    }
  }

  /** For rows that have neither name nor code: the same content is the same row. */
  byContent(): void {
    const nameless = (key: RowKey | undefined) => key !== undefined && wholeKey(key) === '';
    const most = Math.max(0, ...new Set(this.slots.map((slot) => slot.faces.length)));
    for (let look = 0; look < most; look++) {
      this.pairGroups(
        (at) => (nameless(this.rowKeys[at]) ? this.shape.contentOf(this.rows[at]!) : ''),
        (at) => (nameless(this.slotKeys[at]![look]) ? this.shape.contentOf(this.slots[at]!.faces[look]!) : ''),
        look,
      );
    }
  }

  private pairGroups(rowKey: (at: number) => string, slotKey: (at: number) => string, look: number): void {
    const groups = new Map<string, { rows: number[]; slots: number[] }>();
    for (let at = 0; at < this.rows.length; at++) {
      if (this.slotOf[at] !== -1) continue;
      const key = rowKey(at);
      if (key === '') continue;
      const whole = this.unitKey(this.rows[at]!, key);
      const group = groups.get(whole);
      if (group === undefined) groups.set(whole, { rows: [at], slots: [] });
      else group.rows.push(at);
    }
    if (groups.size === 0) return;
    for (let at = 0; at < this.slots.length; at++) {
      if (this.taken[at] === 1) continue;
      const key = slotKey(at);
      if (key !== '') groups.get(this.unitKey(this.slots[at]!.faces[look]!, key))?.slots.push(at);
    }
    for (const group of groups.values()) this.pair(group.rows, group.slots, look);
  }

  /** Rows and slots of one key: equal ones first, then the nearest, or in their order where there are very many. */
  private pair(rows: readonly number[], slots: readonly number[], look: number): void {
    if (slots.length === 0) return;
    if (rows.length === 1 && slots.length === 1) return this.take(rows[0]!, slots[0]!);
    const byContent = new Map<string, number[]>();
    for (const at of [...slots].reverse()) {
      const content = this.shape.contentOf(this.slots[at]!.faces[look]!);
      const known = byContent.get(content);
      if (known === undefined) byContent.set(content, [at]);
      else known.push(at);
    }
    for (const at of rows) {
      const slot = byContent.get(this.shape.contentOf(this.rows[at]!))?.pop();
      if (slot !== undefined) this.take(at, slot);
    }
    const leftRows = rows.filter((at) => this.slotOf[at] === -1);
    const leftSlots = slots.filter((at) => this.taken[at] !== 1);
    const pairs = leftRows.length * leftSlots.length > mostCompared ? inOrder(leftRows, leftSlots) : this.byDistance(leftRows, leftSlots, look);
    for (const [row, slot] of pairs) if (this.slotOf[row] === -1 && this.taken[slot] !== 1) this.take(row, slot);
  }

  private byDistance(rows: readonly number[], slots: readonly number[], look: number): (readonly [row: number, slot: number])[] {
    return rows
      .flatMap((row) => slots.map((slot) => [row, slot, this.shape.distance(this.rows[row]!, this.slots[slot]!.faces[look]!)] as const))
      .sort((a, b) => a[2] - b[2])
      .map(([row, slot]) => [row, slot] as const);
  }
}

function inOrder(rows: readonly number[], slots: readonly number[]): (readonly [row: number, slot: number])[] {
  return rows.slice(0, slots.length).map((row, at) => [row, slots[at]!] as const);
}
