import type { IssueCode } from '../../rule/code';
import { whenLacking, type Guide, type RuleHelp } from './guide';

const together = '市级工作簿，或几个文件一起校验时，';

/** Rules across counties. */
export const crossCountyHelp = {
  'cross-county/same-code': () => ({
    fails: `${together}同一项目代码出现在两个以上责任主体的名下，只提出一次。`,
    undecided: null,
    todo: '请核对；道路、管线等分段实施的可说明情况。',
    blind: '没有填代码的、认不出责任主体的行不参加比对。',
  }),
  'cross-county/same-name': () => ({
    fails: `${together}同一项目名称出现在两个以上责任主体的名下，只提出一次；全角半角、空格、括号写法的差别不计。`,
    undecided: null,
    todo: '请核对是否重复填报；分段实施的可说明情况。',
    blind: '认不出责任主体的行不参加比对；名称写法不同的同一项目，由“项目名称跨单位相近”提示，差别大的看不出来。',
  }),
  'cross-county/near-name': (guide) => ({
    fails: `${together}两个责任主体的项目，名称只差期数或“项目”“工程”字样，或者八个字以上的名称只差一两个字，而且总投资相差不超过 ${guide.rate(guide.plan.thresholds.nearNameShare)}。`,
    undecided: whenLacking('没有填总投资'),
    todo: '请核对是不是同一个项目，不是的不需改动。',
    blind: '名称或总投资差别更大的看不出来；成批编号的名称组合过多时，后面的不再逐一提示。',
  }),
  'cross-county/name-of-other-unit': (guide) => {
    const { units } = guide.plan;
    const names = units.flatMap(({ shortName }) => shortName ?? []).join('、');
    const words = units.flatMap(({ shortName, name }) => (shortName === undefined ? [name] : [])).join('、');
    return {
      fails: `项目名称里有另一个责任主体的名称（${names}）。`,
      undecided: null,
      todo: '请核对责任主体；道路、管线等起止地名不需改动。',
      blind: `${words}也是平常用语，不查。`,
    };
  },
  'cross-county/total': () => ({
    fails: '全市合计与各责任主体之和不一致，相差超过末位的一半。完成率和排名不是合计，不核对。',
    undecided: '这一列缺失，恢复后再核对。',
    todo: '请点“重算汇总”；仍不一致的，重新生成本表（已填内容会保留）。',
    blind: '没有重新计算就保存的文件，显示的还是上次的结果。',
  }),
  'cross-county/source-difference': (guide) => ({
    fails: `文件原文的全市数不等于各责任主体之和，共 ${guide.number(guide.plan.knownDifferences.length)} 处，在市级工作簿中各列一次。`,
    undecided: null,
    todo: '文件原文如此，不需改动。',
    blind: '只列录入文件数字时已经登记的几处。',
  }),
  'cross-county/foreign-row': () => ({
    fails: '填报单位的工作簿里，有其他责任主体的行。',
    undecided: '责任主体所在的列缺失，恢复后再核对。',
    todo: '请改正责任主体，或把这一行移到该单位的工作簿。',
    blind: '责任主体填的是本单位、项目实际属于别的单位的看不出来。',
  }),
  'cross-county/plan-mismatch': () => ({
    fails: '工作簿依据的文件与校验所用的不同，几个文件互不相同，或者由更新版本的加载项生成。较早版本生成的不算。',
    undecided: null,
    todo: '请换用同一文件的工作簿；由更新版本生成的，请更新加载项。',
    blind: '文件编号相同而其中内容被改过的看不出来。',
  }),
  'cross-county/as-of-mismatch': () => ({
    fails: '几个文件一起校验时，统计截止日不是同一天，数字不能相加。',
    undecided: null,
    todo: '请统一统计截止日，重新报送。',
    blind: '统计截止日相同、数据却取自不同日期的看不出来。',
  }),
  'cross-county/outlier': (guide) => ({
    fails: `${together}一个责任主体在一张表上的平均总投资，超过各责任主体中位数的 ${guide.number(guide.plan.thresholds.outlierTimes)} 倍。`,
    undecided: whenLacking('填了总投资的责任主体不足三个'),
    todo: '请核对金额单位，属实的不需改动。',
    blind: '个别行用错单位、平均数变化不大的看不出来。',
  }),
  'cross-county/missing-unit': (guide) => ({
    fails: `${together}从 ${guide.day(guide.plan.dates.listDue)} 起，有目标任务的责任主体一张清单也没有报。只缺一部分的，由“逾期未填”列出。`,
    undecided: '还没有到报送日。',
    todo: '请催报。',
    blind: '用纸质等别的方式报来的看不到。',
  }),
} as const satisfies Partial<Record<IssueCode, (guide: Guide) => RuleHelp>>;
