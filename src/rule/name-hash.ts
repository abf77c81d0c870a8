const { imul } = Math;

const base = 0x01000193;
let powers = Int32Array.of(1);

/** Powers of the base up to an exponent. */
export function powersTo(exponent: number): Int32Array {
  if (exponent >= powers.length) {
    powers = new Int32Array(Math.max(exponent + 1, powers.length * 2)).fill(1);
    for (let at = 1; at < powers.length; at++) powers[at] = imul(powers[at - 1]!, base);
  }
  return powers;
}

let prefixes = new Int32Array(256);

/** Hashes of all beginnings of a name: the hash of any part follows from two of them (hashOfPart). Good until the next call. */
export function prefixesOf(name: string): Int32Array {
  if (name.length >= prefixes.length) prefixes = new Int32Array(name.length * 2);
  let hash = 0;
  for (let at = 0; at < name.length; at++) prefixes[at + 1] = hash = (imul(hash, base) + name.charCodeAt(at)) | 0;
  return prefixes;
}

/** Hash of the letters from..to (exclusive). */
export function hashOfPart(prefixes: Int32Array, from: number, to: number): number {
  return (prefixes[to]! - imul(prefixes[from]!, powersTo(to - from)[to - from]!)) | 0;
}

/** One hash of two, every bit of it as good as any. */
export function mix(a: number, b: number): number {
  const mixed = imul(a ^ imul(b, 0x85ebca6b), 0x9e3779b1);
  return mixed ^ (mixed >>> 15);
}
