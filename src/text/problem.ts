import type { IssueCode } from '../rule/code';
import { headerOf, type Speaker, type Told } from './speaker';

/** Sentences on the problems of list 8. */
export const problemTexts = {
  'row/problem-dates': (speaker) => {
    const [later, earlier] = speaker.issue.columns;
    return {
      where: headerOf(speaker, later === undefined ? [] : [later]),
      seen: `为 ${speaker.day('seen')}`,
      expected: `不应早于${speaker.header(earlier)} ${speaker.day('limit')}`,
      action: '请核对日期先后，属实的可说明情况',
    };
  },
  'row/problem-state': (speaker) => {
    const missing = speaker.texts('missing');
    return missing.length > 0
      ? {
          where: headerOf(speaker, missing),
          seen: '没有填写',
          expected: `状态为${speaker.text('state')}的应当填写`,
          action: '请补填，或改正状态',
        }
      : {
          where: headerOf(speaker, speaker.issue.columns.slice(0, 1)),
          seen: '已经填写',
          expected: `状态却为${speaker.text('state')}`,
          action: '已解决的请把状态改为销号，未解决的请清空日期',
        };
  },
  'row/problem-deadline': (speaker) => ({
    seen: `为 ${speaker.day('seen')}`,
    expected: `应在${speaker.plan.campaign}期间（${speaker.day('limit')} 前）全部解决`,
    action: '请核对，情况属实的可说明情况',
  }),
  'row/problem-overdue': (speaker) => ({
    where: headerOf(speaker, speaker.issue.columns.slice(0, 1)),
    seen: `为 ${speaker.day('seen')}，到统计截止日 ${speaker.day('asOf')} 仍未销号`,
    expected: '应在时限内办结',
    action: '已办结的请改为销号并填销号日期、销号依据',
  }),
  'row/problem-overdue-unexplained': (speaker) => ({
    where: headerOf(speaker, speaker.issue.columns.slice(0, 1)),
    seen: '没有填写',
    expected: `办结时限 ${speaker.day('limit')} 已过，应写明原因`,
    action: '请补填未办结原因',
  }),
  'row/problem-escalation': (speaker) => ({
    where: headerOf(speaker, speaker.issue.columns.slice(0, 1)),
    seen: '填写为“否”',
    expected: '久拖不决的问题应通过13710督办解决',
    action: '请核对问题等级，或改为“是”',
  }),
  'row/problem-meeting': (speaker) => ({
    where: headerOf(speaker, speaker.issue.columns.slice(0, 1)),
    seen: '没有填写',
    expected: '重大问题应提交市政府会议研究解决',
    action: '请补填提交会议日期',
  }),
  'row/13710-overdue': (speaker) => ({
    where: headerOf(speaker, speaker.issue.columns.slice(0, 1)),
    seen: `为 ${speaker.day('seen')}，按13710要求应于 ${speaker.day('limit')} 前办结`,
    expected: '现已超期',
    action: '已办结的请销号，未办结的请抓紧',
  }),
} as const satisfies Partial<Record<IssueCode, (speaker: Speaker) => Told>>;
