import type { List } from '../list/list';
import type { Plan } from '../plan/plan';
import { columnAt, type ListLayout } from './layout';
import { bodyStyles, bodyValidations } from './list-body';
import { columnWidths, printSetup } from './list-frame';
import { layPages } from './list-page';
import { markedTableOf, markFormats } from './mark-format';
import type { SheetModel } from './model';

/** What a list's sheet is besides contents and frame: all that is laid alike whatever was entered. */
export type ListLook = Pick<
  SheetModel,
  'visibility' | 'tabColor' | 'gridlines' | 'styles' | 'columnWidths' | 'validations' | 'conditionalFormats' | 'freeze' | 'print' | 'protection'
>;

/** The look of a list laid out so; `styles` are those of the table's body. */
export function lookOfList(plan: Plan, list: List, layout: ListLayout, dataSheet: string): ListLook {
  return {
    visibility: 'visible',
    tabColor: list.kind === 'target' ? '#0F5C7A' : isLedger(list) ? '#8A9BA8' : '#3E8E7E',
    gridlines: false,
    styles: bodyStyles(list, layout),
    columnWidths: columnWidths(layout),
    validations: bodyValidations(plan, layout, dataSheet),
    conditionalFormats: markFormats(markedTableOf(layout)),
    freeze: { rows: layout.firstRow, columns: list.kind === 'project' ? columnAt(layout, list.nameColumn) + 1 : 1 },
    print: printSetup(list, layout, layPages(list, layout)),
    ...(list.kind === 'target' ? { protection: { allowFormatColumns: true, allowFilter: true } } : {}),
  };
}

/** Ledgers back the target lists; they are not among the nine. */
function isLedger(list: List): boolean {
  return !/^\d+$/.test(list.key);
}
