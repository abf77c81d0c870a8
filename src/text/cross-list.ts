import type { IssueCode } from '../rule/code';
import { formatNumber } from './format';
import { headerOf, placesIn, type Speaker, type Told } from './speaker';

/** Sentences across lists. */
export const crossListTexts = {
  'cross-list/not-started-and-started': (speaker) => ({
    seen: '填写为未开工',
    expected: `${placesIn(speaker)}却显示已经开工`,
    action: '请核对，使各表一致，分期项目可说明情况',
  }),
  'cross-list/started-not-followed': (speaker) => ({
    where: headerOf(speaker, speaker.issue.columns.slice(0, 1)),
    seen: '没有填写，项目已开工',
    expected: `应列入${speaker.sheetOf('6')}继续跟踪`,
    action: `请补填入统日期，或在${speaker.sheetOf('6')}中增加此项目`,
  }),
  'cross-list/project-differs': (speaker) => {
    const others = speaker.texts('other');
    const own = speaker.texts('own');
    const pairs = speaker.issue.columns.map((key, at) => {
      const isMoney = key === 'totalInvestment' || key === 'plannedInvestment';
      const show = (text: string | undefined) => (isMoney ? `${formatNumber(Number(text))} 万元` : `“${text ?? ''}”`);
      return `${speaker.header(key)}分别为 ${show(own[at])}和 ${show(others[at])}`;
    });
    return {
      where: headerOf(speaker, []),
      seen: `与${speaker.sheetOf(speaker.param('otherList'))}第 ${speaker.text('otherRow')} 行是同一项目，${pairs.join('，')}`,
      expected: '同一项目在各表中应一致',
      action: '请核对后改为一致',
    };
  },
  'cross-list/problem-project-unknown': (speaker) => ({
    seen: `填写的“${speaker.shown('seen')}”不在其他各表中`,
    expected: '问题所涉项目应列入有关清单',
    action: '请核对项目名称，或补充到有关清单',
  }),
  'cross-list/problem-not-listed': (speaker) => ({
    seen: '已经填写',
    expected: `${speaker.sheetOf('8')}中却没有此项目未销号的问题`,
    action: `请在${speaker.sheetOf('8')}中补填，已解决的请清空`,
  }),
  'cross-list/q1-not-in-reserve': (speaker) => ({
    seen: `填写的“${speaker.shown('seen')}”不在${speaker.sheetOf('A')}中`,
    expected: '计划新开工项目应从储备项目库中产生',
    action: `请核对项目名称，或补充到${speaker.sheetOf('A')}`,
  }),
  'cross-list/reserve-q1-not-in-9': (speaker) => ({
    where: headerOf(speaker, speaker.issue.columns.slice(0, 1)),
    seen: `计划于 ${speaker.day('seen')} 开工`,
    expected: `应列入${speaker.sheetOf('9')}`,
    action: `请补充到${speaker.sheetOf('9')}，或调整计划开工日期`,
  }),
} as const satisfies Partial<Record<IssueCode, (speaker: Speaker) => Told>>;
