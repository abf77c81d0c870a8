import { isSameStanding } from '../../src/excel/spelling';

test.each([
  ['', null],
  [null, ''],
  [0.1 + 0.2, 0.3],
  [-3, -3],
  ["'007", '007'],
  ['甲\r\n乙', '甲\n乙'],
  ['=SUM(A1:A3)', '=sum( A1:A3 )'],
  ['=[@金额]*2', '=t4_list[[#This Row],[金额]]*2'],
  ['=t4_list[@[金额（万元）]]', '=t4_list[[#This Row],[金额（万元）]]'],
  ['=SUM(t4_list[@[一月]:[三月]])', '=SUM(t4_list[[#This Row],[一月]:[三月]])'],
  ["='汇总'!A1", '=汇总!A1'],
  ['=@INDEX(A1:A3,2)', '=INDEX(A1:A3,2)'],
  ['=_xlfn.CONCAT(A1)', '=CONCAT(A1)'],
])('%j and %j are the same cell', (stood, expected) => {
  expect(isSameStanding(stood, expected)).toBe(true);
});

test.each([
  [0, null],
  ['', 0],
  [false, null],
  [7, '7'],
  [1, true],
  [1.000001, 1],
  ['甲', '乙'],
  ['甲 乙', '甲乙'],
  ["'", ''],
  ['=A1', '=A2'],
  ['=A1&"a b"', '=A1&"ab"'],
  ['=SUM(t4_list[金额])', '=SUM(t4_list[@金额])'],
  ['=SUM(t4_list[金额])', '=SUM(t5_list[金额])'],
  ['=A1', 'A1'],
])('%j and %j are not', (stood, expected) => {
  expect(isSameStanding(stood, expected)).toBe(false);
});
