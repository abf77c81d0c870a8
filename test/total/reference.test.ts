import { columnReference, columnSpanReference, rowReference, rowSpanReference, textConstant } from '../../src/total/reference';
import { computeBook } from './book';

const five = computeBook({}).lists.find(({ key }) => key === '5')!;
const headers = ['总投资', '10-50亿元', "甲'乙[丙]#", '（甲）乙'];
const columns = headers.map((header, at) => ({ ...five.columns[0]!, key: 'abcd'[at]!, header }));
const list = { ...five, tableName: 't', columns };

describe('references into a table', () => {
  it('put headers that hold more than letters, digits and _ into a second pair of brackets', () => {
    expect(['a', 'b', 'd'].map((key) => columnReference(list, key))).toEqual(['t[总投资]', 't[[10-50亿元]]', 't[[（甲）乙]]']);
  });
  it('mark what a reference would read as its own', () => {
    expect(columnReference(list, 'c')).toBe("t[[甲''乙'[丙']'#]]");
    expect([rowReference(list, 'c'), rowSpanReference(list, 'a', 'c'), columnSpanReference(list, 'a', 'b')]).toEqual([
      "t[[#This Row],[甲''乙'[丙']'#]]",
      "t[[#This Row],[总投资]:[甲''乙'[丙']'#]]",
      't[[总投资]:[10-50亿元]]',
    ]);
  });
  it('are refused for a column that the list does not have', () => expect(() => columnReference(list, 'x')).toThrow(new RangeError('list 5 has no column x')));
});

it('text in a formula doubles its quotation marks', () => expect(textConstant('甲"乙"')).toBe('"甲""乙"""'));
