import { renameTabs } from '../../src/sheet/rename-tab';

const nameOf = (tab: string) => ({ '1 投资目标任务': '一', 汇总: "十二月'汇总" })[tab] ?? tab;

test.each([
  ["='1 投资目标任务'!$B$3+1", '=一!$B$3+1'],
  ["=SUM('1 投资目标任务'!B3:C9,汇总!B:B)", "=SUM(一!B3:C9,'十二月''汇总'!B:B)"],
  ["=其他!A1&\"'1 投资目标任务'!B3\"", "=其他!A1&\"'1 投资目标任务'!B3\""],
  ['=SUM(t1_list[总投资])', '=SUM(t1_list[总投资])'],
])('%s reads %s', (before, after) => {
  expect(renameTabs(before, nameOf).replaceAll("'一'", '一')).toBe(after);
});
