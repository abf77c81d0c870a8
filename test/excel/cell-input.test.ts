import fc from 'fast-check';
import { bytesOfText, isTakenForMore, refuseOverlong, toCellInput } from '../../src/excel/cell-input';

describe('text that Excel would take for more', () => {
  test.each(['=1+1', '+86', '-无', '@项目', "'引号", '#REF!', '007', '2023-10-01', '2023年10月', '10:30', '50%', '1/2', '1e5', '（12）', 'TRUE', 'Oct-23', '１２３'])(
    '%s is given the mark of text',
    (text) => {
      expect(toCellInput(text, false)).toBe(`'${text}`);
      expect(toCellInput(text, true)).toBe(text);
    },
  );

  test.each(['沁水县', '3号线改造', '阳城县2023年项目', '', 'XM-01', '二期'])('%s goes as it is', (text) => {
    expect(isTakenForMore(text)).toBe(false);
    expect(toCellInput(text, false)).toBe(text);
  });
});

test('numbers, truth values and formulas go as they are, an empty cell is cleared', () => {
  expect([12.5, true, { formula: '=A1', value: 1 }, null].map((cell) => toCellInput(cell, false))).toEqual([12.5, true, '=A1', '']);
});

test('a text longer than a cell can hold is refused before anything is written', () => {
  expect(() => refuseOverlong([['字'.repeat(32_767)]], '表!A1')).not.toThrow();
  expect(() => refuseOverlong([['字'.repeat(32_768)]], '表!A1')).toThrow(expect.objectContaining({ fault: 'tooLarge' }));
  expect(() => refuseOverlong([[{ formula: `=${'1+'.repeat(5_000)}1`, value: 1 }]], '表!A1')).toThrow(
    expect.objectContaining({ fault: 'tooLarge' }),
  );
});

test('a text is never estimated smaller than it is in a request', () => {
  const encoder = new TextEncoder();
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom('a', '字', '"', '\\', '，', ' ') }), (text) => {
      expect(bytesOfText(text)).toBeGreaterThanOrEqual(encoder.encode(JSON.stringify(text)).length);
    }),
  );
});
