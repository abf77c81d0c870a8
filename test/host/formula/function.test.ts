import type { Value } from '../../../src/list/list';
import { PlainBook } from './plain-book';

const book = new PlainBook(['数据']).fill('数据!A1', [
  ['甲', 10, true, '5', null],
  ['乙', 20, false, 'x', null],
  ['甲', -3, true, '', null],
  [null, 0.5, null, '2023-11-20', null],
]);

/** Results by Excel's documentation and behaviour, where LibreOffice could not be asked or differs. */
const cases: readonly (readonly [string, Value])[] = [
  ['=SUM(1,"2",TRUE)', 4],
  ['=SUM(B1:D4)', 27.5],
  ['=SUM("甲")', '#VALUE!'],
  ['=COUNT(B1:D4,"3",TRUE,"甲")', 6],
  ['=COUNTA(D1:D3)', 3],
  ['=COUNTBLANK(D1:E4)', 5],
  ['=MIN(E1:E4)', 0],
  ['=AVERAGE(E1:E4)', '#DIV/0!'],
  ['=MEDIAN(E1:E4)', '#NUM!'],
  ['=0^0', '#NUM!'],
  ['=POWER(-8,1/3)', '#NUM!'],
  ['=SQRT(-1)', '#NUM!'],
  ['=1E+308*10', '#NUM!'],
  ['=MOD(0.3,0.1)', 0],
  ['=ROUND(-0.5,0)', -1],
  ['=ROUND(1.45,1)', 1.5],
  ['=ROUND(5.015,2)', 5.02],
  ['=ROUNDUP(2.3*3,10)', 6.9],
  ['=RANK(99,B1:B4)', '#N/A'],
  ['=LARGE(B1:B4,9)', '#NUM!'],
  ['=INDEX(A1:B4,9,1)', '#REF!'],
  ['=INDEX(A1:B4,1,2)', 10],
  ['=VLOOKUP("甲",A1:B4,3,FALSE)', '#REF!'],
  ['=VLOOKUP("甲",A1:B4,0,FALSE)', '#VALUE!'],
  ['=VLOOKUP("5",D1:D4,1,FALSE)', '5'],
  ['=VLOOKUP(5,D1:D4,1,FALSE)', '#N/A'],
  ['=MATCH("甲",A1:B4,0)', '#N/A'],
  ['=MATCH(3,{5,4,2,1},-1)', 2],
  ['=CONCATENATE("甲",1,TRUE)', '甲1TRUE'],
  ['=FIND("","abc")', 1],
  ['=SEARCH("?","")', '#VALUE!'],
  ['=SUBSTITUTE("$1","$1","$$")', '$$'],
  ['=TEXT(-0.5,"0%")', '-50%'],
  ['=TEXT(45231.5,"yyyy-mm-dd hh:mm")', '2023-11-01 12:00'],
  ['=TEXT("2023-11-20","m月d日")', '11月20日'],
  ['=TEXT(1,"[")', '#VALUE!'],
  ['=REPT("甲",40000)', '#VALUE!'],
  ['=DATEDIF(45400,45000,"d")', '#NUM!'],
  ['=DATEDIF(DATE(2023,1,31),DATE(2023,3,1),"md")', 1],
  ['=DATE(1900,2,29)', 60],
  ['=TEXT(60,"yyyy-mm-dd")', '1900-02-29'],
  ['=DATE(1900,1,1)', 1],
  ['=DATE(10000,1,1)', '#NUM!'],
  ['=WEEKDAY(1)', 1],
  ['=EDATE(45231,"甲")', '#VALUE!'],
  ['=VALUE("2023年11月20日")', 45250],
  ['=VALUE("2023-02-30")', '#VALUE!'],
  ['=VALUE(" ¥1,234.5 ")', 1234.5],
  ['=VALUE("1,23")', '#VALUE!'],
  ['=IF("甲",1,2)', '#VALUE!'],
  ['=IF("TRUE",1,2)', 1],
  ['=IF(E1,1,2)', 2],
  ['=AND(A1:A4)', '#VALUE!'],
  ['=AND(C1:C4)', false],
  ['=OR("甲",TRUE)', '#VALUE!'],
  ['=ISBLANK("")', false],
  ['=ISTEXT(D3)', true],
  ['=N(A1)&T(B1)', '0'],
  ['=ERROR.TYPE(1/0)', 2],
  ['=CHOOSE(1,B1:B2)+0', '#VALUE!'],
  ['=SUM(CHOOSE(1,B1:B2,C1:C2))', 30],
  ['=SUM(IF(A1:A4="甲",B1:B4,0))', 7],
  ['=SUM((A1:A4="甲")*(B1:B4>0))', 1],
  ['=MAX(IF(C1:C4,B1:B4))', 10],
  ['=SUMPRODUCT(1/COUNTIF(A1:A3,A1:A3))', 2],
  ['=SUMPRODUCT((A1:A4="甲")*B1:B3)', '#N/A'],
  ['=TEXTJOIN(",",TRUE,IF(B1:B4>0,B1:B4,""))', '10,20,0.5'],
  ['=INDEX(B1:B4,MATCH(1,(A1:A4="甲")*(B1:B4<0),0))', -3],
  ['=SUM(1,)', 1],
  ['=IF(TRUE,,5)', 0],
  ['=IFERROR(B1:B4/0,"—")', '—'],
  ['=ROUND()', '#VALUE!'],
  ['=NOPE(1)', '#NAME?'],
  ['=_xlfn.XLOOKUP(1,A1:A2,B1:B2)', '#NAME?'],
  ['=CONSTRUCTOR()', '#NAME?'],
  ['=LET(x,1,x)', '#NAME?'],
  ['=TOSTRING()', '#NAME?'],
  ['=+"甲"', '甲'],
  ['=-"3"', -3],
  ['=--"3"', 3],
  ['="a"<"B"', true],
  ['=TRUE>"z"', true],
  ['=E1=0', true],
  ['=E1=""', true],
  ['=#N/A', '#N/A'],
  ['=SUM(A1:A4 B1:B4)', '#NULL!'],
  ['=HYPERLINK("#数据!A1")', '#数据!A1'],
];

test.each(cases)('%s is %p', (formula, expected) => {
  const value = book.result(formula);
  if (typeof expected === 'number' && typeof value === 'number') expect(value).toBeCloseTo(expected, 10);
  else expect(value).toBe(expected);
});

test('a sum of money does not depend on the order of its rows', () => {
  const rows = Array.from({ length: 400 }, (_, row) => [row % 2 === 0 ? 0.1 : 1e9 + 0.7]);
  const forward = new PlainBook(['数据']).fill('数据!A1', rows).result('=SUM(A:A)');
  const backward = new PlainBook(['数据']).fill('数据!A1', rows.toReversed()).result('=SUM(A:A)');
  expect(forward).toBe(backward);
  expect(forward).toBe(200000000160);
});
