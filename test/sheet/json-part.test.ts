import fc from 'fast-check';
import { jsonParts } from '../../src/sheet/json-part';
import { joinPieces, piecesInSteps, textPieces } from '../../src/sheet/text-piece';
import { finish } from '../../src/total/steps';

test('a backup that is written in parts reads as one that is written at once', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.option(fc.jsonValue(), { nil: undefined })), fc.nat(5), (value, depth) => {
      expect([...jsonParts(value, depth)].join('')).toBe(JSON.stringify(value));
    }),
  );
});

describe('a long text in cells', () => {
  /** Lengths about the 30,000 characters of a cell, and characters of which half must not stand in a cell. */
  const part = fc.tuple(fc.constantFrom('县', 'a', '𠮷', '|'), fc.oneof(fc.nat(40), fc.integer({ min: 14_990, max: 30_010 }))).map(([sign, count]) => sign.repeat(count));
  const parts = fc.array(part, { maxLength: 6 });

  test('is cut the same whether it comes in parts or at once', () => {
    fc.assert(fc.property(parts, (texts) => expect(finish(piecesInSteps(texts))).toEqual(textPieces(texts.join('')))), { numRuns: 50 });
  });

  test('is whole again, with no character cut in half', () => {
    fc.assert(
      fc.property(parts, (texts) => {
        const pieces = finish(piecesInSteps(texts));
        expect(joinPieces((at) => pieces[at])).toBe(texts.join(''));
        expect(pieces.some((piece) => /[\uD800-\uDBFF]$/.test(piece))).toBe(false);
      }),
      { numRuns: 50 },
    );
  });
});
