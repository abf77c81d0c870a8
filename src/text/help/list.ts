import type { Plan } from '../../plan/plan';
import { quarterName } from '../../plan/quarter';
import type { IssueCode } from '../../rule/code';
import { whenLacking, type Guide, type RuleHelp } from './guide';

/** 城区工作簿没有附带市本级的储备数: whose workbook needs another unit's figures. Empty where none does. */
function lackingReserve({ units }: Plan): string[] {
  return units.flatMap((unit) => {
    const host = units.find(({ key }) => key === unit.reserveWithin);
    return host === undefined ? [] : [`${host.name}的工作簿没有附带${unit.name}的储备数`];
  });
}

/** Rules on lists as a whole. */
export const listHelp = {
  'list/sheet-missing': () => ({
    fails: '应有的工作表找不到了。',
    undecided: null,
    todo: '误删的请先撤销删除，或从以前保存的文件中找回；找不回的点“修正”重新生成一张空表。',
    blind: '表里原来填过什么无从得知，重新生成的是空表。',
  }),
  'list/header-altered': () => ({
    fails: '表头被改名、重复或不见了。位置和内容都能确定是哪一列的，可以一键修正；改正之前，用到这一列的核对都暂缓。',
    undecided: null,
    todo: '点“修正”改回；不能修正的请改回原表头，或重新生成本表（已填内容会保留）。',
    blind: '表头没有动、两列的内容互相填错的看不出来。',
  }),
  'list/outside-table': () => ({
    fails: '表格的下方或旁边有填写的内容，没有收进表格，不会计入合计。',
    undecided: null,
    todo: '紧接表格下方的点“修正”收进表格；其余的移到表格内，或删除。',
    blind: '填在其他工作表里的内容不看。',
  }),
  'list/target-altered': (guide) => ({
    fails: `目标数或文件全市数，与${guide.plan.number}下达的不一致。`,
    undecided: '目标所在的列缺失，恢复后再核对。',
    todo: '点“修正”恢复；对目标数有异议的另行报告，不在表上改。',
    blind: '以录入的文件数字为准，文件本身的出入由“文件原文数字有出入”列出。',
  }),
  'list/unit-rows': (guide) => ({
    fails: `${guide.sheet('1')}等目标清单中，某个责任主体的行缺失、重复、被改名，或者多出不认识的责任主体。`,
    undecided: '“责任主体”一列缺失，恢复后再核对。',
    todo: '能修正的点“修正”；其余请改回原名称、删除多余的行，或重新生成本表（已填内容会保留）。',
    blind: '两个责任主体的数字互相填错的看不出来。',
  }),
  'list/unfilled': (guide) => ({
    fails: `从 ${guide.day(guide.plan.dates.listDue)} 起，一个单位的一张清单还整张或部分待填写；每个单位每张清单提出一次，写明还有几行。`,
    undecided: null,
    todo: '请尽快补填；确无内容可填的可说明情况。',
    blind: `填过一项的行就不算待填写，所缺的由“必填项未填”列出；${guide.sheet('4')}和${guide.sheet('8')}没有规定各单位的个数，只看全市是否为空。`,
  }),
  'list/row-count': () => ({
    fails: '一个单位在本表的行数少于文件下达的个数。申请调出的仍计在内；多于文件数的作为新增，不提出。',
    undecided: whenLacking('该单位在本表一行也没有填'),
    todo: '请补填缺少的项目；确已核减的可说明情况。',
    blind: '只数行数，填的是不是文件所指的项目看不出来。',
  }),
  'list/named-project-missing': () => ({
    fails: '文件点名的项目，在所属单位的行里找不到。先找分发时的那一行，再看有没有项目名称包含文件所用的名称（不计开头的县名）。',
    undecided: whenLacking('该单位在本表一行也没有填'),
    todo: '请补填；改过名称的，在项目名称中保留文件所用的名称，或说明情况。',
    blind: '删掉原来的行、换了完全不同的名称另填一行的，会当作缺失提出。',
  }),
  'list/leader-count': (guide) => {
    const count = guide.number(guide.plan.thresholds.leaderProjects);
    return {
      fails:
        guide.plan.settings.leaderProjectsReading === 'each'
          ? `市级工作簿中，一位包保副市长的项目不是 ${count} 个。文件也可以理解为合计 ${count} 个，现按每人 ${count} 个核对。`
          : `市级工作簿中，各位副市长包保的项目合计不是 ${count} 个。文件也可以理解为每人 ${count} 个，现按合计核对。`,
      undecided: whenLacking(`${guide.sheet('4')}还没有填写`),
      todo: '请核对，属实的不需改动。',
      blind: `没有填${guide.header('4', 'leader')}的行不计；同一个人写法不同的会当作两人。`,
    };
  },
  'list/problem-count': (guide) => ({
    fails: `市级工作簿中，以前交办的问题与文件不一致：${guide.plan.problemCounts
      .map(({ source, projects, problems }) => `${guide.label('problemSource', source)}应为 ${guide.number(projects)} 个项目 ${guide.number(problems)} 个问题`)
      .join('，')}。`,
    undecided: whenLacking(`${guide.sheet('8')}还没有填写`),
    todo: `请核对${guide.header('8', 'problemSource')}，已经销号的也要保留；属实的不需改动。`,
    blind: '个数相同而不是那些问题的看不出来。',
  }),
  'list/behind-schedule': (guide) => ({
    fails: `完成率低于已到报送日的月数在本季度所占的比例，又没有填${guide.header('1', 'explanation')}。各月的报送日：${guide.plan.months.map(({ label, reportBy }) => `${label}为 ${guide.day(reportBy)}`).join('，')}。`,
    undecided: '该单位这一项还没有填；所需的表缺失。',
    todo: `请核对完成数，填写${guide.header('1', 'explanation')}。`,
    blind: '按月份平均比较，投资的季节性没有考虑；说明写得是否属实看不出来。',
  }),
  'list/reserve-short': (guide) => ({
    fails: '储备的项目个数或年度投资低于文件目标；一个单位的各项差额合并为一条。',
    undecided: whenLacking(`该单位在${guide.sheet('A')}还没有填写`, ...lackingReserve(guide.plan)),
    todo: `请继续谋划储备，补充到${guide.sheet('A')}。`,
    blind: '只看个数和投资额，储备的项目是否真实、能否落地看不出来。',
  }),
  'list/q1-start-rate': (guide) => {
    const { settings, dates, thresholds } = guide.plan;
    const of = settings.nextQuarterStartsFrom === 'A' ? `${guide.sheet('A')}中${guide.label('startKind', 'newStart')}的项目` : `${guide.sheet('9')}中的项目`;
    return {
      fails: `从 ${guide.day(dates.nextQuarterStartRateFrom)} 起，一个单位或全市的${quarterName(guide.plan.nextQuarter)}新建项目开工率低于 ${guide.rate(thresholds.nextQuarterStartRate)}，按${of}计算。`,
      undecided: whenLacking('没有可以计算的新建项目'),
      todo: `已经开工的补填${guide.header('A', 'actualStart')}，其余抓紧开工。`,
      blind: '只看填报的开工日期，是否实质开工看不出来。',
    };
  },
} as const satisfies Partial<Record<IssueCode, (guide: Guide) => RuleHelp>>;
