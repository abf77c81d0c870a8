import { readBoard } from '../../src/job/board';
import { judgeWorkbook } from '../../src/job/check';
import type { MemoryPort } from '../../src/job/memory-port';
import { mergeFiles } from '../../src/job/merge';
import { previewMerge } from '../../src/job/preview-merge';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { check } from '../../src/rule/engine';
import { remindUnit, unitStateName } from '../../src/text/exchange-board';
import { around, cityOffice, opened, returned, rowOf, split, type } from './exchange-office';

const board = async (city: MemoryPort, ...[proposals]: [Parameters<typeof readBoard>[1]?]) => {
  const report = await judgeWorkbook(city, [plan], around);
  const statuses = readBoard(report, proposals ?? []);
  const of = (unit: string) => statuses.find((status) => status.unit === unit)!;
  const { lists, entries: { asOf } } = report;
  return { of, lists, asOf, remind: (unit: string) => remindUnit(of(unit), plan, lists, asOf) };
};

test('a unit is 未分发, 未返回, 已收到, 已汇总, and is reminded of what is its own to do', async () => {
  const city = await cityOffice();
  expect(unitStateName((await board(city)).of('zezhou').state)).toBe('未分发');
  const sent = await split(city, ['zezhou', 'gaoping']);
  const waiting = await board(city);
  expect(unitStateName(waiting.of('zezhou').state)).toBe('未返回');
  expect(waiting.remind('chengqu')).toBeNull();
  expect(waiting.remind('zezhou')).toMatch(
    /^泽州县：您好！关于项目建设“冬季行动”“九张清单”填报工作（统计截止日 2023年12月5日），2023-12-05 发出的文件我办还没有收到贵单位的填报。按晋市政办函〔2023〕31号要求，清单应于2023年11月30日前报送。据我办掌握，尚待填写的有：《[^》]+》\d+ 行(、《[^》]+》\d+ 行){3}。请填写核对后发回市项目攻坚指挥部办公室。如已发出，请忽略本条。谢谢支持！$/,
  );
  const all = waiting.of('zezhou');
  const many = { ...all, lists: all.lists.map((list) => ({ ...list, waiting: 1_200 })) };
  expect(remindUnit(many, plan, waiting.lists, waiting.asOf)).toContain(`《4 副市长包保重点项目》1,200 行、《5 未开工项目》1,200 行、《6 已开工未入统项目》1,200 行等 ${many.lists.length} 张表。`);

  const unit = opened(sent, 'zezhou');
  await type(unit, '5', await rowOf(unit, '5', '甲项目'), { responsiblePerson: '李新', totalInvestment: '很多' });
  await type(city, '5', await rowOf(city, '5', '甲项目'), { responsiblePerson: '赵市' });
  const preview = await previewMerge(city, [returned(unit.model(), '泽州.xlsx')], [plan], around);
  const received = await board(city, preview.proposals);
  expect(received.of('zezhou')).toMatchObject({ state: 'returned', file: '泽州.xlsx', conflicts: 1 });
  expect(received.remind('zezhou')).toBeNull();

  await mergeFiles(city, preview, {}, around);
  const merged = await board(city);
  expect(merged.of('zezhou')).toMatchObject({ state: 'merged', file: '泽州.xlsx', conflicts: 1 });
  expect(merged.of('zezhou').errors).toBeGreaterThan(0);
  expect(merged.remind('zezhou')).toMatch(/“泽州\.xlsx”已经收到，谢谢！还有以下内容请补充或更正：待填写：.*；校验发现错误 \d+ 条；与我办掌握的情况不一致 1 处。请填写核对后发回/);
  expect(merged.of('gaoping').state).toBe('sent');
});

test('a unit’s errors are all counted, also those that are not listed', async () => {
  const city = await cityOffice();
  const errors = async () => {
    const report = await judgeWorkbook(city, [plan], around);
    const result = check(report.entries, plan, report.lists, { listLimit: 1 });
    return new Map(readBoard({ ...report, result }, []).map(({ unit, errors: count }) => [unit, count!]));
  };
  const before = await errors();
  for (const name of ['甲项目', '丙项目', '乙项目']) await type(city, '5', await rowOf(city, '5', name), { totalInvestment: '很多' });
  const added = [...(await errors())].map(([unit, count]) => [unit, count - before.get(unit)!]).filter(([, count]) => count !== 0);
  expect(Object.fromEntries(added)).toEqual({ zezhou: 2, gaoping: 1 });
});
