import type { Value } from '../list/list';
import { fromSerial } from '../plan/day';
import type { Plan } from '../plan/plan';
import type { Bulletin, RankChange } from '../total/bulletin';
import type { OverdueKey } from '../total/overdue';
import type { RankingKey } from '../total/ranking';
import { formatDay } from './format';

/** How each ranking calls what was to be done (in a header, and in a sentence), and what was done. */
export const progressWords: Readonly<Record<RankingKey, { readonly target: string; readonly all: string; readonly done: string }>> = {
  start: { target: '应开工', all: '应开工项目', done: '已开工' },
  statistics: { target: '应入统', all: '应入统项目', done: '已入统' },
  permit: { target: '应办', all: '应办手续', done: '已办结' },
  problem: { target: '已交办', all: '已交办问题', done: '已销号' },
};

const overdueWords: Readonly<Record<OverdueKey, (plan: Plan) => string>> = {
  start: () => '计划开工日期已过仍未开工的项目',
  statistics: () => '计划入统月份已过仍未入统的项目',
  permit: () => '办理时限已过、手续仍未办齐的项目',
  problem: () => '办结时限已过仍未销号的问题',
  dispatch: (plan) => `超过${plan.thresholds.dispatchDays}天未调度的副市长包保项目`,
};

/** 计划开工日期已过仍未开工的项目 */
export function overdueName(plan: Plan, key: OverdueKey): string {
  return overdueWords[key](plan);
}

/** 53.85%, of a fraction of 6 places; rounded half up as a cell of format 0.00% shows it. — stays. */
export function formatFullRate(rate: Value): string {
  return typeof rate === 'number' ? `${(Math.round(Math.round(rate * 1e6) / 100) / 100).toFixed(2)}%` : String(rate ?? '');
}

/** 上月 where the older workbook is of the month before, 上期 for any other. */
export function formerPeriod({ asOf, olderAsOf }: Pick<Bulletin, 'asOf' | 'olderAsOf'>): '上月' | '上期' {
  if (olderAsOf === null) return '上月';
  const [now, older] = [fromSerial(asOf), fromSerial(olderAsOf)];
  return now.year * 12 + now.month - (older.year * 12 + older.month) === 1 ? '上月' : '上期';
}

/** 升2位, 降1位, 持平, 新上榜; — where there is nothing to tell. */
export function describeRankChange(change: RankChange | null): string {
  switch (change?.kind) {
    case undefined:
      return '—';
    case 'up':
      return `升${change.places}位`;
    case 'down':
      return `降${change.places}位`;
    case 'same':
      return '持平';
    case 'entered':
      return '新上榜';
  }
}

/** 晋城市项目攻坚指挥部办公室: the office that 四(三) charges with the bulletin, by its full name. */
export function bulletinOffice(plan: Plan): string {
  return plan.collector.startsWith('市') ? `${plan.city}${plan.collector.slice(1)}` : plan.collector;
}

/** 晋城市2023年项目建设冬季行动排名通报 */
export function bulletinTitle(plan: Plan): string {
  return `${plan.title.replace(/方案$/, '')}排名通报`;
}

/** Longest name of a file that leaves the line on one line. */
const longestFile = 36;

/** 统计截止日：2023年12月25日　　对比：2023年11月25日（上月.xlsx） */
export function bulletinDays({ asOf, olderAsOf }: Pick<Bulletin, 'asOf' | 'olderAsOf'>, olderFile: string | null): string {
  const file = olderFile !== null && olderFile.length > longestFile ? `${olderFile.slice(0, longestFile - 1)}…` : olderFile;
  const older = olderAsOf === null ? '' : `　　对比：${formatDay(olderAsOf)}${file === null ? '' : `（${file}）`}`;
  return `统计截止日：${formatDay(asOf)}${older}`;
}

/** What the reader has to know of the two days; empty where they are in order. */
export function bulletinNotes({ asOf, olderAsOf }: Pick<Bulletin, 'asOf' | 'olderAsOf'>): string[] {
  if (olderAsOf === null || olderAsOf < asOf) return [];
  return olderAsOf > asOf
    ? [`对比文件的统计截止日（${formatDay(olderAsOf)}）晚于当前工作簿（${formatDay(asOf)}），升降可能是反的。请核对是否选错了文件。`]
    : [`两个工作簿的统计截止日都是${formatDay(asOf)}，请核对是否选对了上月的文件。`];
}

const numerals = ['一', '二', '三', '四', '五', '六'] as const;

/** 一、开工（单位：个） */
export function rankingHeading(at: number, name: string, unitOfMeasure: string): string {
  return `${chineseNumeral(at)}、${name}（单位：${unitOfMeasure}）`;
}

/** 一 for 0 */
export function chineseNumeral(at: number): string {
  return numerals[at] ?? String(at + 1);
}

/** Fixed words of the sheet 排名通报. */
export const bulletinLabels = {
  rank: '名次',
  unit: '单位',
  rate: '完成率',
  change: '升降',
  city: '全市',
  /** Where 市本级's change would stand. */
  noRank: '不排名',
  situation: '情况通报',
  snapshot: '本页是统计截止日当天的快照，清单改动后不会随之变化，需要时请重新生成。',
  legend: '市本级只列出，不参加排名；完成率相同的名次并列；“—”表示没有这一数字或者尚未填报。',
  date: '　　　年　　月　　日',
} as const;

/** Why an older workbook cannot be ranked against this one. */
export const bulletinTexts = {
  otherPlan: (have: string, want: string) =>
    `对比文件依据的是“${have}”，当前工作簿依据的是“${want}”，指标不同，不能比较名次。请选择同一文件下较早的市级工作簿。`,
  unitFile: (name: string) => `对比文件是${name}的工作簿，只有一个单位的数字，没有名次可以比较。请选择上月的市级工作簿。`,
  unitOnly: '当前是一个单位的工作簿，没有名次可排，不能生成排名通报。请在市级工作簿中操作。',
} as const;
