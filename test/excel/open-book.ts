import { createExcelPort } from '../../src/excel/port';
import { Book } from '../../src/host/book/book';
import { enterText } from '../../src/host/book/edit/enter-text';
import type { Host } from '../../src/host/protocol/connect-host';
import type { WorkbookPort } from '../../src/job/port';
import type { WorkbookModel } from '../../src/sheet/model';
import { startOffice } from '../host/start-office';

export interface OpenBook {
  readonly book: Book;
  readonly host: Host;
  readonly port: WorkbookPort;
  /** Types into a cell as the user does, and lets the add-in hear of it. */
  edit(sheet: string, row: number, column: number, text: string): Promise<void>;
}

/** A workbook open in Excel, as a new port sees it; without a model a new one, with an empty Sheet1. */
export async function openBook(model?: WorkbookModel): Promise<OpenBook> {
  const { book, host } = await startOffice(model ? Book.fromModel(model) : Book.empty());
  return {
    book,
    host,
    port: createExcelPort(),
    async edit(name, row, column, text) {
      const sheet = book.findSheet(name);
      if (!sheet) throw new Error(`no sheet ${name}`);
      enterText(book, sheet, row, column, text);
      await settle();
    },
  };
}

/** An event and the add-in's question about its sheet are a few messages to and fro, each in a task of its own. */
async function settle(): Promise<void> {
  for (let task = 0; task < 30; task += 1) await new Promise((resolve) => setTimeout(resolve, 2));
}
