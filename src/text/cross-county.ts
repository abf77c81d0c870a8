import type { IssueCode } from '../rule/code';
import { formatDay, formatNumber } from './format';
import { headerOf, placesIn, unitsIn, type Speaker, type Told } from './speaker';

/** 文件“泽州县.xlsx”, or 本工作簿 where it is the open one. */
function fileOf(label: string): string {
  return label === '' ? '本工作簿' : `文件“${label}”`;
}

/** Sentences across counties. */
export const crossCountyTexts = {
  'cross-county/total': (speaker) => ({
    where: `《${speaker.sheetName}》全市合计${speaker.headers()}`,
    seen: `为${speaker.quoted('seen')}`,
    expected: `各责任主体之和为 ${speaker.shown('expected')}`,
    action: '请点“重算汇总”；仍不一致时重新生成本表（已填内容会保留）',
  }),
  'cross-county/source-difference': (speaker) => {
    const difference = Number(Math.abs(Number(speaker.param('city')) - Number(speaker.param('sum'))).toFixed(4));
    const unit = speaker.text('measure');
    return {
      where: `《${speaker.sheetName}》文件全市数${speaker.headers()}`,
      seen: `为 ${speaker.number('city')} ${unit}`,
      expected: `文件中各责任主体之和为 ${speaker.number('sum')} ${unit}，相差 ${formatNumber(difference)} ${unit}`,
      action: '系文件原文如此，不需改动',
    };
  },
  'cross-county/same-code': (speaker) => ({
    seen: `填写的“${speaker.shown('seen')}”在${placesIn(speaker)}也有，涉及${unitsIn(speaker)}`,
    expected: '一个项目代码一般只属于一个责任主体',
    action: '请核对，道路、管线等分段实施的可说明情况',
  }),
  'cross-county/same-name': (speaker) => ({
    seen: `填写的“${speaker.shown('seen')}”在${placesIn(speaker)}也有，涉及${unitsIn(speaker)}`,
    expected: '同一项目一般只由一个责任主体填报',
    action: '请核对是否重复填报，分段实施的可说明情况',
  }),
  'cross-county/near-name': (speaker) => ({
    seen: `填写的“${speaker.shown('seen')}”与${unitsIn(speaker)}的“${speaker.texts('names').join('”、“')}”（${placesIn(speaker)}）名称和总投资都相近`,
    expected: '同一项目不应由两个责任主体填报',
    action: '请核对是否同一项目，不是的不需改动',
  }),
  'cross-county/name-of-other-unit': (speaker) => ({
    where: headerOf(speaker, speaker.issue.columns.slice(0, 1)),
    seen: `填写的“${speaker.shown('seen')}”中有${speaker.unitName(speaker.param('other'))}的名称`,
    expected: `责任主体却为${speaker.unitName()}`,
    action: '请核对责任主体，无误的不需改动',
  }),
  'cross-county/foreign-row': (speaker) => ({
    seen: `填写为“${speaker.shown('seen')}”`,
    expected: `本工作簿只填${speaker.unitName(speaker.param('own'))}的内容`,
    action: '请改正责任主体，或把此行移到该单位的工作簿',
  }),
  'cross-county/plan-mismatch': (speaker) => {
    const isVersion = speaker.text('seen') === speaker.text('expected');
    return {
      where: fileOf(speaker.text('file')),
      seen: isVersion ? `由更新版本的加载项生成（第 ${speaker.number('version')} 版格式）` : `是按“${speaker.text('seen')}”编制的`,
      expected: isVersion ? `应为第 ${speaker.number('expectedVersion')} 版或更早的格式` : `应按“${speaker.text('expected')}”编制`,
      action: isVersion ? '请更新加载项后再校验' : '请换用同一文件的工作簿',
    };
  },
  'cross-county/as-of-mismatch': (speaker) => {
    const files = speaker.texts('files');
    const groups = speaker.texts('days').map((day, at) => `${formatDay(Number(day))}（${files[at] ?? ''}）`);
    return { where: '各文件的统计截止日', seen: `有 ${groups.join('、')}`, expected: '应为同一天才能汇总', action: '请统一统计截止日后重新报送' };
  },
  'cross-county/outlier': (speaker) => ({
    where: `《${speaker.sheetName}》${speaker.unitName()}${speaker.headers()}`,
    seen: `平均为 ${speaker.number('mean')} 万元`,
    expected: `超过各责任主体中位数 ${speaker.number('median')} 万元的 ${speaker.number('times')} 倍，单位可能有误`,
    action: '请核对金额单位，属实的不需改动',
  }),
  'cross-county/missing-unit': (speaker) => ({
    where: speaker.unitName(),
    seen: `没有报送${speaker.texts('lists').map((list) => speaker.sheetOf(list)).join('')}`,
    expected: `应于 ${speaker.day('due')} 前报送`,
    action: '请催报',
  }),
} as const satisfies Partial<Record<IssueCode, (speaker: Speaker) => Told>>;
