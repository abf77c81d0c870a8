import fc from 'fast-check';
import type {
  Area,
  CellStyle,
  ConditionalFormat,
  Content,
  SheetModel,
  Validation,
  WorkbookModel,
} from '../../src/sheet/model';

const color = fc.integer({ min: 0, max: 0xffffff }).map((n) => `#${n.toString(16).toUpperCase().padStart(6, '0')}`);
const short = fc.constantFrom('项目名称', '甲', '1 & 2 < 3', '“引号”"\'', 'line 1\nline 2', ' blank ', '_x0041_', '𠮷', 'a\tb');

export const text = fc.oneof(
  short,
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
  fc.constantFrom('=1+1', '+5', '@x', '-', '\u0007', '\r\n', '__proto__', '\uFFFF', '#SPILL!', 'TRUE', '0012'),
);

const number = fc.oneof(
  fc.integer(),
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((n) => (n === 0 ? 0 : n)),
  fc.constantFrom(45255, 0.1 + 0.2, 1e21, 5e-324),
);
const value = fc.oneof(text, number, fc.boolean(), fc.constantFrom('#REF!', '#N/A', '#DIV/0!'));
const formula = fc.constantFrom(
  '=SUM(A1:B9)',
  '=T5_list[[#This Row],[金额]]*2',
  '=IF(A1<>"<&>","是","否")',
  "='其他 表'!$A$1",
  '=1/0',
);
export const content: fc.Arbitrary<Content> = fc.oneof(
  { weight: 2, arbitrary: fc.constant(null) },
  { weight: 5, arbitrary: value },
  { weight: 2, arbitrary: fc.record({ formula, value: fc.option(value) }) },
);

const place = fc.record({ row: fc.nat(30), column: fc.nat(15) });
const area: fc.Arbitrary<Area> = fc.record({
  row: fc.nat(30),
  column: fc.nat(15),
  rows: fc.integer({ min: 1, max: 12 }),
  columns: fc.integer({ min: 1, max: 6 }),
});

const style: fc.Arbitrary<CellStyle> = fc.record(
  {
    fontName: fc.constantFrom('仿宋', '黑体', '方正小标宋简体'),
    fontSize: fc.constantFrom(9, 10.5, 11, 22),
    bold: fc.boolean(),
    italic: fc.boolean(),
    color,
    fill: color,
    horizontal: fc.constantFrom('left', 'center', 'right', 'general'),
    vertical: fc.constantFrom('top', 'center', 'bottom'),
    wrap: fc.boolean(),
    numberFormat: fc.constantFrom('0.00%', 'yyyy-mm-dd', '@', '#,##0.00', 'yyyy"年"m"月"', '[<0]"负"0;0'),
    border: fc.record({ sides: fc.constantFrom('all', 'bottom', 'none'), color }),
    locked: fc.boolean(),
  },
  { requiredKeys: [] },
);

const title = fc.string({ unit: 'grapheme-ascii', minLength: 1, maxLength: 20 });
const longer = fc.constantFrom('填万元，两位小数。\n不填单位。', '“是”或“否” <必填> & 更多', '只能填日期');
const validation: fc.Arbitrary<Validation> = fc.record(
  {
    area,
    rule: fc.oneof(
      fc.constant({ kind: 'any' as const }),
      fc.constantFrom("='_数据'!$A$2:$A$9", '="是,否"').map((source) => ({ kind: 'list' as const, source })),
      fc
        .record({
          kind: fc.constantFrom('decimal', 'whole', 'date', 'textLength'),
          operator: fc.constantFrom('between', 'greaterThanOrEqual', 'lessThanOrEqual'),
          minimum: fc.integer({ min: -10, max: 45_000 }),
          by: fc.nat(100),
        })
        .map(({ kind, operator, minimum, by }) => ({
          kind,
          operator,
          minimum,
          ...(operator === 'between' && { maximum: minimum + by }),
        })),
    ),
    prompt: fc.record({ title, text: longer }),
    error: fc.record({ title, text: longer, level: fc.constantFrom('stop', 'warning', 'information') }),
  },
  { requiredKeys: ['area', 'rule'] },
).map(({ error, ...rest }) => ({ ...rest, ...(error && rest.rule.kind !== 'any' && { error }) }) as Validation);

const conditionalFormat: fc.Arbitrary<ConditionalFormat> = fc.oneof(
  fc.record(
    {
      kind: fc.constant('formula' as const),
      area,
      formula: fc.constantFrom('=ISNUMBER(FIND("【"&C$6&"】",$AZ7))', '=$A1>0', "='其他 表'!A1=\"<\""),
      fill: color,
      color,
      bold: fc.constant(true),
    },
    { requiredKeys: ['kind', 'area', 'formula'] },
  ),
  fc.record({ kind: fc.constant('dataBar' as const), area, color, minimum: fc.constant(0), maximum: fc.integer({ min: 1, max: 9 }) }),
);

const name = fc.constantFrom('1 投资目标任务', '汇总', "O'Neil", '_数据', 'Sheet1', '表,一!', '校验结果 (2)');
const footerPart = fc.constantFrom('', '单位负责人：', '第 &P 页，共 &N 页', '甲&&乙');

const sheetParts = (self: string) =>
  fc.record({
    visibility: fc.constantFrom('visible', 'hidden', 'veryHidden'),
    tabColor: fc.option(color, { nil: undefined }),
    gridlines: fc.boolean(),
    rows: fc.array(fc.array(content, { minLength: 4, maxLength: 4 }), { maxLength: 8 }),
    origin: place,
    far: fc.option(content),
    styles: fc.array(fc.record({ area, style }), { maxLength: 5 }),
    merges: fc.constantFrom<Area[]>([], [{ row: 40, column: 0, rows: 2, columns: 3 }, { row: 50, column: 5, rows: 1, columns: 2 }]),
    columnWidths: fc.array(
      fc.record({ column: fc.nat(20), width: fc.integer({ min: 20, max: 400 }), hidden: fc.option(fc.constant(true), { nil: undefined }) }),
      { maxLength: 4 },
    ),
    rowHeights: fc.array(fc.record({ row: fc.nat(60), height: fc.constantFrom(15, 24.75, 60) }), { maxLength: 3 }),
    tables: fc.boolean(),
    filter: fc.boolean(),
    tableStyle: fc.constantFrom(null, 'TableStyleLight1'),
    validations: fc.array(validation, { maxLength: 3 }),
    conditionalFormats: fc.array(conditionalFormat, { maxLength: 4 }),
    links: fc.array(
      fc.record({ row: fc.nat(30), column: fc.nat(9), sheet: fc.constantFrom(self, "O'Neil", '其他 表'), targetRow: fc.nat(99), targetColumn: fc.nat(30) }),
      { maxLength: 3 },
    ),
    freeze: fc.option(fc.record({ rows: fc.nat(7), columns: fc.nat(3) }), { nil: undefined }),
    print: fc.option(
      fc.record(
        {
          paper: fc.constantFrom('A4', 'A3'),
          orientation: fc.constantFrom('landscape', 'portrait'),
          fitToWidth: fc.nat(3),
          titleRows: fc.constant({ from: 3, to: 5 }),
          titleColumns: fc.constant({ from: 0, to: 1 }),
          area,
          breaks: fc.uniqueArray(fc.integer({ min: 1, max: 60 }), { maxLength: 3 }),
          centerHorizontally: fc.boolean(),
          footer: fc.record({ left: footerPart, center: footerPart, right: footerPart }),
          margins: fc.constant({ top: 0.5, bottom: 0.75, left: 0.25, right: 0.3, footer: 0.2 }),
        },
        { requiredKeys: ['paper', 'orientation', 'fitToWidth', 'centerHorizontally', 'footer', 'margins'] },
      ),
      { nil: undefined },
    ),
    protection: fc.option(fc.record({ allowFormatColumns: fc.boolean(), allowFilter: fc.boolean() }), { nil: undefined }),
  });

const sheet = (self: string, index: number): fc.Arbitrary<SheetModel> =>
  sheetParts(self).map(({ rows, origin, far, tables, filter, tableStyle, ...rest }) => {
    const parts = Object.fromEntries(Object.entries(rest).filter(([, part]) => part !== undefined)) as Omit<typeof rest, never>;
    return {
      ...(parts as unknown as SheetModel),
      name: self,
      blocks: [
        { ...origin, content: rows },
        ...(far === null ? [] : [{ row: 70, column: 40, content: [[far]] }]),
        ...(tables ? [{ row: 80, column: 1, content: [['名称', '金额\n（万元）'], ['甲', 1], [null, { formula: `=t${index}_list[[#This Row],[名称]]`, value: '甲' }]] }] : []),
      ],
      tables: tables
        ? [{ name: `t${index}_list`, area: { row: 80, column: 1, rows: 3, columns: 2 }, headers: ['名称', '金额\n（万元）'], filter, style: tableStyle }]
        : [],
    };
  });

/** Workbooks with everything a model can say, small enough to try hundreds. */
export const workbook: fc.Arbitrary<WorkbookModel> = fc
  .uniqueArray(name, { minLength: 1, maxLength: 4 })
  .chain((names) =>
    fc.record({
      sheets: fc.tuple(...names.map((self, i) => sheet(self, i))),
      active: fc.nat(names.length - 1),
      defined: fc.array(fc.record({ name: fc.constantFrom('n_total', '合计', 'n_rate'), sheet: fc.constantFrom(...names), area }), { maxLength: 2 }),
    }),
  )
  .map(({ sheets, active, defined }) => ({
    sheets: sheets.map((one, i) => (i === active ? { ...one, visibility: 'visible' as const } : one)),
    names: [...new Map(defined.map((entry) => [entry.name, entry])).values()],
    activeSheet: sheets[active]?.name ?? '',
  }));
