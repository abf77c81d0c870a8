import { earliestDay, latestDay, longestText } from '../../list/column';
import type { IssueCode } from '../../rule/code';
import { formatDay } from '../format';
import type { Guide, RuleHelp } from './guide';

const missingColumn = '表或列缺失，恢复后再核对。';

/** Rules on single cells. */
export const cellHelp = {
  'cell/required': (guide) => ({
    fails: `已经动手填写的行，必填项还空着；一行缺多项的合并为一条，逐项列出。有的列到一定情况才必填，例如${guide.header('5', 'notStartedReason')}在状态为${guide.label('startState', 'notStarted')}时必填，各月完成数到了报送日必填。`,
    undecided: `整行还没有动手填写（待填写）的不核对，只计数；${missingColumn}`,
    todo: '请按列出的各项补填，一时不清楚的先向责任单位核实。',
    blind: '只看填没填，看不出填的是否属实；用“无”“不详”应付的，在文字列里也算已填。',
  }),
  'cell/type': (guide) => ({
    fails: `应填数字、日期或月份的单元格填成了别的写法，例如“2000万”“${guide.plan.year}.11.5”“12月”。意思确定的，给出换算到本列单位后的内容，可以一键修正。`,
    undecided: missingColumn,
    todo: '能看懂的点“修正”；看不懂的（如“约2000万”“年底前”），请改填确切的数字或日期。',
    blind: '写法正确而数字、日期本身填错的看不出来；只写月、日的，按离行动期间最近的年份理解。',
  }),
  'cell/enum': (guide) => {
    const [unit] = guide.plan.units.filter(({ shortName }) => shortName !== undefined);
    const alias = unit?.shortName === undefined ? '' : `（如“${unit.shortName}”即“${unit.name}”）`;
    return {
      fails: `应从下拉列表中选择的单元格，填了列表以外的内容。只差全角半角、空格，或者是常见别称${alias}的，可以一键修正。`,
      undecided: missingColumn,
      todo: '能看懂的点“修正”；其余请从下拉列表中重新选择。',
      blind: '选了列表中的一项、但与实际不符的看不出来。',
    };
  },
  'cell/range': (guide) => ({
    fails: `数字小于 0，个数带小数，或者日期不在 ${formatDay(earliestDay)} 至 ${formatDay(latestDay)} 之间。${guide.sheet('1')}的各月完成数可能因核减而为负数，只作警告。`,
    undecided: null,
    todo: '请核对后改填；月度数确因核减为负数的，可说明情况。',
    blind: '在范围之内的错误数字、错误日期看不出来。',
  }),
  'cell/unit-suspect': (guide) => {
    const { suspectAbove, suspectBelow, suspectTargetTimes } = guide.plan.thresholds;
    return {
      fails: `金额可能用错了单位：${guide.header('5', 'totalInvestment')}大于 ${guide.number(suspectAbove)} 或者小于 ${guide.number(suspectBelow)}；以亿元为单位的数超过本单位该项目标的 ${guide.number(suspectTargetTimes)} 倍。乘以或除以 ${guide.number(10_000)} 后合理的，给出换算后的数。`,
      undecided: null,
      todo: '请核对金额和单位：用错单位的，核实后点“修正”换算；属实的可说明情况。',
      blind: `单位用错而数字仍在合理范围内的看不出来；${guide.header('6', 'statisticsReason')}已选“${guide.label('statisticsReason', 'belowMinimum')}”的不提出。`,
    };
  },
  'cell/length': (guide) => ({
    fails: `一个单元格的文字超过 ${guide.number(longestText)} 个字，打印时显示不全。`,
    undecided: missingColumn,
    todo: '建议精简，详细材料另附。',
    blind: '看不出内容是否完整、准确。',
  }),
  'cell/phone': (guide) => ({
    fails: `${guide.header('5', 'phone')}里有号码既不是手机号，也不是固定电话（可以带区号）。多个号码可用“、”“/”“；”或空格隔开。`,
    undecided: missingColumn,
    todo: '请填 11 位手机号，或带区号的固定电话；确为短号、专线的可说明情况。',
    blind: '写法正确而已停用、打不通或不是本人的号码看不出来。',
  }),
  'cell/project-code': (guide) => ({
    fails: `${guide.header('5', 'projectCode')}不是在线审批监管平台的 24 位写法。写法正确、其中的地区代码却属于另一责任主体的，只作提示；市级、省级和国家赋的代码对各单位都适用。`,
    undecided: missingColumn,
    todo: '请对照平台核对后改填，没有代码的可以留空；确由其他地区赋码的可说明情况。',
    blind: '代码的校验规则没有公开，写法正确、个别数字抄错的看不出来。',
  }),
  'cell/formula-error': () => ({
    fails: '单元格显示公式错误，或者应由公式计算的单元格被改填了内容。',
    undecided: null,
    todo: '点“修正”恢复公式；填报单元格里显示错误的，请重新填写。',
    blind: '用另一个公式换掉原公式的看不出来；目标数被改动的，由“目标数与文件不符”核对。',
  }),
} as const satisfies Partial<Record<IssueCode, (guide: Guide) => RuleHelp>>;
