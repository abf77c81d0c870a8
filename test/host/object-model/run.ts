import { Book } from '../../../src/host/book/book';
import { startOffice, type StartedOffice } from '../start-office';
import type { WorkbookModel } from '../../../src/sheet/model';

/** A new Excel with one empty sheet (Sheet1), or with a workbook. */
export function open(model?: WorkbookModel): Promise<StartedOffice> {
  const today = (): number => 45285;
  return startOffice(model ? Book.fromModel(model, { today }) : Book.empty({ today }));
}

/** One Excel.run over the first sheet, with a sync at its end. */
export async function onSheet<T>(act: (sheet: Excel.Worksheet, context: Excel.RequestContext) => T | Promise<T>): Promise<T> {
  return Excel.run(async (context) => {
    const result = await act(context.workbook.worksheets.getItem('Sheet1'), context);
    await context.sync();
    return result;
  });
}

/** Matches an error of Excel by its code. */
export function failsWith(code: string): { readonly code: string } {
  return expect.objectContaining({ code }) as { readonly code: string };
}
