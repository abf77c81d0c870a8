import { subtractArea } from '../../../src/sheet/area';
import type { ConditionalFormat, SheetModel, WorkbookModel } from '../../../src/sheet/model';

/** What the user coloured, and where he froze, on list 6. */
export const yellow = { area: { row: 8, column: 1, rows: 2, columns: 3 }, style: { fill: '#FFFF00' } };
export const otherFreeze = { rows: 6, columns: 4 };

/** A unit's workbook in which each sheet has lost something else, and the user has made list 6 his own a little. */
export function damaged(model: WorkbookModel): WorkbookModel {
  const damages: Readonly<Record<string, (sheet: SheetModel) => SheetModel>> = {
    汇总: (sheet) => ({ ...sheet, conditionalFormats: [] }),
    '1 投资目标任务': ({ protection: _gone, ...sheet }) => ({
      ...sheet,
      styles: [...sheet.styles, { area: { row: 5, column: 2, rows: 1, columns: 1 }, style: { locked: true } }],
    }),
    '5 未开工项目': (sheet) => ({
      ...sheet,
      blocks: sheet.blocks.map((block) => (block.row === 6 ? { ...block, content: block.content.map((line, at) => (at < 3 ? [null, ...line.slice(1)] : line)) } : block)),
      validations: sheet.validations.flatMap((validation) =>
        validation.area.column === 5 ? subtractArea(validation.area, { row: 10, column: 5, rows: 1, columns: 1 }).map((area) => ({ ...validation, area })) : [validation],
      ),
      conditionalFormats: sheet.conditionalFormats.map((format): ConditionalFormat => ({ ...format, area: { ...format.area, rows: 10 } })),
      columnWidths: sheet.columnWidths.map(({ hidden: _shown, ...rest }) => rest),
    }),
    '6 已开工未入统项目': (sheet) => ({ ...sheet, tables: [], freeze: otherFreeze, styles: [...sheet.styles, yellow] }),
    '8 问题困难交办': (sheet) => ({ ...sheet, tables: sheet.tables.map((table) => ({ ...table, filter: false })) }),
    '9 前期手续办理': ({ print: _gone, ...sheet }) => ({
      ...sheet,
      styles: [...sheet.styles, { area: { row: 6, column: 4, rows: 1, columns: 1 }, style: { numberFormat: '0' } }],
    }),
    _数据: (sheet) => ({ ...sheet, visibility: 'visible' }),
  };
  return {
    ...model,
    names: model.names.filter(({ name }) => name !== '填报单位'),
    sheets: model.sheets.map((sheet) => damages[sheet.name]?.(sheet) ?? sheet),
  };
}
