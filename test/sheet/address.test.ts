import fc from 'fast-check';
import {
  columnLetters,
  columnNumber,
  formatAbsoluteAddress,
  formatAddress,
  formatArea,
  formatReference,
  parseAddress,
  parseArea,
  parseReference,
} from '../../src/sheet/address';

const row = fc.integer({ min: 0, max: 1_048_575 });
const column = fc.integer({ min: 0, max: 16_383 });

describe('cell addresses', () => {
  it('knows the corners of a sheet', () => {
    expect([0, 25, 26, 701, 702, 16_383].map(columnLetters)).toEqual(['A', 'Z', 'AA', 'ZZ', 'AAA', 'XFD']);
    expect(formatAddress(1_048_575, 16_383)).toBe('XFD1048576');
  });

  it('reads back every cell it writes, with and without $', () => {
    fc.assert(
      fc.property(row, column, (r, c) => {
        expect(columnNumber(columnLetters(c))).toBe(c);
        expect(parseAddress(formatAddress(r, c))).toEqual({ row: r, column: c });
        expect(parseAddress(formatAbsoluteAddress(r, c))).toEqual({ row: r, column: c });
      }),
    );
  });

  it('refuses what is no cell', () => {
    expect(['A0', 'XFE1', 'A1048577', '1A', 'A', '', 'A1:B2', 'tA_list'].map(parseAddress)).toEqual(
      new Array(8).fill(null),
    );
  });
});

describe('areas and references', () => {
  it('reads single cells, areas in any order, whole columns and rows', () => {
    expect(parseArea('$B$2')).toEqual({ row: 1, column: 1, rows: 1, columns: 1 });
    expect(parseArea('C3:A1')).toEqual({ row: 0, column: 0, rows: 3, columns: 3 });
    expect(parseArea('$B:$C')).toEqual({ row: 0, column: 1, rows: 1_048_576, columns: 2 });
    expect(parseArea('$2:4')).toEqual({ row: 1, column: 0, rows: 3, columns: 16_384 });
    expect(parseArea('A1:B')).toBeNull();
    expect(formatArea({ row: 0, column: 0, rows: 1, columns: 1 })).toBe('A1');
  });

  it('quotes sheet names so that any name reads back', () => {
    fc.assert(
      fc.property(fc.string({ minLength: 1, maxLength: 31, unit: 'grapheme' }), row, (name, r) => {
        const area = { row: r, column: 2, rows: 1, columns: 3 };
        expect(parseReference(formatReference(name, area))).toEqual({ sheet: name, area });
      }),
    );
    expect(formatReference("1 '投资'", { row: 0, column: 0, rows: 1, columns: 1 })).toBe("'1 ''投资'''!$A$1");
    expect(parseReference('=Sheet1!A1:B2')).toEqual({ sheet: 'Sheet1', area: { row: 0, column: 0, rows: 2, columns: 2 } });
    expect(parseReference('=SUM(A1)')).toBeNull();
  });
});
