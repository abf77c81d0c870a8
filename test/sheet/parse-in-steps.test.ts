import fc from 'fast-check';
import { parseInSteps } from '../../src/sheet/parse-in-steps';
import { finish } from '../../src/total/steps';

const parse = (text: string, depth: number) => finish(parseInSteps(text, depth));

test('reads what JSON.parse reads, at any depth and however it is set out', () => {
  fc.assert(
    fc.property(fc.jsonValue(), fc.nat(4), fc.constantFrom(undefined, 2, '\t'), (value, depth, space) => {
      const text = JSON.stringify(value, null, space);
      expect(parse(text, depth)).toEqual(JSON.parse(text));
    }),
  );
});

test('a damaged text is refused where JSON.parse refuses it', () => {
  fc.assert(
    fc.property(fc.object({ maxDepth: 3 }), fc.nat(), fc.nat(), fc.constantFrom('', '"', '\\', '{', '}', ',', ':', 'x', ' '), (value, from, cut, put) => {
      const whole = JSON.stringify(value);
      const at = from % (whole.length + 1);
      const text = whole.slice(0, at) + put + whole.slice(at + (cut % 3));
      let expected: unknown;
      try {
        expected = JSON.parse(text);
      } catch {
        expect(() => parse(text, 3)).toThrow(SyntaxError);
        return;
      }
      expect(parse(text, 3)).toEqual(expected);
    }),
  );
});

test('names that objects have of themselves are names like any other', () => {
  const text = '{"__proto__": {"constructor": 1}, "a\\"b\\\\": {"1": [ {"x": "}"} ]}}';
  const read = parse(text, 3) as object;
  expect(Object.getPrototypeOf(read)).toBe(Object.prototype);
  expect(JSON.stringify(read)).toBe(JSON.stringify(JSON.parse(text)));
});
