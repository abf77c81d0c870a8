import type { Book } from '../../../src/host/book/book';
import { clearContents } from '../../../src/host/book/edit/clear-cells';
import { enterText } from '../../../src/host/book/edit/enter-text';
import { fillCells } from '../../../src/host/book/edit/fill-cells';
import { filterChoices, filterTable } from '../../../src/host/book/edit/filter-table';
import { copyCells, pasteClip, pasteTexts } from '../../../src/host/book/edit/paste-block';
import { deleteRows, insertColumns, insertRows } from '../../../src/host/book/edit/shift-lines';
import { sortTable } from '../../../src/host/book/edit/sort-table';
import { addTableColumn, deleteTableColumn } from '../../../src/host/book/edit/table-columns';
import { addTableRows, deleteTableRows } from '../../../src/host/book/edit/table-rows';
import { deleteSheet, renameSheet } from '../../../src/host/book/edit/tabs';
import { editTextAt, textAt } from '../../../src/host/book/display';
import type { Sheet } from '../../../src/host/book/sheet';
import { choicesAt } from '../../../src/host/book/validation-check';
import { parseArea } from '../../../src/sheet/address';
import { differences } from '../../../src/sheet/difference';
import type { Area } from '../../../src/sheet/model';
import { at, formulaAt, listBook, placeOf, tableOf } from './list-book';

function type(book: Book, sheet: Sheet, address: string, text: string, insist = false): void {
  const { row, column } = placeOf(address);
  enterText(book, sheet, row, column, text, { insist });
}

function area(address: string): Area {
  const found = parseArea(address);
  if (!found) throw new Error(address);
  return found;
}

describe('typing', () => {
  test.each([
    ['12', 12, '12'],
    ['1,234.5', 1234.5, '1,234.50'],
    ['50%', 0.5, '50%'],
    ['2023-10-16', 45215, '2023/10/16'],
    ['2023年10月16日', 45215, '2023年10月16日'],
    ['2023-2-30', '2023-2-30', '2023-2-30'],
    ["'0012", '0012', '0012'],
    ['500万', '500万', '500万'],
    ['140105199001011234', 140105199001011000, '1.40105E+17'],
    ['true', true, 'TRUE'],
    ['=1/0', '#DIV/0!', '#DIV/0!'],
  ])('%s means %s and shows %s', (text, value, shown) => {
    const { book, total } = listBook();
    type(book, total, 'F1', text);
    expect(at(total, 'F1')).toBe(value);
    expect(textAt(total, 0, 5)).toBe(shown);
  });

  test('a text cell keeps everything as text', () => {
    const { book, list } = listBook({ styles: [{ area: area('F1'), style: { numberFormat: '@' } }] });
    type(book, list, 'F1', '0012');
    expect(at(list, 'F1')).toBe('0012');
  });

  test('what is edited again is what was meant', () => {
    const { book, total } = listBook();
    for (const text of ['2023-10-16', '50%', '=1+1', '0.1']) {
      type(book, total, 'F1', text);
      const value = at(total, 'F1');
      type(book, total, 'F1', editTextAt(total, 0, 5));
      expect(at(total, 'F1')).toBe(value);
    }
  });

  test('totals follow', () => {
    const { book, list, total } = listBook();
    type(book, list, 'C4', '50000');
    expect([at(list, 'D4'), at(total, 'A1'), at(total, 'A2')]).toEqual([5, 80000, 80000]);
  });

  test('a formula that cannot be read is refused and nothing changes', () => {
    const { book, list } = listBook();
    expect(() => type(book, list, 'F1', '=1+')).toThrow(expect.objectContaining({ reason: 'invalidFormula' }));
    expect(at(list, 'F1')).toBeNull();
  });

  test('a validation refuses, and lets a warning be overruled', () => {
    const { book, list } = listBook();
    expect(choicesAt(book, list, 3, 1)).toEqual(['沁水县', '城区']);
    expect(() => type(book, list, 'B4', '太原')).toThrow(
      expect.objectContaining({ reason: 'validation', alert: { title: '县', text: '请从下拉列表选择。', level: 'stop' } }),
    );
    expect(at(list, 'B4')).toBe('沁水县');
    expect(() => type(book, list, 'C4', '-1')).toThrow(expect.objectContaining({ reason: 'validation' }));
    type(book, list, 'C4', '-1', true);
    expect(at(list, 'C4')).toBe(-1);
  });

  test('a protected sheet takes input in unlocked cells only', () => {
    const { book, list } = listBook({ protection: { allowFormatColumns: true, allowFilter: false } });
    expect(() => type(book, list, 'A4', '丁')).toThrow(expect.objectContaining({ reason: 'protected' }));
    type(book, list, 'C4', '1');
    expect(at(list, 'C4')).toBe(1);
    expect(() => insertRows(book, 'user', list, 4, 1)).toThrow(expect.objectContaining({ reason: 'protected' }));
    expect(() => filterTable(book, 'user', list, tableOf(list), 1, new Set())).toThrow(expect.objectContaining({ reason: 'protected' }));
  });
});

describe('a table', () => {
  test('grows over a row typed directly under it, with calculated columns, formats and checks', () => {
    const { book, list, total } = listBook();
    type(book, list, 'A7', '丁');
    expect(tableOf(list).area).toEqual(area('A3:D7'));
    expect(formulaAt(list, 'D7')).toBe('=tT[[#This Row],[投资]]/10000');
    type(book, list, 'C7', '40000');
    expect([at(list, 'D7'), at(total, 'A1'), textAt(list, 6, 2)]).toEqual([4, 100000, '40,000']);
    expect(() => type(book, list, 'B7', '太原')).toThrow(expect.objectContaining({ reason: 'validation' }));
  });

  test('grows over pasted rows and over a column typed to its right', () => {
    const { book, list } = listBook();
    pasteTexts(book, list, 6, 0, [['丁', '城区', '1'], ['戊', '城区', '2']]);
    expect(tableOf(list).area).toEqual(area('A3:D8'));
    expect(at(list, 'D8')).toBe(0.0002);
    type(book, list, 'E4', '备注');
    expect(tableOf(list).area).toEqual(area('A3:E8'));
    expect(at(list, 'E3')).toBe('列5');
  });

  test('does not grow over a row that held something', () => {
    const { book, list } = listBook({ tables: [{ name: 'tT', area: area('A3:D5'), headers: [], filter: true, style: null }] });
    type(book, list, 'A6', '改');
    expect(tableOf(list).area).toEqual(area('A3:D5'));
  });

  test('headers stay texts, filled and different, and formulas follow a new one', () => {
    const { book, list, total } = listBook();
    type(book, list, 'C3', '总投资（万元）');
    expect(formulaAt(total, 'A1')).toBe('=SUM(tT[[总投资（万元）]])');
    expect(at(total, 'A1')).toBe(60000);
    type(book, list, 'A3', '县');
    expect(at(list, 'A3')).toBe('县');
    expect(at(list, 'B3')).toBe('县2');
    clearContents(book, 'user', list, area('A3'));
    expect(at(list, 'A3')).toBe('列1');
  });

  test('keeps formulas at their columns when two headers change places', () => {
    const { book, list } = listBook();
    type(book, list, 'F1', '=COUNTA(tT[项目])&"/"&tT[[#Headers],[县]]');
    pasteTexts(book, list, 2, 0, [['县', '项目']]);
    expect([formulaAt(list, 'F1'), at(list, 'F1')]).toEqual(['=COUNTA(tT[县])&"/"&tT[[#Headers],[项目]]', '3/项目']);
  });

  test('is sorted by a column, formulas and formats with it', () => {
    const { book, list } = listBook();
    sortTable(book, 'user', list, tableOf(list), [{ column: 2, descending: false }]);
    expect([at(list, 'A4'), at(list, 'A5'), at(list, 'A6')]).toEqual(['乙', '丙', '甲']);
    expect([at(list, 'D4'), at(list, 'D5'), at(list, 'D6')]).toEqual([1, 2, 3]);
  });

  test('is filtered by the texts shown, and SUBTOTAL sees it', () => {
    const { book, list, total } = listBook();
    expect(filterChoices(list, tableOf(list), 1)).toEqual([{ text: '沁水县', shown: true }, { text: '城区', shown: true }]);
    filterTable(book, 'user', list, tableOf(list), 1, new Set(['沁水县']));
    expect([3, 4, 5].map((row) => list.isRowHidden(row))).toEqual([false, true, false]);
    expect([at(total, 'A1'), at(total, 'C1')]).toEqual([60000, 50000]);
    filterTable(book, 'user', list, tableOf(list), 1, null);
    expect(at(total, 'C1')).toBe(60000);
  });

  test('gets and loses rows and columns of its own, what is beside it stays', () => {
    const { book, list, total } = listBook();
    type(book, list, 'F5', '旁');
    addTableRows(book, 'user', list, tableOf(list), 1, 2);
    expect(tableOf(list).area).toEqual(area('A3:D8'));
    expect([at(list, 'A7'), at(list, 'F5'), formulaAt(list, 'D5'), formulaAt(total, 'A2')]).toEqual([
      '乙', '旁', '=tT[[#This Row],[投资]]/10000', "=SUM('1 清单'!C4:C8)",
    ]);
    deleteTableRows(book, 'user', list, tableOf(list), 1, 2);
    expect(at(list, 'A5')).toBe('乙');
    expect(addTableColumn(book, 'user', list, tableOf(list), 1, '编号')).toBe('编号');
    expect([at(list, 'C3'), formulaAt(total, 'B1'), at(list, 'A1')]).toEqual(['县', "='1 清单'!$D$5*2", '清单']);
    deleteTableColumn(book, 'user', list, tableOf(list), 1);
    expect([at(list, 'B3'), tableOf(list).area]).toEqual(['县', area('A3:D6')]);
  });
});

describe('rows and columns', () => {
  test('inserted: formulas, tables, names, checks and links follow, the table fills its columns', () => {
    const { book, list, total } = listBook();
    insertRows(book, 'user', list, 4, 2);
    expect(tableOf(list).area).toEqual(area('A3:D8'));
    expect([formulaAt(total, 'B1'), formulaAt(total, 'A2'), formulaAt(list, 'D5')]).toEqual([
      "='1 清单'!$C$7*2", "=SUM('1 清单'!C4:C8)", '=tT[[#This Row],[投资]]/10000',
    ]);
    expect(book.state.names[0]?.area).toEqual(area('B4:B8'));
    expect(list.validationAt(4, 1)?.rule.kind).toBe('list');
    expect(total.state.links[0]).toMatchObject({ targetRow: 6 });
    insertColumns(book, 'user', list, 0, 1);
    expect([formulaAt(total, 'B1'), at(total, 'A1')]).toEqual(["='1 清单'!$D$7*2", 60000]);
  });

  test('deleted: references to them are lost, the rest shrinks', () => {
    const { book, list, total } = listBook();
    deleteRows(book, 'user', list, 4, 1);
    expect([formulaAt(total, 'A2'), at(total, 'A2'), at(total, 'B1')]).toEqual(["=SUM('1 清单'!C4:C5)", 50000, '#REF!']);
    expect(tableOf(list).area.rows).toBe(3);
  });

  test('a header row is not deleted without its table', () => {
    const { book, list } = listBook();
    expect(() => deleteRows(book, 'user', list, 2, 1)).toThrow(expect.objectContaining({ reason: 'tableHeader' }));
    deleteRows(book, 'user', list, 2, 4);
    expect(list.state.tables).toEqual([]);
  });
});

describe('sheets', () => {
  test('renamed: formulas, checks, names and links follow', () => {
    const { book, list, total } = listBook();
    renameSheet(book, 'user', list, '投资');
    expect([formulaAt(total, 'B1'), at(total, 'A1')]).toEqual(['=投资!$C$5*2', 60000]);
    expect([book.state.names[0]?.sheet, total.state.links[0]?.sheet]).toEqual(['投资', '投资']);
    renameSheet(book, 'user', total, '总 表');
    expect(choicesAt(book, list, 3, 1)).toEqual(['沁水县', '城区']);
  });

  test('deleted: what referred to it is an error', () => {
    const { book, list, total } = listBook();
    deleteSheet(book, 'user', list);
    expect([at(total, 'A1'), at(total, 'B1'), book.state.names.length]).toEqual(['#REF!', '#REF!', 0]);
    expect(() => deleteSheet(book, 'user', total)).toThrow(expect.objectContaining({ reason: 'lastVisibleSheet' }));
  });

  test.each(['', '一'.repeat(32), 'a/b', '[x]', "'x", '总'])('%s is no name for a new sheet', (name) => {
    const { book, list } = listBook();
    expect(() => renameSheet(book, 'user', list, name)).toThrow();
  });
});

describe('copying', () => {
  test('pasted cells bring formulas and formats, references move', () => {
    const { book, list } = listBook();
    type(book, list, 'F4', '=C4*2');
    pasteClip(book, list, area('F5:F6'), copyCells(list, area('F4')));
    expect([formulaAt(list, 'F6'), at(list, 'F5')]).toEqual(['=C6*2', 20000]);
  });

  test('filling goes on with steps and moves formulas', () => {
    const { book, total } = listBook();
    type(book, total, 'F1', '1');
    type(book, total, 'F2', '3');
    fillCells(book, 'user', total, area('F1:F2'), area('F1:F4'));
    expect([at(total, 'F3'), at(total, 'F4')]).toEqual([5, 7]);
    type(book, total, 'G1', '=F1');
    fillCells(book, 'user', total, area('G1'), area('G1:G3'));
    expect(at(total, 'G3')).toBe(5);
  });
});

describe('undo', () => {
  const steps: [string, (book: Book, list: Sheet) => void][] = [
    ['typing', (book, list) => type(book, list, 'C4', '5')],
    ['growth', (book, list) => type(book, list, 'A7', '丁')],
    ['rows inserted', (book, list) => insertRows(book, 'user', list, 3, 2)],
    ['rows deleted', (book, list) => deleteRows(book, 'user', list, 3, 2)],
    ['sorting', (book, list) => sortTable(book, 'user', list, tableOf(list), [{ column: 2, descending: true }])],
    ['filtering', (book, list) => filterTable(book, 'user', list, tableOf(list), 1, new Set(['城区']))],
    ['renaming a column', (book, list) => type(book, list, 'C3', '额')],
    ['renaming the sheet', (book, list) => renameSheet(book, 'user', list, '新')],
    ['deleting the sheet', (book, list) => deleteSheet(book, 'user', list)],
  ];

  test.each(steps)('%s is taken back and done again, results too', (_name, act) => {
    const { book, list } = listBook();
    const before = book.toModel();
    act(book, list);
    const after = book.toModel();
    book.undo();
    expect(differences(book.toModel(), before)).toEqual([]);
    book.redo();
    expect(differences(book.toModel(), after)).toEqual([]);
  });

  test('many steps in turn', () => {
    const { book, list } = listBook();
    const before = book.toModel();
    for (const [, act] of steps) act(book, list);
    while (book.canUndo) book.undo();
    expect(differences(book.toModel(), before)).toEqual([]);
  });
});
