import type { Value } from '../list/list';
import { fromSerial } from '../plan/day';
import type { IssueCode } from '../rule/code';
import { formatNumber, formatRate } from './format';
import { problemTexts } from './problem';
import { permitTexts } from './permit';
import { headerOf, type Speaker, type Told } from './speaker';

const explainable = '请核对，情况属实的可说明情况';

/** Sentences on rows. */
export const rowTexts = {
  ...problemTexts,
  ...permitTexts,
  'row/duplicate': (speaker) => {
    const rows = `第 ${speaker.texts('others').join('、')} 行${speaker.has('more') ? '等' : ''}`;
    return speaker.text('same') === 'code'
      ? {
          seen: `填写的“${speaker.shown('seen')}”与${rows}相同，项目名称却不同`,
          expected: '一个代码一般只对应一个项目',
          action: '请核对，确为同一项目分期的可说明情况',
        }
      : {
          seen: `填写的“${speaker.shown('seen')}”与${rows}重复`,
          expected: speaker.issue.columns[0] === 'problemNumber' ? '同一单位内每个问题编号只用一次' : '同一单位内每个项目只填一行',
          action: `请删除多余的行，或改正${speaker.header(speaker.issue.columns[0])}${speaker.issue.columns[0] === 'problemNumber' ? '' : '；不同项目同名的可说明情况'}`,
        };
  },
  'row/part-exceeds-whole': (speaker) => ({
    seen: `为 ${[...speaker.texts('parts').map((part) => formatNumber(Number(part))), speaker.number('whole')].join('、')} 亿元`,
    expected: '前面的投资是固定资产投资的一部分，不应比它的累计大',
    action: '请核对各月完成数',
  }),
  'row/completed-exceeds-total': (speaker) => ({
    where: whereOfFirst(speaker),
    seen: `为 ${speaker.number('seen')} 万元`,
    expected: `不应大于总投资 ${speaker.number('limit')} 万元`,
    action: explainable,
  }),
  'row/plan-exceeds-remaining': (speaker) => ({
    where: whereOfFirst(speaker),
    seen: `为 ${speaker.number('seen')} 万元`,
    expected: `不应大于总投资减去已完成投资后剩余的 ${speaker.number('limit')} 万元`,
    action: explainable,
  }),
  'row/annual-plan-exceeds-total': (speaker) => ({
    where: whereOfFirst(speaker),
    seen: `为 ${speaker.number('seen')} 万元`,
    expected: `不应大于总投资 ${speaker.number('limit')} 万元`,
    action: '请核对年度计划和总投资，总投资正在报批调增的可说明情况',
  }),
  'row/new-start-spent': (speaker) => ({
    where: whereOfFirst(speaker),
    seen: `为 ${speaker.number('seen')} 万元`,
    expected: '新开工项目此前不应有完成投资',
    action: '请核对，已开工的把开工类别改为续建，确为前期费用的可说明情况',
  }),
  'row/future-actual': (speaker) => ({
    seen: `晚于统计截止日 ${speaker.day('limit')}`,
    expected: '应为已经发生的日期',
    action: '请核对后改填，尚未发生的请留空，截止日之后才发生的可说明情况',
  }),
  'row/start-state': (speaker) =>
    speaker.has('started')
      ? { where: whereOfFirst(speaker), seen: '没有填写', expected: '状态为已开工的应填实际开工日期', action: '请补填日期，或改正状态' }
      : { where: whereOfFirst(speaker), seen: '已经填写', expected: '状态却为未开工', action: '请改正状态，或清空日期' },
  'row/start-late': (speaker) =>
    speaker.has('passed')
      ? {
          seen: `为 ${speaker.day('seen')}，到统计截止日 ${speaker.day('asOf')} 仍未开工`,
          expected: '应按计划开工',
          action: '已开工的请改正状态，未开工的请写明原因并调整计划',
        }
      : { seen: `为 ${speaker.day('seen')}`, expected: `应在 ${speaker.day('limit')} 前开工`, action: explainable },
  'row/below-statistics-threshold': (speaker) => ({
    where: whereOfFirst(speaker),
    seen: `为 ${speaker.number('seen')} 万元`,
    expected: `不足 ${speaker.number('limit')} 万元的项目不能入统`,
    action: `请核对总投资，属实的在${speaker.header('statisticsReason')}中选“${speaker.label('statisticsReason', 'belowMinimum')}”`,
  }),
  'row/statistics-state': (speaker) =>
    speaker.has('registered')
      ? { where: whereOfFirst(speaker), seen: '没有填写', expected: '已入统的应填入统日期', action: '请补填日期，或改正状态' }
      : { where: whereOfFirst(speaker), seen: '已经填写', expected: `状态却为${speaker.text('state')}`, action: '请改正状态，或清空日期' },
  'row/statistics-papers': () => ({
    seen: '填写为“否”',
    expected: '已入统的项目应当齐备',
    action: explainable,
  }),
  'row/statistics-overdue': (speaker) => ({
    where: whereOfFirst(speaker),
    seen: `为 ${speaker.shown('seen')}，到统计截止日 ${speaker.day('asOf')} 仍为${speaker.text('state')}`,
    expected: isJanuary(speaker.param('seen')) ? '1 月不单独入统，应随 2 月一并入统' : '应按计划入统',
    action: '已入统的请改正状态，未入统的请调整计划',
  }),
  'row/not-behind': (speaker) => ({
    seen: `折合完成率 ${formatRate(Number(speaker.param('seen')))}，已达到时序进度 ${formatRate(Number(speaker.param('limit')))}`,
    expected: '本表只列未按序时进度推进的项目',
    action: '请核对数据，属实的不需改动',
  }),
  'row/catch-up-late': (speaker) => ({
    seen: `为 ${speaker.day('seen')}`,
    expected: `应不晚于行动结束日 ${speaker.day('limit')}`,
    action: explainable,
  }),
  'row/dispatch-overdue': (speaker) => ({
    seen: `为 ${speaker.day('seen')}，距统计截止日已 ${speaker.number('days')} 天`,
    expected: `包保领导每半月至少调度一次（${speaker.number('limit')} 天）`,
    action: '已调度的请更新日期',
  }),
  'row/framework-counted': (speaker) => ({
    seen: `为${speaker.text('seen')}`,
    expected: '不计入新签约项目总投资',
    action: '已签正式合同的请改选',
  }),
  'row/signing-period': (speaker) => ({
    seen: `为 ${speaker.day('seen')}`,
    expected: `不在 ${speaker.day('from')} 至 ${speaker.day('to')} 之间，不计入本季度`,
    action: '请核对日期，属实的不需改动',
  }),
  'row/funds-exceed-plan': (speaker) => ({
    where: whereOfFirst(speaker),
    seen: `为 ${speaker.number('seen')} 亿元`,
    expected: speaker.has('limit') ? `不应大于计划总投资 ${speaker.number('limit')} 亿元` : '不是固定资产投资项目的不应有到位资金',
    action: '请核对后改填，属实的可说明情况',
  }),
} as const satisfies Partial<Record<IssueCode, (speaker: Speaker) => Told>>;

/** Told by the month and not by the severity, which the office may have weighed otherwise. */
function isJanuary(month: Value): boolean {
  return typeof month === 'number' && fromSerial(month).month === 1;
}

function whereOfFirst(speaker: Speaker): string {
  return headerOf(speaker, speaker.issue.columns.slice(0, 1));
}
