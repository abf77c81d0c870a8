import type { Link } from '../../../sheet/model';
import type { Book } from '../book';
import type { Origin } from '../event';
import type { Sheet } from '../sheet';
import { requireUnprotected } from './guard';

/** Puts a link on a cell in place of the one it had; its text is the cell's content. */
export function setLink(book: Book, origin: Origin, sheet: Sheet, link: Link): void {
  requireUnprotected(sheet);
  book.transact(origin, (transaction) => {
    const others = sheet.state.links.filter(({ row, column }) => row !== link.row || column !== link.column);
    transaction.update(sheet, { links: [...others, link] });
  });
}
