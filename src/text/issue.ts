import type { List } from '../list/list';
import type { Plan } from '../plan/plan';
import type { IssueCode } from '../rule/code';
import type { Issue } from '../rule/issue';
import { cellTexts } from './cell';
import { crossCountyTexts } from './cross-county';
import { crossListTexts } from './cross-list';
import { columnLetters, formatClause } from './format';
import { listTexts } from './list';
import { markBrackets } from './mark-bracket';
import { rowTexts } from './row';
import { headerOf, Speaker, type CellPlace, type Locate, type Told } from './speaker';
import { withoutStop } from './ui-sentence';

/** An issue in four parts, and the clause it rests on (四（二）, 惯例). */
export interface Description {
  readonly where: string;
  readonly seen: string;
  readonly expected: string;
  readonly action: string;
  readonly clause: string;
}

/** Complete by type: a code without a sentence does not compile. */
const texts: Record<IssueCode, (speaker: Speaker) => Told> = {
  ...cellTexts,
  ...rowTexts,
  ...listTexts,
  ...crossListTexts,
  ...crossCountyTexts,
};

function tell(speaker: Speaker): Told {
  // Codes come from the catalogue, whose rules are typed by IssueCode.
  return texts[speaker.issue.code as IssueCode](speaker);
}

function whereOf(speaker: Speaker): string {
  const { issue, sheetName } = speaker;
  if (issue.rowIndex !== null) return headerOf(speaker, issue.columns);
  const sheet = sheetName === '' ? '' : `《${sheetName}》`;
  return `${sheet}${issue.unit === null ? '' : speaker.unitName()}${speaker.headers()}`;
}

/**
 * An issue in words. Only the row number needs the sheet as it is now: locate finds it; without it the sentence
 * names sheet and headers.
 */
export function describeIssue(issue: Issue, plan: Plan, lists: readonly List[], locate?: Locate): Description {
  const speaker = new Speaker(issue, plan, lists, locate?.(issue) ?? null);
  const told = tell(speaker);
  return {
    where: told.where ?? whereOf(speaker),
    seen: told.seen,
    expected: told.expected,
    action: told.action,
    clause: formatClause(issue.source),
  };
}

/** 《5 未开工项目》第 12 行“县（市、区）”填写为“沁水”，应为“沁水县”。点“修正”即可改正。〔四（二）〕 */
export function sentenceOf(issue: Issue, plan: Plan, lists: readonly List[], locate?: Locate): string {
  const { where, seen, expected, action, clause } = describeIssue(issue, plan, lists, locate);
  const said = issue.explained ? `已说明（${issue.explained.who}：${withoutStop(issue.explained.why)}）。` : '';
  return `${where}${seen}，${expected}。${action}。${said}〔${clause}〕`;
}

/**
 * The issue as it stands in its row's 校验提示: headers in 【】 for an error, 〔〕 for a warning, 〈〉 for a hint, which
 * is what colours the cells meant. An explained issue keeps its words and loses its colour.
 */
export function markText(issue: Issue, plan: Plan, lists: readonly List[]): string {
  const speaker = new Speaker(issue, plan, lists, null);
  const told = tell(speaker);
  const [open, close] = markBrackets[issue.severity];
  const names = issue.columns.map((key) => speaker.column(key)?.header ?? key);
  const headers = issue.explained ? names.map((name) => `“${name}”`).join('') : names.map((name) => `${open}${name}${close}`).join('');
  return `${headers}${told.seen}，${told.expected}${issue.explained ? '（已说明）' : ''}`;
}

/** A1 address of a place, for links and previews. */
export function addressOf(place: Pick<CellPlace, 'row' | 'column'>): string {
  return `${columnLetters(place.column)}${place.row + 1}`;
}
