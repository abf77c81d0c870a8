import { createFormulaMover } from '../../src/sheet/move-formula';
import { shiftFormula } from '../../src/sheet/shift-row';

describe('a formula copied to another cell', () => {
  it.each([
    ['A1+$A1+A$1+$A$1', 2, 1, 'B3+$A3+B$1+$A$1'],
    ["SUM('1 投资'!A1:$B2,Sheet2!C:C,3:4)", 1, 1, "SUM('1 投资'!B2:$B3,Sheet2!D:D,4:5)"],
    ['"A1"&t5_list[[#This Row],[A1]]&LOG10(A1)', 1, 0, '"A1"&t5_list[[#This Row],[A1]]&LOG10(A2)'],
    ['B2', -2, 0, '#REF!'],
    ['B2+1', 0, -2, '#REF!+1'],
  ])('%s down %i and right %i', (formula, down, right, moved) => {
    expect(createFormulaMover(formula, 5, 5)(5 + down, 5 + right)).toBe(moved);
  });
});

describe('a formula when rows are inserted or deleted', () => {
  it.each([
    ['=清单!A5', 4, 2, '=清单!A7'],
    ['=清单!A4', 4, 2, '=清单!A4'],
    ['=SUM(清单!A2:A9)', 4, 3, '=SUM(清单!A2:A12)'],
    ['=清单!$A$5:$B6', 4, 1, '=清单!$A$6:$B7'],
    ['=A5+其他!A5', 4, 2, '=A5+其他!A5'],
    ['=清单!A5', 4, -1, '=#REF!'],
    ['=SUM(清单!A5:A9)', 4, -2, '=SUM(清单!A5:A7)'],
    ['=SUM(清单!A3:A6)', 4, -2, '=SUM(清单!A3:A4)'],
    ['=清单!A:A&清单!5:5', 4, 2, '=清单!A:A&清单!7:7'],
  ])('%s with %i, %i', (formula, row, count, after) => {
    expect(shiftFormula(formula, '汇总', { sheet: '清单', row, count })).toBe(after);
  });

  it('follows references to its own sheet', () => {
    expect(shiftFormula('=A5+清单!A5', '清单', { sheet: '清单', row: 0, count: 1 })).toBe('=A6+清单!A6');
  });
});
