import type { Book } from '../../book/book';
import { enterText } from '../../book/edit/enter-text';
import { BookRefusal } from '../../book/refusal';
import type { Sheet } from '../../book/sheet';
import { askUser, tellUser } from '../dialog';
import { refusalTexts } from '../refusal-text';

/** A text on its way into a cell. */
export interface Entry {
  readonly sheet: Sheet;
  readonly row: number;
  readonly column: number;
  readonly text: string;
}

export type EntryAnswer = 'taken' | 'retry' | 'cancel';

/**
 * Enters a text as the user typed it. Resolved at once with 'taken' where nothing speaks against it; else the user is
 * asked as Excel asks: stop (重试/取消), warning (是/否/取消), information (确定/取消).
 */
export function enterOrAsk(book: Book, entry: Entry): 'taken' | Promise<EntryAnswer> {
  try {
    enterText(book, entry.sheet, entry.row, entry.column, entry.text);
    return 'taken';
  } catch (cause) {
    if (!(cause instanceof BookRefusal)) throw cause;
    if (cause.reason !== 'validation' || !cause.alert) return tellRefusal(cause).then(() => 'retry' as const);
    return askAbout(book, entry, cause.alert);
  }
}

async function askAbout(book: Book, entry: Entry, alert: NonNullable<BookRefusal['alert']>): Promise<EntryAnswer> {
  const title = alert.title || refusalTexts.validation.title;
  const text = alert.text || refusalTexts.validation.text;
  const insist = { key: 'insist', label: '是' } as const;
  const retry = { key: 'retry', label: '重试' } as const;
  const cancel = { key: 'cancel', label: '取消' } as const;
  const answer = await askUser<'insist' | 'retry' | 'cancel'>({
    title,
    // Many prompts say themselves what 是 and 否 do.
    text: alert.level === 'warning' && !text.includes('“是”') ? `${text}\n是否仍要使用现在录入的内容？` : text,
    level: alert.level,
    choices:
      alert.level === 'stop'
        ? [retry, cancel]
        : alert.level === 'warning'
          ? [insist, { key: 'retry', label: '否' }, cancel]
          : [{ key: 'insist', label: '确定' }, cancel],
    dismiss: 'cancel',
  });
  if (answer !== 'insist') return answer;
  enterText(book, entry.sheet, entry.row, entry.column, entry.text, { insist: true });
  return 'taken';
}

/** Does what the user asked; where the workbook refuses, says so. True where it was done. */
export function tryEdit(work: () => void): boolean {
  try {
    work();
    return true;
  } catch (cause) {
    if (!(cause instanceof BookRefusal)) throw cause;
    void tellRefusal(cause);
    return false;
  }
}

export function tellRefusal(refusal: BookRefusal): Promise<void> {
  const { title, text } = refusalTexts[refusal.reason];
  return tellUser(title, text);
}
