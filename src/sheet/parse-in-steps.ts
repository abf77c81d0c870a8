import type { Steps } from '../total/steps';

/** Values that are read in a piece. */
const valuesPerStep = 25;

/**
 * What JSON.parse gives, a few milliseconds at a time: the members of objects down to `depth` objects within one another are
 * read each by itself. Throws SyntaxError where JSON.parse does.
 */
export function* parseInSteps(text: string, depth: number): Steps<unknown> {
  const reader = new Reader(text);
  const value = yield* reader.value(depth);
  reader.end();
  return value;
}

class Reader {
  private at = 0;
  private read = 0;

  constructor(private readonly text: string) {}

  *value(depth: number): Steps<unknown> {
    this.skipBlanks();
    if (depth > 0 && this.text[this.at] === '{') return yield* this.members(depth - 1);
    const from = this.at;
    this.skipValue();
    const value: unknown = JSON.parse(this.text.slice(from, this.at));
    this.read += 1;
    if (this.read % valuesPerStep === 0) yield;
    return value;
  }

  end(): void {
    this.skipBlanks();
    if (this.at < this.text.length) this.fail();
  }

  private *members(depth: number): Steps<unknown> {
    const members: [string, unknown][] = [];
    this.at += 1;
    this.skipBlanks();
    if (this.take('}')) return {};
    do {
      this.skipBlanks();
      const from = this.at;
      if (this.text[this.at] !== '"') this.fail();
      this.skipText();
      const key = JSON.parse(this.text.slice(from, this.at)) as string;
      this.skipBlanks();
      if (!this.take(':')) this.fail();
      members.push([key, yield* this.value(depth)]);
      this.skipBlanks();
    } while (this.take(','));
    if (!this.take('}')) this.fail();
    // Not by assignment: __proto__ is a key like any other.
    return Object.fromEntries(members);
  }

  private take(sign: string): boolean {
    if (this.text[this.at] !== sign) return false;
    this.at += 1;
    return true;
  }

  private skipBlanks(): void {
    while (' \t\n\r'.includes(this.text[this.at] ?? 'x')) this.at += 1;
  }

  /** Whether what lies between is a value at all, JSON.parse says. */
  private skipValue(): void {
    let depth = 0;
    for (;;) {
      const sign = this.text[this.at];
      if (sign === undefined) return depth > 0 ? this.fail() : undefined;
      if (sign === '"') this.skipText();
      else if (depth === 0 && (sign === ',' || sign === '}' || sign === ']')) return;
      else {
        if (sign === '{' || sign === '[') depth += 1;
        if (sign === '}' || sign === ']') depth -= 1;
        this.at += 1;
      }
    }
  }

  private skipText(): void {
    for (let end = this.text.indexOf('"', this.at + 1); ; end = this.text.indexOf('"', end + 1)) {
      if (end < 0) this.fail();
      let slashes = 0;
      while (this.text[end - 1 - slashes] === '\\') slashes += 1;
      this.at = end + 1;
      if (slashes % 2 === 0) return;
    }
  }

  private fail(): never {
    throw new SyntaxError(`unexpected at ${this.at}`);
  }
}
