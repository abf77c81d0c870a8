import { WorkbookError } from './workbook-error';

/** Who decided something, and why: kept in the workbook, shown in 校验结果. */
export interface SignedReason {
  readonly who: string;
  readonly why: string;
}

/** Most characters of a name or office, and of a reason: what one line of 校验结果 can show. */
export const longestWho = 50;
export const longestWhy = 300;

/** What is said where a part of it is missing or too long. */
export interface ReasonTexts {
  readonly noWho: string;
  readonly noWhy: string;
  readonly longWho: (most: number) => string;
  readonly longWhy: (most: number) => string;
}

/** Both parts on one line each, blanks around them gone. Throws WorkbookError where one is blank or too long. */
export function readReason({ who, why }: SignedReason, texts: ReasonTexts): SignedReason {
  const read = { who: onOneLine(who), why: onOneLine(why) };
  if (read.who === '') throw new WorkbookError(texts.noWho);
  if (read.why === '') throw new WorkbookError(texts.noWhy);
  if (read.who.length > longestWho) throw new WorkbookError(texts.longWho(longestWho));
  if (read.why.length > longestWhy) throw new WorkbookError(texts.longWhy(longestWhy));
  return read;
}

/** Line breaks, and characters that nobody sees or that no file may hold, count as blanks. */
function onOneLine(text: string): string {
  return text.replace(/[\s\p{Cc}\p{Cf}\p{Cn}\p{Co}\p{Cs}]+/gu, ' ').trim();
}
