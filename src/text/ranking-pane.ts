import type { Value } from '../list/list';
import type { CityProgress, RankedProgress, Standing } from '../total/bulletin';
import { formatFullRate, progressWords } from './bulletin-word';
import { formatNumber } from './format';

/** Fixed words of 排名. */
export const rankingTexts = {
  title: '排名',
  unitTitle: '本单位进展',
  unitIntro: '名次由市级工作簿排定。这里是本单位自己的完成情况，可以先对照。',
  tabs: { start: '开工', statistics: '入统', permit: '手续办理', problem: '问题推进' },
  columns: { rank: '名次', unit: '单位', change: '升降' },
  none: '各单位还没有填报，暂时排不出名次。',
  bulletin: '通报文字',
  copy: '复制文字',
  copied: '已复制',
  lay: '写成工作表“排名通报”',
  older: '与上月比较',
  olderIntro: '选择上月的市级工作簿，列出上月名次和升降。',
  forget: '不再比较',
} as const;

/** 应开工 90 个，已开工 71 个，开工率 78.89% */
export function describeProgress({ ranking, rate }: RankedProgress, { done, target, rate: own }: Pick<CityProgress | Standing, 'done' | 'target' | 'rate'>): string {
  const words = progressWords[ranking.key];
  const part = (word: string, value: Value) => `${word} ${typeof value === 'number' ? formatNumber(value) : '—'} ${rate.unitOfMeasure}`;
  return `${part(words.target, target)}，${part(words.done, done)}，${rate.name} ${formatFullRate(own)}`;
}

/** 26/31, or —/11 where nothing was entered yet; nothing where neither has a number. */
export function describeFraction({ done, target }: Pick<CityProgress | Standing, 'done' | 'target'>): string {
  const figures = [done, target];
  return figures.some((value) => typeof value === 'number') ? figures.map((value) => (typeof value === 'number' ? formatNumber(value) : '—')).join('/') : '';
}

/** 上月38.71% */
export function describeFormerRate(former: string, { before }: Standing): string {
  return before === null ? '' : `${former}${formatFullRate(before.rate)}`;
}

/** 上月第6, or nothing where the unit had no rank then. */
export function describeFormerRank(former: string, { before }: Standing): string {
  return typeof before?.rank === 'number' ? `${former}第${before.rank}` : '';
}
