import type { IssueCode } from '../../rule/code';
import { whenLacking, type Guide, type RuleHelp } from './guide';

/** Rules on the problems of list 8. */
export const problemHelp = {
  'row/problem-dates': (guide) => ({
    fails: `日期先后不对：应当${guide.header('8', 'foundOn')}不晚于${guide.header('8', 'assignedOn')}，${guide.header('8', 'assignedOn')}不晚于${guide.header('8', 'deadline')}和${guide.header('8', 'closedOn')}。`,
    undecided: whenLacking('发现、交办、办结时限三个日期没有填全'),
    todo: '请核对各个日期；上级交来时时限已定等确有其事的，可说明情况。',
    blind: '先后正确而日期本身填错的看不出来。',
  }),
  'row/problem-state': (guide) => ({
    fails: `状态与内容不符：${guide.label('problemState', 'assigned')}、${guide.label('problemState', 'supervised')}没有${guide.header('8', 'assignedOn')}；${guide.label('problemState', 'closed')}没有${guide.header('8', 'closedOn')}或${guide.header('8', 'closedBasis')}；填了${guide.header('8', 'closedOn')}而状态不是${guide.label('problemState', 'closed')}。`,
    undecided: whenLacking('状态没有填'),
    todo: '请补填所缺的内容，或改正状态。',
    blind: '销号的依据是否成立看不出来，要看材料。',
  }),
  'row/problem-deadline': (guide) => ({
    fails: `${guide.header('8', 'deadline')}晚于 ${guide.day(guide.plan.dates.solveBy)}，行动期间解决不了。`,
    undecided: whenLacking(`${guide.header('8', 'deadline')}没有填`),
    todo: '请核对时限，抓紧解决；确需延后的可说明情况。',
    blind: '时限填得合适、到时解决不了的看不出来。',
  }),
  'row/problem-overdue': (guide) => ({
    fails: `过了${guide.header('8', 'deadline')}，到统计截止日仍没有${guide.label('problemState', 'closed')}。`,
    undecided: whenLacking(`状态或${guide.header('8', 'deadline')}没有填`),
    todo: `已经解决的改为${guide.label('problemState', 'closed')}，填销号日期、销号依据；没有解决的督促责任部门，写明${guide.header('8', 'unclosedReason')}。`,
    blind: '销号是否属实、问题是否反弹看不出来。',
  }),
  'row/problem-overdue-unexplained': (guide) => ({
    fails: `过了${guide.header('8', 'deadline')}仍没有${guide.label('problemState', 'closed')}，而${guide.header('8', 'unclosedReason')}空着，或只写了“无”。`,
    undecided: whenLacking(`没有写原因，而且状态或${guide.header('8', 'deadline')}没有填`),
    todo: `请补填${guide.header('8', 'unclosedReason')}。`,
    blind: '原因写得是否属实、是否充分看不出来。',
  }),
  'row/problem-escalation': (guide) => ({
    fails: `${guide.header('8', 'grade')}为${guide.label('problemGrade', 'lingering')}，而${guide.header('8', 'supervised13710')}为“${guide.label('yesNo', 'no')}”。`,
    undecided: whenLacking(`${guide.header('8', 'grade')}没有填`, `问题${guide.label('problemGrade', 'lingering')}，而${guide.header('8', 'supervised13710')}没有填`),
    todo: `请按规定列入督办后改填“${guide.label('yesNo', 'yes')}”；等级填错的改正等级；属实的可说明情况。`,
    blind: `久拖不决而没有这样定级的看不出来。`,
  }),
  'row/problem-meeting': (guide) => ({
    fails: `${guide.header('8', 'grade')}为${guide.label('problemGrade', 'major')}，没有${guide.label('problemState', 'closed')}，也没有${guide.header('8', 'meetingOn')}。`,
    undecided: whenLacking('问题等级或状态没有填'),
    todo: `请安排提交会议研究，补填${guide.header('8', 'meetingOn')}。`,
    blind: '填了日期而没有上会的看不出来。',
  }),
  'row/13710-overdue': (guide) => {
    const { supervisionDays, supervisionMonths } = guide.plan.thresholds;
    return {
      fails: `列入13710督办而没有${guide.label('problemState', 'closed')}，超过了办理期限：${guide.label('problemGrade', 'ordinary')}问题自交办之日起 ${guide.number(supervisionDays)} 天，其他问题 ${guide.number(supervisionMonths)} 个月。`,
      undecided: whenLacking(`${guide.header('8', 'supervised13710')}、状态、${guide.header('8', 'assignedOn')}或${guide.header('8', 'grade')}没有填`),
      todo: `已经办结的改为${guide.label('problemState', 'closed')}；没有办结的抓紧办理。`,
      blind: '另行批准延期的，表上没有这一项，看不出来。',
    };
  },
} as const satisfies Partial<Record<IssueCode, (guide: Guide) => RuleHelp>>;
