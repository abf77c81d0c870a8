import { lossLines, summariseLosses } from '../../src/text/repair';

test('a sheet that is gone is said to be gone, not to have lost a sheet', () => {
  const losses = [{ sheet: '说明', kind: 'sheet', count: 1 }] as const;
  expect(summariseLosses(losses)).toBe('少了 1 张工作表。');
  expect(lossLines(losses)).toEqual(['说明：整张工作表不见了']);
  expect(summariseLosses([...losses, { sheet: '汇总', kind: 'bar', count: 1 }])).toBe('2 张表丢失工作表、进度条 2 处。');
});
