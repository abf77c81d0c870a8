import { quarterName } from '../plan/quarter';
import type { IssueCode } from '../rule/code';
import { columnLetters, formatNumber, formatRate, formatValue } from './format';
import { headerOf, type Speaker, type Told } from './speaker';

/** 《5 未开工项目》沁水县 */
function unitOn(speaker: Speaker): string {
  return `《${speaker.sheetName}》${speaker.unitName()}`;
}

/** 第 41 至 44 行 */
function areaOf(speaker: Speaker): string {
  const row = Number(speaker.param('firstRow')) + 1;
  const rows = Number(speaker.param('rows'));
  const column = columnLetters(Number(speaker.param('firstColumn')));
  return rows > 1 ? `${column} 列起第 ${row} 至 ${row + rows - 1} 行` : `${column} 列起第 ${row} 行`;
}

/** Sentences on lists as a whole. */
export const listTexts = {
  'list/sheet-missing': (speaker) => ({
    where: '工作簿中',
    seen: `找不到工作表《${speaker.sheetName}》`,
    expected: '应有此表',
    action: '点“修正”可重新生成一张空表；若是误删，请先撤销删除',
  }),
  'list/header-altered': (speaker) => ({
    where: `《${speaker.sheetName}》表头${speaker.headers()}`,
    seen: speaker.has('seen') ? `被改为“${formatValue(speaker.param('seen'), null)}”` : '不见了',
    expected: `应为${speaker.headers()}`,
    action: speaker.issue.fix ? '点“修正”即可改正' : '请改回原表头，或重新生成本表（已填内容会保留）',
  }),
  'list/outside-table': (speaker) => ({
    where: `《${speaker.sheetName}》${areaOf(speaker)}`,
    seen: '有内容填在表格之外',
    expected: '应填在表格之内才能计入合计',
    action: speaker.issue.fix ? '点“修正”即可把这些行收进表格' : '请移到表格内，或删除',
  }),
  'list/target-altered': (speaker) => ({
    ...(speaker.text('line') === 'notice' ? { where: `《${speaker.sheetName}》文件全市数${speaker.headers()}` } : {}),
    seen: `现为${speaker.quoted('seen')}`,
    expected: speaker.has('expected') ? `文件下达数为 ${speaker.shown('expected')}` : '文件没有下达此项目标',
    action: speaker.issue.fix ? '点“修正”即可恢复' : '请清空此格',
  }),
  'list/unit-rows': (speaker) => {
    switch (speaker.text('reason')) {
      case 'missing':
        return {
          where: `《${speaker.sheetName}》`,
          seen: `缺少“${speaker.text('expected')}”一行`,
          expected: '每个责任主体应有一行',
          action: '请重新生成本表（已填内容会保留）',
        };
      case 'twice':
        return { seen: `填写的“${speaker.text('seen')}”与第 ${speaker.text('first')} 行重复`, expected: '每个责任主体只应有一行', action: '请核对后删除一行' };
      default:
        return {
          seen: `现为${speaker.quoted('seen')}`,
          expected: speaker.has('expected') ? `应为“${speaker.text('expected')}”` : '不是本表的责任主体',
          action: speaker.issue.fix ? '点“修正”即可改正' : '请改回原名称，或删除此行',
        };
    }
  },
  'list/unfilled': (speaker) => ({
    where: speaker.issue.unit === null ? `《${speaker.sheetName}》` : unitOn(speaker),
    seen: Number(speaker.param('waiting')) > 0 ? `还有 ${speaker.number('waiting')} 行待填写` : '还没有填写',
    expected: `应于 ${speaker.day('due')} 前报送`,
    action: '请尽快补填',
  }),
  'list/row-count': (speaker) => ({
    where: unitOn(speaker),
    seen: `填了 ${speaker.number('count')} 行`,
    expected: `文件数为 ${speaker.number('expected')} 个`,
    action: `请补填 ${Number(speaker.param('expected')) - Number(speaker.param('count'))} 个项目；申请调出的也要保留`,
  }),
  'list/named-project-missing': (speaker) => ({
    where: unitOn(speaker),
    seen: `找不到文件点名的项目“${speaker.text('name')}”`,
    expected: '文件点名的项目都应列入本表',
    action: '请补填，改过名称的请在项目名称中保留原名',
  }),
  'list/leader-count': (speaker) => ({
    where: `《${speaker.sheetName}》`,
    seen: speaker.text('leader') === '' ? `共有 ${speaker.number('count')} 个项目` : `“${speaker.text('leader')}”包保 ${speaker.number('count')} 个项目`,
    expected: `文件要求副市长包保推进 ${speaker.number('expected')} 个重点项目`,
    action: '请核对，属实的不需改动',
  }),
  'list/problem-count': (speaker) => ({
    where: `《${speaker.sheetName}》`,
    seen: `${speaker.label('problemSource', speaker.text('source'))}的问题有 ${speaker.number('projects')} 个项目 ${speaker.number('problems')} 个`,
    expected: `文件数为 ${speaker.number('expectedProjects')} 个项目 ${speaker.number('expectedProblems')} 个问题`,
    action: '请核对问题来源，属实的不需改动',
  }),
  'list/behind-schedule': (speaker) => {
    const rates = speaker.texts('rates').map((rate, at) => `${speaker.header(speaker.issue.columns[at + 1])}为 ${formatRate(Number(rate))}`);
    return {
      where: headerOf(speaker, []),
      seen: rates.join('，'),
      expected: `低于时间进度 ${formatRate(Number(speaker.param('due')))}（已过 ${speaker.number('months')} 个月），应写明原因`,
      action: `请填写${speaker.header('explanation')}`,
    };
  },
  'list/reserve-short': (speaker) => {
    const gaps = speaker.texts('gaps').map((gap, at) => {
      const key = speaker.issue.columns[at];
      return `${speaker.header(key)}还差 ${formatNumber(Number(gap))} ${speaker.column(key)?.unitOfMeasure ?? ''}`;
    });
    return { where: headerOf(speaker, []), seen: gaps.join('，'), expected: '储备应不低于文件目标', action: `请继续谋划储备，补充到${speaker.sheetOf('A')}` };
  },
  'list/q1-start-rate': (speaker) => ({
    where: unitOn(speaker),
    seen: `${quarterName(speaker.plan.nextQuarter)}新建项目 ${speaker.number('all')} 个，已开工 ${speaker.number('started')} 个，开工率 ${formatRate(Number(speaker.param('rate')))}`,
    expected: `应达到 ${formatRate(Number(speaker.param('limit')))} 以上`,
    action: '已开工的请补填实际开工日期，其余请抓紧',
  }),
} as const satisfies Partial<Record<IssueCode, (speaker: Speaker) => Told>>;
