import type { StartedOffice } from '../start-office';
import { failsWith, onSheet, open } from './run';

let office: StartedOffice;

beforeEach(async () => {
  office = await open();
});

async function load<T>(address: string, properties: string, read: (range: Excel.Range) => T): Promise<T> {
  return onSheet(async (sheet, context) => {
    const range = sheet.getRange(address);
    range.load(properties);
    await context.sync();
    return read(range);
  });
}

describe('values', () => {
  test('null leaves a cell, "" empties it, one value fills all', async () => {
    await onSheet((sheet) => {
      sheet.getRange('A1:C1').values = [[1, 2, 3]];
      sheet.getRange('A1:C1').values = [[null, '', 4]];
      sheet.getRange('A2:B3').values = '一' as unknown as string[][];
    });
    expect(await load('A1:C3', 'values', ({ values }) => values)).toEqual([[1, '', 4], ['一', '一', ''], ['一', '一', '']]);
  });

  test('texts are read as if typed, but for cells formatted as text', async () => {
    await onSheet((sheet) => {
      sheet.getRange('B1:B4').numberFormat = '@' as unknown as string[][];
      const column = [['2023-10-16'], ['0012'], ["'0012"], [7]];
      sheet.getRange('A1:A4').values = column;
      sheet.getRange('B1:B4').values = column;
    });
    const read = await load('A1:B4', 'values,numberFormat,valueTypes', ({ values, numberFormat, valueTypes }) => ({ values, numberFormat, valueTypes }));
    expect(read.values).toEqual([[45215, '2023-10-16'], [12, '0012'], ['0012', "'0012"], [7, '7']]);
    expect(read.numberFormat[0]).toEqual(['yyyy/m/d', '@']);
    expect(read.valueTypes[0]).toEqual(['Double', 'String']);
  });

  test('errors, truth values and empty results come as Excel gives them', async () => {
    await onSheet((sheet) => {
      sheet.getRange('A1:C1').formulas = [['=1/0', '=1=1', '=""']];
    });
    const read = await load('A1:D1', 'values,formulas,valueTypes', ({ values, formulas, valueTypes }) => [values[0], formulas[0], valueTypes[0]]);
    expect(read).toEqual([['#DIV/0!', true, '', ''], ['=1/0', '=1=1', '=""', ''], ['Error', 'Boolean', 'String', 'Empty']]);
  });

  test('an unbounded range has null values', async () => {
    expect(await load('A:A', 'values,address,isEntireColumn', ({ values, address, isEntireColumn }) => [values, address, isEntireColumn])).toEqual([
      null, 'Sheet1!A:A', true,
    ]);
  });

  test('a large block is sent in parts by the library and arrives whole', async () => {
    const block = Array.from({ length: 400 }, (_, row) => Array.from({ length: 10 }, (_unused, column) => row * 10 + column));
    await onSheet((sheet) => {
      sheet.getRange('A1:J400').values = block;
    });
    expect(await load('A1:J400', 'values', ({ values }) => values)).toEqual(block);
  });

  test('a read in the same batch sees what was written, calculated', async () => {
    const seen = await onSheet(async (sheet, context) => {
      sheet.getRange('A1:A2').formulas = [[2], ['=A1*3']];
      const first = sheet.getRange('A2').load('values');
      sheet.getRange('A1').values = [[5]];
      const second = sheet.getRange('A2:A2').load('values');
      await context.sync();
      return [first.values, second.values];
    });
    expect(seen).toEqual([[[6]], [[15]]]);
  });

  test('a write that is refused half-way leaves nothing of itself', async () => {
    await expect(onSheet((sheet) => void (sheet.getRange('A1:A2').values = [['先'], ['=1+']]))).rejects.toEqual(failsWith('InvalidArgument'));
    expect(office.book.activeSheet.usedArea()).toBeNull();
  });
});

describe('where things are', () => {
  test('used ranges, with and without formats', async () => {
    const addresses = await onSheet(async (sheet, context) => {
      const none = sheet.getUsedRangeOrNullObject();
      none.load('address');
      await context.sync();
      expect(none.isNullObject).toBe(true);
      sheet.getRange('B2:C3').values = [[1, 2], [3, '']];
      sheet.getRange('D4').format.fill.color = '#ff0000';
      const used = [sheet.getUsedRange(), sheet.getUsedRange(true), sheet.getRange('A1:C3').getUsedRange(true), sheet.getRange('A5:A9').getUsedRangeOrNullObject()];
      for (const range of used) range.load('address');
      await context.sync();
      return used.map((range) => (range.isNullObject ? null : range.address));
    });
    expect(addresses).toEqual(['Sheet1!B2:D4', 'Sheet1!B2:C3', 'Sheet1!B2:C3', null]);
  });

  test('parts and neighbours of a range', async () => {
    const addresses = await onSheet(async (sheet, context) => {
      const range = sheet.getRange('B2:D5');
      const ranges = [
        range.getCell(0, 1), range.getRow(1), range.getColumn(2), range.getLastRow(), range.getLastCell(), range.getEntireRow(),
        range.getEntireColumn(), range.getOffsetRange(1, -1), range.getResizedRange(1, 0), range.getBoundingRect('F9'),
        range.getIntersection('C1:C9'), sheet.getRangeByIndexes(0, 0, 2, 2), sheet.getCell(4, 4),
      ];
      for (const one of ranges) one.load('address');
      await context.sync();
      return ranges.map(({ address }) => address.replace('Sheet1!', ''));
    });
    expect(addresses).toEqual(['C2', 'B3:D3', 'D2:D5', 'B5:D5', 'D5', '2:5', 'B:D', 'A3:C6', 'B2:D6', 'B2:F9', 'C2:C5', 'A1:B2', 'E5']);
  });

  test('names with other than letters are quoted in addresses, and read so', async () => {
    await onSheet((sheet) => {
      sheet.name = '1 投资';
    });
    const address = await Excel.run(async (context) => {
      const range = context.workbook.worksheets.getItem('1 投资').getRange("'1 投资'!A1");
      range.load('address');
      await context.sync();
      return range.address;
    });
    expect(address).toBe("'1 投资'!A1");
  });

  test('the selection', async () => {
    const read = await onSheet(async (sheet, context) => {
      sheet.getRange('B2:C3').select();
      const selected = context.workbook.getSelectedRange().load('address');
      const cell = context.workbook.getActiveCell().load('address');
      await context.sync();
      return [selected.address, cell.address];
    });
    expect(read).toEqual(['Sheet1!B2:C3', 'Sheet1!B2']);
  });
});

describe('looks', () => {
  test('every property arrives and is read again', async () => {
    await onSheet((sheet) => {
      const { format } = sheet.getRange('A1:B2');
      format.font.name = '仿宋';
      format.font.size = 16;
      format.font.bold = true;
      format.font.italic = true;
      format.font.color = '#1f3864';
      format.fill.color = 'yellow';
      format.horizontalAlignment = 'Center';
      format.verticalAlignment = 'Top';
      format.wrapText = true;
      format.protection.locked = false;
      format.rowHeight = 30;
      format.columnWidth = 90;
      format.borders.getItem('EdgeBottom').style = 'Continuous';
      format.borders.getItem('EdgeBottom').color = '#FF0000';
    });
    const style = office.book.activeSheet.styleAt(1, 1);
    expect(style).toEqual({
      fontName: '仿宋', fontSize: 16, bold: true, italic: true, color: '#1F3864', fill: '#FFFF00', horizontal: 'center',
      vertical: 'top', wrap: true, locked: false, borders: { bottom: '#FF0000' },
    });
    const read = await load('A1:B2', 'format/font/name,format/fill/color,format/wrapText,format/columnWidth,format/rowHeight,format/protection/locked', ({ format }) => [
      format.font.name, format.fill.color, format.wrapText, format.columnWidth, format.rowHeight, format.protection.locked,
    ]);
    expect(read).toEqual(['仿宋', '#FFFF00', true, 90, 30, false]);
    expect(office.book.activeSheet.columnWidth(1)).toBe(120);
  });

  test('cells that differ have null', async () => {
    await onSheet((sheet) => {
      sheet.getRange('A1').format.font.bold = true;
    });
    expect(await load('A1:B1', 'format/font/bold', ({ format }) => format.font.bold)).toBeNull();
  });

  test('whole columns keep their format for cells to come', async () => {
    await onSheet((sheet) => {
      sheet.getRange('B:B').numberFormat = '@' as unknown as string[][];
      sheet.getRange('B5').values = [['007']];
    });
    expect(await load('B5', 'values', ({ values }) => values)).toEqual([['007']]);
  });

  test('cleared: all, formats or contents', async () => {
    await onSheet((sheet) => {
      const range = sheet.getRange('A1:A3');
      range.values = [[1], [2], [3]];
      range.format.font.bold = true;
      sheet.getRange('A1').clear('Contents');
      sheet.getRange('A2').clear('Formats');
      sheet.getRange('A3').clear();
    });
    const sheet = office.book.activeSheet;
    expect([0, 1, 2].map((row) => [sheet.valueAt(row, 0), sheet.styleAt(row, 0).bold])).toEqual([[null, true], [2, undefined], [null, undefined]]);
  });

  test('merged cells keep the first content, and take no other', async () => {
    await onSheet((sheet) => {
      sheet.getRange('A1:B1').values = [['题', '没']];
      sheet.getRange('A1:B2').merge();
      sheet.getRange('B2').values = [['隐']];
    });
    const sheet = office.book.activeSheet;
    expect([sheet.state.merges.length, sheet.valueAt(0, 0), sheet.valueAt(0, 1), sheet.valueAt(1, 1)]).toEqual([1, '题', null, null]);
    await onSheet((one) => one.getRange('A1').unmerge());
    expect(sheet.state.merges).toEqual([]);
  });

  test('rows and columns are hidden and shown', async () => {
    await onSheet((sheet) => {
      sheet.getRange('2:3').rowHidden = true;
      sheet.getRange('B:B').columnHidden = true;
    });
    expect(await load('A2:B2', 'rowHidden,columnHidden', ({ rowHidden, columnHidden }) => [rowHidden, columnHidden])).toEqual([true, null]);
  });
});

describe('rows and columns', () => {
  test('parts of rows move, references to them follow', async () => {
    await onSheet((sheet) => {
      sheet.getRange('A1:C2').formulas = [[1, 2, '=A2'], [3, 4, '=SUM(A1:A2)']];
      sheet.getRange('A2').insert('Down');
    });
    expect(await load('A1:C3', 'formulas', ({ formulas }) => formulas)).toEqual([[1, 2, '=A3'], ['', 4, '=SUM(A1:A3)'], [3, '', '']]);
    await onSheet((sheet) => sheet.getRange('A2').delete('Up'));
    expect(await load('A1:C3', 'formulas', ({ formulas }) => formulas)).toEqual([[1, 2, '=A2'], [3, 4, '=SUM(A1:A2)'], ['', '', '']]);
  });

  test('sorted by columns', async () => {
    await onSheet((sheet) => {
      sheet.getRange('A1:B4').values = [['县', '数'], ['b', 2], ['a', 2], ['c', 1]];
      sheet.getRange('A1:B4').sort.apply([{ key: 1, ascending: false }, { key: 0 }], false, true);
    });
    expect(await load('A1:A4', 'values', ({ values }) => values.flat())).toEqual(['县', 'a', 'b', 'c']);
  });
});

test('a link leads to another cell of the workbook', async () => {
  const read = await onSheet(async (sheet, context) => {
    context.workbook.worksheets.add('1 清单');
    const range = sheet.getRange('A1');
    range.values = [['去']];
    range.hyperlink = { documentReference: "'1 清单'!B3" };
    range.load('hyperlink');
    await context.sync();
    return range.hyperlink;
  });
  expect(read).toEqual({ documentReference: "'1 清单'!B3", textToDisplay: '去' });
  expect(office.book.sheets[0]?.state.links).toEqual([{ row: 0, column: 0, sheet: '1 清单', targetRow: 2, targetColumn: 1 }]);
});
