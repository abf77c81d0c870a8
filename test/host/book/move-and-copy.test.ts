import { enterText } from '../../../src/host/book/edit/enter-text';
import { copySheet } from '../../../src/host/book/edit/copy-sheet';
import { moveCells } from '../../../src/host/book/edit/move-cells';
import { copyCells, pasteClip } from '../../../src/host/book/edit/paste-block';
import { protectSheet, unprotectSheet } from '../../../src/host/book/edit/protect';
import { choicesAt } from '../../../src/host/book/validation-check';
import { parseArea } from '../../../src/sheet/address';
import { differences } from '../../../src/sheet/difference';
import type { Area } from '../../../src/sheet/model';
import { at, formulaAt, listBook, placeOf, tableOf } from './list-book';

const area = (address: string): Area => parseArea(address)!;

describe('pasting over input checks', () => {
  test('a copied cell brings its own, and takes away what was there where it has none', () => {
    const { book, list } = listBook();
    pasteClip(book, list, area('C4'), copyCells(list, area('B4')));
    expect(choicesAt(book, list, 3, 2)).toEqual(['沁水县', '城区']);
    pasteClip(book, list, area('B4:B5'), copyCells(list, area('A4')));
    expect([choicesAt(book, list, 3, 1), choicesAt(book, list, 5, 1)]).toEqual([null, ['沁水县', '城区']]);
    book.undo();
    expect(choicesAt(book, list, 3, 1)).toEqual(['沁水县', '城区']);
  });
});

describe('cutting and pasting', () => {
  test('formulas that read the cells follow them, their input checks go along', () => {
    const { book, list, total } = listBook();
    moveCells(book, list, area('B5:C5'), list, 9, 6);
    expect([at(list, 'C5'), at(list, 'G10'), at(list, 'H10')]).toEqual([null, '城区', 10000]);
    expect([formulaAt(total, 'B1'), at(total, 'B1')]).toEqual(["='1 清单'!$H$10*2", 20000]);
    expect([choicesAt(book, list, 4, 1), choicesAt(book, list, 9, 6)]).toEqual([null, ['沁水县', '城区']]);
    const after = book.toModel();
    book.undo();
    expect(at(list, 'C5')).toBe(10000);
    book.redo();
    expect(differences(book.toModel(), after)).toEqual([]);
  });

  test('what is laid over is lost to the formulas that read it, what only partly is stays theirs', () => {
    const { book, list, total } = listBook();
    moveCells(book, list, area('A1'), list, 4, 2);
    expect(formulaAt(total, 'B1')).toContain('#REF!');
    expect(formulaAt(total, 'A2')).toBe("=SUM('1 清单'!C4:C6)");
  });

  test('a formula moved to another sheet still reads where it read', () => {
    const { book, list, total } = listBook();
    enterText(book, total, 4, 0, '=D1&D2');
    moveCells(book, total, area('A5'), list, 9, 0);
    expect([formulaAt(list, 'A10'), at(list, 'A10')]).toEqual(['=总!D1&总!D2', '沁水县城区']);
    moveCells(book, total, area('D1'), list, 9, 1);
    expect(formulaAt(list, 'A10')).toBe("='1 清单'!B10&总!D2");
  });
});

describe('copying a sheet', () => {
  test('the copy has a name, a table and formulas of its own, and the original is as it was', () => {
    const { book, list } = listBook();
    enterText(book, list, 9, 0, "='1 清单'!C5+SUM(tT[投资])");
    const before = book.toModel();
    const copy = copySheet(book, 'user', list, 1);
    expect(book.sheets.map(({ name }) => name)).toEqual(['1 清单', '1 清单 (2)', '总']);
    expect(tableOf(copy).name).toBe('tT_2');
    enterText(book, copy, 4, 2, '1');
    expect([at(copy, 'A10'), at(copy, 'D5'), at(list, 'A10'), at(list, 'D5')]).toEqual([50_002, 0.0001, 70_000, 1]);
    book.undo();
    book.undo();
    expect(differences(book.toModel(), before)).toEqual([]);
  });

  test('two copies are told apart', () => {
    const { book, list } = listBook();
    copySheet(book, 'user', list, 1);
    const second = copySheet(book, 'user', list, 1);
    expect([second.name, tableOf(second).name]).toEqual(['1 清单 (3)', 'tT_3']);
  });
});

describe('a password', () => {
  test('keeps the protection on until it is given', () => {
    const { book, list } = listBook();
    protectSheet(book, 'user', list, { allowFormatColumns: true, allowFilter: true }, '甲1');
    expect(() => unprotectSheet(book, 'addin', list)).toThrow(expect.objectContaining({ reason: 'password' }));
    expect(list.state.protection).not.toBeNull();
    expect(book.toModel().sheets[0]!.protection).toEqual({ allowFormatColumns: true, allowFilter: true });
    unprotectSheet(book, 'user', list, '甲1');
    const { row, column } = placeOf('A4');
    enterText(book, list, row, column, '丁');
    expect(at(list, 'A4')).toBe('丁');
  });
});
