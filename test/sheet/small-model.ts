import type { SheetModel, WorkbookModel } from '../../src/sheet/model';

/** A sheet with nothing in it but what a test gives. */
export function sheetOf(parts: Partial<SheetModel> = {}): SheetModel {
  return {
    name: '表一',
    visibility: 'visible',
    gridlines: true,
    blocks: [],
    styles: [],
    merges: [],
    columnWidths: [],
    rowHeights: [],
    tables: [],
    validations: [],
    conditionalFormats: [],
    links: [],
    ...parts,
  };
}

export function workbookOf(...sheets: readonly Partial<SheetModel>[]): WorkbookModel {
  const full = sheets.map(sheetOf);
  return { sheets: full, names: [], activeSheet: full[0]?.name ?? '' };
}
