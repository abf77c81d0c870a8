/**
 * What JSON.stringify gives, in parts: an object's values each by itself, down to `depth` objects within one another, so that
 * what would take long as a whole can be made a few milliseconds at a time.
 */
export function* jsonParts(value: unknown, depth: number): Generator<string, void> {
  if (depth === 0 || typeof value !== 'object' || value === null || Array.isArray(value)) {
    yield JSON.stringify(value);
    return;
  }
  let lead = '{';
  for (const [key, each] of Object.entries(value)) {
    if (each === undefined) continue;
    yield `${lead}${JSON.stringify(key)}:`;
    yield* jsonParts(each, depth - 1);
    lead = ',';
  }
  yield lead === '{' ? '{}' : '}';
}
