import type { IssueCode } from '../rule/code';
import { headerOf, type Speaker, type Told } from './speaker';

/** Sentences on the permits and starts of list 9. */
export const permitTexts = {
  'row/q1-start': (speaker) => ({
    seen: `为 ${speaker.day('seen')}`,
    expected: `本表项目应在 ${speaker.day('from')} 至 ${speaker.day('to')} 之间开工`,
    action: '请核对日期，不能按期开工的申请调出',
  }),
  'row/permit-date': (speaker) => {
    const missing = speaker.texts('missing');
    const late = speaker.texts('late');
    const part = [
      missing.length > 0 ? `${speaker.headers(missing)}没有填写` : '',
      late.length > 0 ? `${speaker.headers(late)}晚于统计截止日` : '',
    ];
    return {
      where: headerOf(speaker, []),
      seen: part.filter((each) => each !== '').join('，'),
      expected: '已办结的手续应填批复日期',
      action: missing.length > 0 ? '请补填或改正日期，未办结的改正状态' : '请改正日期或状态，截止日之后才办结的可说明情况',
    };
  },
  'row/permit-undated': () => ({
    seen: '没有填写',
    expected: '还在办理的手续应有计划办结日期',
    action: '请补填',
  }),
  'row/permit-late': (speaker) => ({
    where: headerOf(speaker, speaker.issue.columns.slice(0, -1)),
    seen: `晚于计划开工日期 ${speaker.day('limit')}`,
    expected: '手续应在开工前办结',
    action: '请提前办理，或调整计划开工日期',
  }),
  'row/permit-order': (speaker) => ({
    where: headerOf(speaker, []),
    seen: `${speaker.text('permit')}已办结，${speaker.has('isOpen') ? `${speaker.text('first')}却为${speaker.text('state')}` : `日期却早于${speaker.text('first')}`}`,
    expected: `一般应先办${speaker.text('first')}`,
    action: '请核对，特殊工程可说明情况',
  }),
  'row/policy-barrier': (speaker) => ({
    where: headerOf(speaker, speaker.issue.columns.slice(0, 1)),
    seen: `为${speaker.text('batch')}，政策性障碍却为${speaker.text('seen')}`,
    expected: '第一批应为条件成熟的项目',
    action: '请核对政策性障碍，或调整批次',
  }),
  'row/started-unpermitted': (speaker) => ({
    where: headerOf(speaker, speaker.issue.columns.slice(0, 1)),
    seen: `已经填写，${speaker.headers(speaker.issue.columns.slice(1))}却还没有办结`,
    expected: '开工前应取得施工许可和环评批复',
    action: '请核对，已办结的请更新手续状态',
  }),
} as const satisfies Partial<Record<IssueCode, (speaker: Speaker) => Told>>;
