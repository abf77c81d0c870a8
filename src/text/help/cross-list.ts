import type { IssueCode } from '../../rule/code';
import { sameProject, whenLacking, type Guide, type RuleHelp } from './guide';

/** Rules across lists. */
export const crossListHelp = {
  'cross-list/not-started-and-started': (guide) => ({
    fails: `${guide.sheet('5')}填为${guide.label('startState', 'notStarted')}的项目，在别的表里显示已经开工：列入了${guide.sheet('6')}，在${guide.sheet('7')}有完成投资，或者在${guide.sheet('9')}、${guide.sheet('A')}填了实际开工日期。`,
    undecided: whenLacking('该单位在上面这几张表里都还没有填写'),
    todo: '请核实，使各表一致；分期项目各期情况不同的可说明情况。',
    blind: sameProject,
  }),
  'cross-list/started-not-followed': (guide) => ({
    fails: `${guide.sheet('5')}中${guide.label('startState', 'started')}的项目，没有${guide.header('5', 'statisticsOn')}，也没有列入${guide.sheet('6')}，无人跟踪。`,
    undecided: whenLacking(`该单位在${guide.sheet('6')}还没有填写`),
    todo: `请补填${guide.header('5', 'statisticsOn')}，或把项目列入${guide.sheet('6')}。`,
    blind: sameProject,
  }),
  'cross-list/project-differs': (guide) => {
    const { differenceAmount, differenceShare } = guide.plan.thresholds;
    return {
      fails: `同一项目在两张表中，总投资相差超过 ${guide.number(differenceAmount)} 万元和 ${guide.rate(differenceShare)} 中较大的一个，或者建设单位不同，或者同一代码的项目名称不同。${guide.sheet('B')}只比计划总投资。`,
      undecided: whenLacking('两张表中有一张没有填总投资'),
      todo: '请核对后改为一致；口径确有不同的可说明情况。',
      blind: `每一项只和排在前面、填了这一项的第一张表比较；${sameProject}`,
    };
  },
  'cross-list/problem-project-unknown': (guide) => ({
    fails: `${guide.sheet('8')}中的项目，在其他各表中都找不到。`,
    undecided: whenLacking('其他各表都还是空的', '这一行没有填项目名称或责任主体'),
    todo: '请核对项目名称，或补充到有关清单；属实的可说明情况。',
    blind: sameProject,
  }),
  'cross-list/problem-not-listed': (guide) => ({
    fails: `${guide.sheet('4')}填了${guide.header('4', 'problems')}，而${guide.sheet('8')}没有这个项目未${guide.label('problemState', 'closed')}的问题。`,
    undecided: whenLacking(`${guide.sheet('8')}还没有填写`),
    todo: `请在${guide.sheet('8')}中补填；已经解决的清空${guide.header('4', 'problems')}。`,
    blind: `两处写的是不是同一个问题看不出来；${sameProject}`,
  }),
  'cross-list/q1-not-in-reserve': (guide) => ({
    fails: `${guide.sheet('9')}中的项目，不在${guide.sheet('A')}中。`,
    undecided: whenLacking(`该单位在${guide.sheet('A')}还没有填写`),
    todo: `请核对项目名称，或补充到${guide.sheet('A')}；属实的可说明情况。`,
    blind: sameProject,
  }),
  'cross-list/reserve-q1-not-in-9': (guide) => ({
    fails: `${guide.sheet('A')}中${guide.label('startKind', 'newStart')}的项目，${guide.header('A', 'plannedStart')}在 ${guide.between(guide.plan.nextQuarter)}，而没有列入${guide.sheet('9')}。`,
    undecided: whenLacking(`该单位在${guide.sheet('9')}还没有填写`),
    todo: `请补充到${guide.sheet('9')}，或调整${guide.header('A', 'plannedStart')}。`,
    blind: sameProject,
  }),
} as const satisfies Partial<Record<IssueCode, (guide: Guide) => RuleHelp>>;
