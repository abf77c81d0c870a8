import type { IssueCode } from '../../rule/code';
import { whenLacking, type Guide, type RuleHelp } from './guide';

/** Rules on rows: projects, their money, starts and statistics. */
export const projectHelp = {
  'row/duplicate': (guide) => ({
    fails: `同一责任主体在同一张表里，有两行以上的项目名称相同（${guide.sheet('8')}看${guide.header('8', 'problemNumber')}）；全角半角、空格、括号写法的差别不计。同一项目代码用于不同名称的，可能是分期，只作警告。`,
    undecided: whenLacking('没有填项目名称、问题编号或责任主体'),
    todo: '请删除多余的行，或改正名称；不同项目同名的、同一项目分期的，可说明情况。',
    blind: '同一项目用了不同写法的名称（如简称和全称），又没有代码的看不出来。',
  }),
  'row/part-exceeds-whole': (guide) => ({
    fails: `${guide.measure('industrialInvestment')}或${guide.measure('privateInvestment')}的累计数大于${guide.measure('fixedAssetInvestment')}的累计数。两个分项互有交叉，所以不核对两项之和。`,
    undecided: whenLacking('分项还没有填', '某个月填了分项而没有填总数'),
    todo: '请核对各月完成数，与统计部门的数据对照。',
    blind: '分项、总数都填错而没有超过的看不出来。',
  }),
  'row/completed-exceeds-total': (guide) => ({
    fails: `完成投资大于总投资：${guide.sheet('4')}和${guide.sheet('7')}看${guide.header('4', 'yearDone')}，${guide.sheet('6')}看${guide.header('6', 'doneSinceStart')}。`,
    undecided: whenLacking('完成投资或总投资没有填'),
    todo: '请核对两项数字；总投资已经批准调增的，先更新总投资；正在报批的可说明情况。',
    blind: '批准过的超概算和填错的数分不出来，所以只作警告；没有超过总投资的错误数字看不出来。',
  }),
  'row/plan-exceeds-remaining': (guide) => ({
    fails: `${guide.header('A', 'nextYearPlan')}大于总投资减去${guide.header('A', 'doneByYearEnd')}后的余额。${guide.label('startKind', 'newStart')}项目没有填已完成投资的，按 0 计算。`,
    undecided: whenLacking('计划投资或总投资没有填', `${guide.label('startKind', 'continued')}项目没有填已完成投资，而计划没有超过总投资`),
    todo: '请核对这三项数字；属实的可说明情况。',
    blind: '已完成投资填少了，余额就会偏大，计划过大也看不出来。',
  }),
  'row/annual-plan-exceeds-total': (guide) => ({
    fails: `年度计划投资（${guide.header('4', 'yearPlan')}或${guide.header('9', 'nextYearPlan')}）大于总投资。`,
    undecided: whenLacking('年度计划投资或总投资没有填'),
    todo: '请核对年度计划和总投资是否填反、单位是否一致；总投资正在报批调增的可说明情况。',
    blind: '各年计划之和超过总投资的看不出来。',
  }),
  'row/new-start-spent': (guide) => ({
    fails: `${guide.header('A', 'startKind')}为${guide.label('startKind', 'newStart')}，${guide.header('A', 'doneByYearEnd')}却大于 0。`,
    undecided: whenLacking(`填了已完成投资，而${guide.header('A', 'startKind')}没有填`),
    todo: `请核对：已经开工的改为${guide.label('startKind', 'continued')}，确为征地等前期费用的可说明情况。`,
    blind: '已经动工而没有填完成投资的看不出来。',
  }),
  'row/future-actual': (guide) => ({
    fails: `已经发生的日期（${guide.actualDays()}）晚于统计截止日。`,
    undecided: whenLacking('日期的写法看不懂'),
    todo: '请核对后改填，尚未发生的留空；确实在统计截止日之后才发生的可说明情况。',
    blind: '统计截止日本身填错的，会使正确的日期也被列出；填得过早的日期看不出来。',
  }),
  'row/start-state': (guide) => ({
    fails: `${guide.header('5', 'startState')}为${guide.label('startState', 'started')}而没有${guide.header('5', 'actualStart')}，或者为${guide.label('startState', 'notStarted')}却填了日期。`,
    undecided: whenLacking(`${guide.header('5', 'startState')}没有填`),
    todo: '请补填日期，或改正状态。',
    blind: `${guide.label('startState', 'withdraw')}的项目可以有开工日期，不核对；日期与实际不符的看不出来。`,
  }),
  'row/start-late': (guide) => ({
    fails: `${guide.header('5', 'plannedStart')}晚于文件要求的 ${guide.day(guide.plan.dates.startBy)}，或者计划日期已过、到统计截止日仍未开工。`,
    undecided: whenLacking(`${guide.header('5', 'plannedStart')}或${guide.header('5', 'startState')}没有填`),
    todo: '已经开工的改正状态、填实际开工日期；没有开工的写明原因、调整计划；属实的可说明情况。',
    blind: `${guide.label('startState', 'withdraw')}和已按期开工的不核对；填了已开工而实际没有动工的看不出来。`,
  }),
  'row/below-statistics-threshold': (guide) => ({
    fails: `总投资不足 ${guide.number(guide.plan.thresholds.statisticsMinimum)} 万元，而${guide.header('6', 'statisticsReason')}没有选“${guide.label('statisticsReason', 'belowMinimum')}”或“${guide.label('statisticsReason', 'outOfScope')}”。`,
    undecided: whenLacking('总投资没有填'),
    todo: `请核对总投资和单位；属实的在${guide.header('6', 'statisticsReason')}中选相应的一项。`,
    blind: '总投资填大了的看不出来。',
  }),
  'row/statistics-state': (guide) => ({
    fails: `${guide.header('6', 'statisticsState')}为${guide.label('statisticsState', 'registered')}而没有${guide.header('6', 'statisticsOn')}，或者为${guide.label('statisticsState', 'unreported')}、${guide.label('statisticsState', 'reported')}却填了日期；${guide.sheet('5')}中${guide.label('startState', 'notStarted')}的项目填了${guide.header('5', 'statisticsOn')}。`,
    undecided: whenLacking('状态没有填'),
    todo: '请补填日期，或改正状态。',
    blind: `${guide.label('statisticsState', 'withdraw')}的项目可以有日期，不核对；是否真正入统，以统计部门为准。`,
  }),
  'row/statistics-papers': (guide) => ({
    fails: `${guide.label('statisticsState', 'registered')}的项目，${guide.header('6', 'approvalFile')}${guide.header('6', 'contract')}${guide.header('6', 'photo')}中有填“${guide.label('yesNo', 'no')}”的。`,
    undecided: whenLacking('入统状态没有填', '已入统而这三项没有填全'),
    todo: '请补齐资料后改填；情况属实的可说明情况。',
    blind: '只看填的是或否，看不到资料本身。',
  }),
  'row/statistics-overdue': (guide) => ({
    fails: `过了${guide.header('6', 'plannedStatisticsMonth')}的月底，仍为${guide.label('statisticsState', 'unreported')}或${guide.label('statisticsState', 'reported')}。计划为 1 月的只作提示，因为 1 月不单独入统，随 2 月一并入统。`,
    undecided: whenLacking('入统状态或计划入统月份没有填'),
    todo: '已经入统的改正状态、填入统日期；没有入统的抓紧申报，调整计划月份。',
    blind: '计划月份一再后移的看不出来。',
  }),
  'row/not-behind': (guide) => ({
    fails: `完成率已经达到时序进度，仍列在${guide.sheet('7')}中。`,
    undecided: whenLacking('年度计划投资或完成投资没有填，或者计划为 0'),
    todo: '请核对数据；确已赶上进度的不需改动，或商定后移出本表。',
    blind: '时序进度按全年天数平均计算，季节性停工等安排没有考虑。',
  }),
  'row/catch-up-late': (guide) => ({
    fails: `${guide.header('7', 'catchUpOn')}晚于行动结束日 ${guide.day(guide.plan.dates.catchUpBy)}。`,
    undecided: whenLacking(`${guide.header('7', 'catchUpOn')}没有填`),
    todo: '请核对日期，抓紧推进；确需延后的可说明情况。',
    blind: '日期填得合适、到时做不到的看不出来。',
  }),
  'row/dispatch-overdue': (guide) => ({
    fails: `${guide.header('4', 'dispatchedOn')}距统计截止日超过 ${guide.number(guide.plan.thresholds.dispatchDays)} 天。`,
    undecided: whenLacking(`${guide.header('4', 'dispatchedOn')}没有填`),
    todo: '已经调度的更新日期；没有调度的请尽快安排。',
    blind: '只看最近一次，中间是否漏了调度、调度有没有效果看不出来。',
  }),
  'row/framework-counted': (guide) => ({
    fails: guide.plan.settings.frameworkAgreementCounts
      ? `按本方案的设置，${guide.label('agreementKind', 'framework')}计入${guide.measure('signedInvestment')}，这一条不会提出问题。`
      : `${guide.header('B', 'agreementKind')}为${guide.label('agreementKind', 'framework')}，按本方案的设置不计入${guide.measure('signedInvestment')}。`,
    undecided: whenLacking(`${guide.header('B', 'agreementKind')}没有填`),
    todo: `已经签订${guide.label('agreementKind', 'contract')}的请改选，属实的不需改动。`,
    blind: '名为合同、实为意向的看不出来。',
  }),
  'row/signing-period': (guide) => ({
    fails: `${guide.header('B', 'signedOn')}不在 ${guide.between(guide.plan.quarter)}，不计入本季度完成数。`,
    undecided: whenLacking(`${guide.header('B', 'signedOn')}没有填`),
    todo: '请核对日期，属实的不需改动。',
    blind: '日期在期间之内而实际签约不在的看不出来。',
  }),
  'row/funds-exceed-plan': (guide) => ({
    fails: `${guide.header('B', 'arrivedFunds')}大于${guide.header('B', 'plannedInvestment')}，或者${guide.header('B', 'isFixedAsset')}为“${guide.label('yesNo', 'no')}”却有到位资金。`,
    undecided: whenLacking(`填了到位资金，而${guide.header('B', 'plannedInvestment')}或${guide.header('B', 'isFixedAsset')}没有填`),
    todo: '请核对这几项和单位；属实的可说明情况。',
    blind: '各季度累计到位资金超过计划的看不出来。',
  }),
} as const satisfies Partial<Record<IssueCode, (guide: Guide) => RuleHelp>>;
