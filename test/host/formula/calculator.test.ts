import { Calculator } from '../../../src/host/formula/calculator';
import { PlainBook } from './plain-book';

function listBook(): PlainBook {
  const book = new PlainBook(['5 未开工项目', '汇总']);
  book.fill('5 未开工项目!A3', [
    ['项目名称', '总投资（万元）', '2023年计划-调整', "a'b", '完成率'],
    ['沁河治理', 120, 60, 1, "=t5_list[[#This Row],[2023年计划-调整]]/t5_list[[#This Row],[总投资（万元）]]"],
    ['太行一号', 80, 20, 2, '=[@[2023年计划-调整]]/[@[总投资（万元）]]'],
    ['古堡保护', 50, 50, 3, '=t5_list[@[2023年计划-调整]]/B6'],
  ]);
  return book.table('t5_list', '5 未开工项目!A3', 4, 5).name('统计截止日', '汇总!H1').fill('汇总!H1', [[45250]]);
}

describe('references', () => {
  test('a table row sees its own row in file form, in the form typed by people, and by address', () => {
    const book = listBook();
    expect([book.at('E4'), book.at('E5'), book.at('E6')]).toEqual([0.5, 0.25, 1]);
  });

  test('sheets are named with and without quotes, in any case', () => {
    const book = new PlainBook(['数据', "Bob's 表", 'Data']).fill('数据!A1', [[7]]).fill("Bob's 表!B2", [[8]]).fill('Data!A1', [[9]]);
    expect(book.result('=数据!A1')).toBe(7);
    expect(book.result("='数据'!$A$1")).toBe(7);
    expect(book.result("='Bob''s 表'!B2")).toBe(8);
    expect(book.result('=data!A1')).toBe(9);
    expect(book.result('=没有!A1')).toBe('#REF!');
  });

  test('whole columns and rows are read as far as the sheet is used', () => {
    const book = new PlainBook(['数据']).fill('数据!A1', [[1, 2], [3, 4], [5, 6]]);
    expect(book.result('=SUM(A:A)')).toBe(9);
    expect(book.result('=SUM($A:$B)')).toBe(21);
    expect(book.result('=SUM(2:3)')).toBe(18);
    expect(book.result('=COUNTBLANK(A:A)')).toBe(1048573);
  });

  test('structured references name data, headers, all, column spans and escaped headers', () => {
    const book = listBook();
    expect(book.result('=SUM(t5_list[[总投资（万元）]])')).toBe(250);
    expect(book.result('=SUM(t5_list[[总投资（万元）]:[2023年计划-调整]])')).toBe(380);
    expect(book.result('=SUM(t5_list[#Data])')).toBeCloseTo(387.75);
    expect(book.result('=t5_list[[#Headers],[项目名称]]')).toBe('项目名称');
    expect(book.result('=ROWS(t5_list[#All])')).toBe(4);
    expect(book.result("=SUM(t5_list[a''b])")).toBe(6);
    expect(book.result('=SUM(T5_LIST[2023年计划-调整])')).toBe(130);
    expect(book.result('=t5_list[[#Totals],[总投资（万元）]]')).toBe('#REF!');
    expect(book.result('=SUM(t5_list[没有这列])')).toBe('#REF!');
    expect(book.result('=SUM(没有这表[列])')).toBe('#REF!');
    expect(book.result('=t5_list[[#This Row],[项目名称]]', '汇总!A1')).toBe('#VALUE!');
  });

  test('names are looked up without regard to case; an unknown one is #NAME?', () => {
    const book = listBook();
    expect(book.result('=统计截止日+1')).toBe(45251);
    expect(book.result('=没有这个名称')).toBe('#NAME?');
  });

  test('what is left of a reference to deleted cells is #REF!', () => {
    expect(listBook().result('=SUM(汇总!#REF!)')).toBe('#REF!');
    expect(listBook().result("=IFERROR('5 未开工项目'!#REF!,0)")).toBe(0);
  });

  test('where one value is expected a column means the cell beside the formula', () => {
    const book = new PlainBook(['数据']).fill('数据!A1', [[1], [2], [3]]);
    expect(book.result('=A1:A3', 'C2')).toBe(2);
    expect(book.result('=A1:A3*10', 'C3')).toBe(30);
    expect(book.result('=A1:A3', 'C9')).toBe('#VALUE!');
  });

  test('an unreadable formula and a formula nested without end are #NAME?, not a crash', () => {
    const book = new PlainBook(['数据']);
    expect(book.result('=1+')).toBe('#NAME?');
    expect(book.result('=SUM((1)')).toBe('#NAME?');
    expect(book.result(`=${'('.repeat(4000)}1${')'.repeat(4000)}`)).toBe('#NAME?');
    expect(book.result(`=${Array.from({ length: 2000 }, () => '1').join('+')}`)).toBe(2000);
  });
});

describe('recalculation', () => {
  test('only what depends on an edit is reported, and only where the value changed', () => {
    const book = new PlainBook(['数据']).fill('数据!A1', [[1, '=A1*2', '=B1>0', '=D2']]);
    book.calculator.calculate();
    book.put({ sheet: '数据', row: 0, column: 0 }, 5);
    expect(book.calculator.calculate()).toEqual([{ sheet: '数据', row: 0, column: 1 }]);
    expect(book.at('B1')).toBe(10);
    expect(book.calculator.calculate()).toEqual([]);
  });

  test('a formula that replaces a constant, and a constant that replaces a formula, reach their readers', () => {
    const book = new PlainBook(['数据']).fill('数据!A1', [[1, '=SUM(A1:A3)']]);
    expect(book.at('B1')).toBe(1);
    book.fill('数据!A2', [['=10*2']]);
    expect(book.at('B1')).toBe(21);
    book.fill('数据!A2', [[4]]);
    expect(book.at('B1')).toBe(5);
    book.fill('数据!A2', [[null]]);
    expect(book.at('B1')).toBe(1);
  });

  test('a table that grows takes its new row into account once the structure is told', () => {
    const book = listBook().fill('汇总!A1', [['=SUM(t5_list[[总投资（万元）]])']]);
    expect(book.at('汇总!A1')).toBe(250);
    book.fill('5 未开工项目!A7', [['新项目', 1000]]);
    book.tableList[0]!.area = { ...book.tableList[0]!.area, rows: 5 };
    book.calculator.structureChanged();
    expect(book.at('汇总!A1')).toBe(1250);
  });

  test('a renamed sheet keeps its formulas, a removed one loses them and its readers get #REF!', () => {
    const book = new PlainBook(['甲', '乙']).fill('甲!A1', [['=1+1']]).fill('乙!A1', [['=甲!A1']]);
    expect(book.at('乙!A1')).toBe(2);
    book.sheets = ['丙', '乙'];
    book.calculator.renameSheet('甲', '丙');
    book.calculator.structureChanged();
    book.put({ sheet: '乙', row: 0, column: 0 }, '=丙!A1');
    expect(book.at('乙!A1')).toBe(2);
    book.sheets = ['乙'];
    book.calculator.structureChanged();
    expect(book.at('乙!A1')).toBe('#REF!');
    expect(book.calculator.formulaAt({ sheet: '丙', row: 0, column: 0 })).toBeNull();
  });

  test('errors are told apart from texts that look like them', () => {
    const book = new PlainBook(['数据']).fill('数据!A1', [['=1/0', '="#DIV/0!"', '#N/A', '=ISNA(C1)']]);
    book.calculator.calculate();
    expect(book.at('A1')).toBe('#DIV/0!');
    expect(book.calculator.isErrorAt({ sheet: '数据', row: 0, column: 0 })).toBe(true);
    expect(book.calculator.isErrorAt({ sheet: '数据', row: 0, column: 1 })).toBe(false);
    expect(book.at('D1')).toBe(true);
  });

  test('a formula that points at an empty cell shows 0', () => {
    expect(new PlainBook(['数据']).fill('数据!B1', [['=A1']]).at('B1')).toBe(0);
  });

  test('cells that depend on themselves count as 0 and can be listed', () => {
    const book = new PlainBook(['数据']).fill('数据!A1', [['=B1+1', '=A1+1', '=SUM(A1:B1)+5', '=SUM(D1:D3)']]);
    book.calculator.calculate();
    expect([book.at('A1'), book.at('B1'), book.at('C1'), book.at('D1')]).toEqual([0, 0, 5, 0]);
    expect(book.calculator.listCircular().map(({ column }) => column).sort()).toEqual([0, 1, 3]);
    book.fill('数据!B1', [[3]]);
    expect(book.at('A1')).toBe(4);
    expect(book.calculator.listCircular().map(({ column }) => column)).toEqual([3]);
  });

  test('ROW and ROWS of the own column are no circle', () => {
    const book = new PlainBook(['数据']).fill('数据!A1', [['=ROW(A1)'], ['=ROWS(A$1:A2)'], ['=COLUMN(A:A)']]);
    expect([book.at('A1'), book.at('A2'), book.at('A3')]).toEqual([1, 2, 1]);
    expect(book.calculator.listCircular()).toEqual([]);
  });

  test('a chain of 20,000 cells is computed whichever end it is entered from', () => {
    for (const order of [1, -1]) {
      const book = new PlainBook(['数据']);
      const rows = Array.from({ length: 20000 }, (_, row) => (order === 1 ? row : 19999 - row));
      for (const row of rows) book.put({ sheet: '数据', row, column: 0 }, row === 0 ? '=1' : `=A${row}+1`);
      expect(book.at('A20000')).toBe(20000);
      book.put({ sheet: '数据', row: 0, column: 0 }, 11);
      expect(book.at('A20000')).toBe(20010);
    }
  });

  test('a chain of 3,000 INDIRECTs does not overflow either', () => {
    const book = new PlainBook(['数据']);
    for (let row = 0; row < 3000; row++) book.put({ sheet: '数据', row, column: 0 }, row === 2999 ? 7 : `=INDIRECT("A${row + 2}")`);
    expect(book.at('A1')).toBe(7);
    expect(new PlainBook(['数据']).fill('数据!A1', [['=INDIRECT("B1")', '=INDIRECT("A1")']]).at('A1')).toBe(0);
  });

  test('TODAY follows the clock', () => {
    let day = 45250.7;
    const book = new PlainBook(['数据'], 0);
    const calculator = new Calculator(book, { today: () => day });
    const ref = { sheet: '数据', row: 0, column: 0 };
    calculator.setFormula(ref, '=TODAY()');
    calculator.calculate();
    expect(calculator.valueAt(ref)).toBe(45250);
    day = 45251.1;
    expect(calculator.calculate()).toEqual([ref]);
    expect(calculator.valueAt(ref)).toBe(45251);
  });

  test('without a clock of its own TODAY is a whole serial of this century', () => {
    const value = new Calculator(new PlainBook(['数据'])).evaluate('=TODAY()', { sheet: '数据', row: 0, column: 0 });
    expect(Number.isInteger(value) && (value as number) > 45000).toBe(true);
  });
});

describe('hidden rows', () => {
  const book = () => new PlainBook(['数据']).fill('数据!A1', [[1], [2], [4], ['=SUBTOTAL(9,A1:A3)'], ['=SUBTOTAL(109,A1:A3)'], ['=SUBTOTAL(9,A1:A5)']]);

  test('SUBTOTAL leaves filtered rows out, 109 also rows hidden by hand, and never counts another SUBTOTAL', () => {
    const sheet = book();
    expect([sheet.at('A4'), sheet.at('A5'), sheet.at('A6')]).toEqual([7, 7, 7]);
    sheet.hidden.add('数据!0');
    sheet.filtered.add('数据!1');
    sheet.calculator.visibilityChanged();
    expect([sheet.at('A4'), sheet.at('A5'), sheet.at('A6')]).toEqual([5, 4, 5]);
  });
});

describe('evaluate', () => {
  test('a conditional format written for its first cell moves along with the cell it is asked for', () => {
    const book = new PlainBook(['数据']).fill('数据!C6', [['总投资', '备注'], [1, '【总投资】缺'], [2, ''], [3, '【备注】']]);
    const formula = '=ISNUMBER(FIND("【"&C$6&"】",$D7))';
    const ask = (row: number, column: number) => book.calculator.evaluate(formula, { sheet: '数据', row, column }, { sheet: '数据', row: 6, column: 2 });
    expect([ask(6, 2), ask(7, 2), ask(8, 2), ask(8, 3), ask(6, 3)]).toEqual([true, false, false, true, false]);
  });

  test('sees edits that were not calculated yet, and calculate still reports them', () => {
    const book = new PlainBook(['数据']).fill('数据!A1', [[1, '=A1+1']]);
    book.calculator.calculate();
    book.fill('数据!A1', [[5]]);
    expect(book.result('=B1')).toBe(6);
    expect(book.calculator.calculate()).toEqual([{ sheet: '数据', row: 0, column: 1 }]);
  });
});
