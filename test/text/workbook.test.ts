import { describeCounts } from '../../src/text/exchange-merge';
import { describeRows } from '../../src/text/exchange-pane';
import { countUndecided } from '../../src/text/ui-sentence';
import { describeUpgraded } from '../../src/text/version';
import { resultSummary } from '../../src/text/workbook';

const nothing = { errors: 0, warnings: 0, infos: 0, explained: 0, undecided: 0, waiting: 0, unlisted: 0, off: 0, adjusted: 0, switchedOff: 0 };
const counted = { checkedAt: '2023-12-25 10:00', plan: '晋市政办函〔2023〕31号', asOf: '2023-12-25', ...nothing };

describe('what 校验结果 begins with', () => {
  it('sets the thousands apart, as everywhere', () => {
    const [, counts, unlisted] = resultSummary({ ...counted, errors: 2_700, warnings: 1_057, infos: 3, explained: 12, undecided: 1_900, waiting: 12_500, unlisted: 1_234 });
    expect(counts).toBe('错误 2,700 条，警告 1,057 条，提示 3 条，另有已说明 12 条；待填写 12,500 行；暂无法核对 1,900 项。');
    expect(unlisted).toBe('问题较多，另有 1,234 条同类问题未逐条列出，改正后再校验会继续列出。');
  });

  it('sets them apart in what it says of rules that are switched off, too', () => {
    expect(resultSummary({ ...counted, off: 2, switchedOff: 1_300, adjusted: 1 }).at(-1)).toBe(
      '本工作簿对规则有调整：停用 2 条（查出 1,300 处，没有列出），调整级别 1 条。由谁决定、为什么，见下表最前面各行。',
    );
  });
});

test('what merely waits to be filled in is not also counted as 暂无法核对', () => {
  const one = { code: 'row/part-exceeds-whole', list: '1', unit: 'zezhou', params: {}, count: 3 } as const;
  expect(countUndecided([{ ...one, reason: 'waiting' }, { ...one, reason: 'missing' }, { ...one, reason: 'structure', count: 1_000 }])).toBe(1_003);
});

test('counts of rows and cells have their thousands set apart', () => {
  expect(describeRows(12_500)).toBe('12,500 行');
  expect(describeCounts({ added: 1_204, changed: 30, deleted: 0, conflicting: 1_001, refused: 0 })).toBe('新增 1,204 行、修改 30 行、冲突 1,001 处');
  expect(describeUpgraded(18_230, 15)).toBe('已升级 15 张表，18,230 个已填单元格都保留，并重新校验了一遍。');
});
