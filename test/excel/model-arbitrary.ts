import fc from 'fast-check';
import { intersectAreas } from '../../src/sheet/area';
import type { Area, AreaStyle, CellStyle, Content, SheetModel, Validation, WorkbookModel } from '../../src/sheet/model';
import { sheetOf } from '../sheet/small-model';

const text = fc.constantFrom('甲项目', '=1+1', '+86', '-', '@', "'引", '007', '2023-10-01', '2023年10月', '12月', 'TRUE', '#N/A', '50%', '１２', 'a"b\\c', '两\n行', '0x10', '3:00');
const constant = fc.oneof(text, fc.integer({ min: -9999, max: 99999 }), fc.constantFrom(0.1, 1e15, -2.5), fc.boolean(), fc.constant(null));
const formula = fc.constantFrom<Content>(
  { formula: '=1+1', value: 2 },
  { formula: '="甲"&"乙"', value: '甲乙' },
  { formula: '=IF(1>2,1,"")', value: '' },
);
/** Numbers become text in cells formatted as text, so these hold text only; they stand in columns of their own. */
const TEXT_COLUMN = 6;

const area = fc.record({ row: fc.nat(9), column: fc.nat(5), rows: fc.integer({ min: 1, max: 4 }), columns: fc.integer({ min: 1, max: 3 }) });

const style: fc.Arbitrary<CellStyle> = fc.record(
  {
    fontName: fc.constantFrom('仿宋', '黑体'),
    fontSize: fc.constantFrom(9, 12, 22),
    bold: fc.boolean(),
    italic: fc.boolean(),
    color: fc.constantFrom('#C00000', '#1F3864'),
    fill: fc.constantFrom('#FFFFFF', '#DDEBF7'),
    horizontal: fc.constantFrom('left', 'center', 'right', 'general'),
    vertical: fc.constantFrom('top', 'center', 'bottom'),
    wrap: fc.boolean(),
    numberFormat: fc.constantFrom('0.00%', '#,##0.00', 'yyyy-mm-dd', 'General'),
    locked: fc.boolean(),
  },
  { requiredKeys: [] },
);

const styles: fc.Arbitrary<AreaStyle[]> = fc.tuple(fc.array(fc.record({ area, style }), { maxLength: 6 }), fc.boolean()).map(([some, hasText]) => [
  ...some,
  ...(hasText ? [{ area: { row: 0, column: TEXT_COLUMN, rows: 5, columns: 1 }, style: { numberFormat: '@' } }] : []),
]);

const block = fc
  .tuple(
    fc.nat(3),
    fc.array(fc.tuple(...Array.from({ length: TEXT_COLUMN }, () => fc.oneof({ weight: 3, arbitrary: constant }, formula)), text), { minLength: 1, maxLength: 8 }),
  )
  .map(([row, content]) => ({ row, column: 0, content: content as Content[][] }));

const rule: fc.Arbitrary<Validation['rule']> = fc.oneof(
  fc.constant<Validation['rule']>({ kind: 'any' }),
  fc.constant<Validation['rule']>({ kind: 'list', source: "='表 二'!$A$1:$A$3" }),
  fc
    .record({
      kind: fc.constantFrom('decimal', 'whole', 'date', 'textLength'),
      operator: fc.constantFrom('between', 'greaterThanOrEqual', 'lessThanOrEqual'),
      minimum: fc.nat(50_000),
      wide: fc.nat(99),
    })
    .map(({ kind, operator, minimum, wide }): Validation['rule'] => ({
      kind: kind as 'decimal',
      operator: operator as 'between',
      minimum,
      ...(operator === 'between' && { maximum: minimum + wide }),
    })),
);

const message = fc.record({ title: fc.constantFrom('县（市、区）', '金额'), text: fc.constantFrom('请从下拉列表选择。', '应为数字，如 "12.5"。') });

const validations: fc.Arbitrary<Validation[]> = fc.array(
  fc.record(
    {
      area,
      rule,
      prompt: message,
      error: fc.tuple(message, fc.constantFrom('stop', 'warning', 'information')).map(([words, level]) => ({ ...words, level: level as 'stop' })),
    },
    { requiredKeys: ['area', 'rule'] },
  ),
  { maxLength: 4 },
);

const apart = (areas: readonly Area[]): Area[] =>
  areas.filter((one, i) => !areas.slice(0, i).some((other) => intersectAreas(one, other)));

const sheet = (name: string): fc.Arbitrary<SheetModel> =>
  fc
    .record({
      blocks: fc.option(block, { nil: null }),
      styles,
      validations,
      merges: fc.array(area.map((at) => ({ ...at, row: at.row + 20 })), { maxLength: 3 }),
      widths: fc.uniqueArray(fc.record({ column: fc.nat(8), width: fc.constantFrom(48, 64, 120), hidden: fc.boolean() }), { selector: ({ column }) => column, maxLength: 5 }),
      heights: fc.uniqueArray(fc.record({ row: fc.nat(12), height: fc.constantFrom(18, 36) }), { selector: ({ row }) => row, maxLength: 4 }),
      freeze: fc.option(fc.record({ rows: fc.nat(3), columns: fc.nat(2) }), { nil: undefined }),
      isProtected: fc.boolean(),
      tabColor: fc.option(fc.constantFrom('#C00000', '#00B050'), { nil: undefined }),
      gridlines: fc.boolean(),
    })
    .map(({ blocks, merges, widths, heights, freeze, isProtected, tabColor, ...rest }) =>
      sheetOf({
        ...rest,
        name,
        blocks: blocks ? [blocks] : [],
        merges: apart(merges),
        columnWidths: widths.map(({ hidden, ...measure }) => ({ ...measure, ...(hidden && { hidden }) })),
        rowHeights: heights,
        ...(freeze && freeze.rows + freeze.columns > 0 && { freeze }),
        ...(tabColor !== undefined && { tabColor }),
        ...(isProtected && { protection: { allowFormatColumns: true, allowFilter: false } }),
      }),
    );

/** Workbooks of two sheets with anything in them that Excel can hold. */
export const workbook: fc.Arbitrary<WorkbookModel> = fc
  .tuple(sheet('表一'), sheet('表 二'), fc.constantFrom('visible', 'hidden', 'veryHidden'))
  .map(([first, second, visibility]) => ({
    sheets: [first, { ...second, visibility: visibility as 'hidden' }],
    names: [],
    activeSheet: '表一',
  }));
