import { parseNumber } from './coerce';
import { foldCase, type Scalar } from './scalar';

/** Equal numbers get one key although their last bits may differ. */
function toKey(value: Scalar): Scalar {
  if (typeof value === 'number') return Number.isInteger(value) ? value : Number(value.toPrecision(14));
  return typeof value === 'string' ? foldCase(value) : value;
}

/** Every different value of a block has a code; which cells hold it can be looked up, and a cell's code be compared. */
export class ValueDictionary {
  /** Code by position; 0 is an empty cell. */
  readonly codes: Int32Array;
  private readonly codeByKey = new Map<Scalar, number>();
  private readonly positions: number[][] = [[]];
  /** Codes of texts that read as a number, which a criterion for that number also means. */
  private readonly numericTexts = new Map<number, number[]>();

  constructor(values: readonly Scalar[]) {
    this.codes = new Int32Array(values.length);
    values.forEach((value, position) => {
      if (value === null) return;
      const key = toKey(value);
      let code = this.codeByKey.get(key);
      if (code === undefined) {
        code = this.positions.length;
        this.codeByKey.set(key, code);
        this.positions.push([]);
        if (typeof key === 'string') this.noteNumber(key, code);
      }
      this.codes[position] = code;
      this.positions[code]!.push(position);
    });
  }

  private noteNumber(text: string, code: number): void {
    const number = parseNumber(text);
    if (number === null) return;
    const key = toKey(number) as number;
    this.numericTexts.set(key, [...(this.numericTexts.get(key) ?? []), code]);
  }

  /** Codes that a criterion = value means; a number also means texts that read as it. */
  findCodes(value: Scalar): readonly number[] {
    const key = toKey(value);
    const code = this.codeByKey.get(key);
    const texts = typeof key === 'number' ? this.numericTexts.get(key) : undefined;
    if (!texts) return code === undefined ? [] : [code];
    return code === undefined ? texts : [code, ...texts];
  }

  /** Positions of one code, in order. */
  positionsOf(code: number): readonly number[] {
    return this.positions[code] ?? [];
  }

  /** First position holding this very value, texts without case; −1 where none does. */
  findFirst(value: Scalar): number {
    const code = this.codeByKey.get(toKey(value));
    return code === undefined ? -1 : this.positions[code]![0]!;
  }
}
