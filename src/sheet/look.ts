import type { Column } from '../list/list';
import type { CellStyle } from './model';

/**
 * The look of every sheet in one place. Title 小标宋, header 黑体, body 仿宋 as official papers have them; a
 * program without the title font shows its own substitute.
 */
export const fonts = { title: '方正小标宋简体', header: '黑体', body: '仿宋' } as const;

export const colors = {
  line: '#9AA5B1',
  ink: '#1F2933',
  quiet: '#616E7C',
  header: '#D9E6F2',
  band: '#EAF1F8',
  issued: '#F0F1F3',
  computed: '#F7F8FA',
  accent: '#0F5C7A',
  bar: '#BBD8E9',
} as const;

/** How a cell that a check points at is coloured, by severity. Dark enough in print, and apart in grey. */
export const markColors = {
  error: { fill: '#FBD5D5', color: '#8B1A1A' },
  warning: { fill: '#FFE9BF', color: '#7A4B00' },
  info: { fill: '#D6E8FA', color: '#134A7C' },
} as const;

const lines = { sides: 'all', color: colors.line } as const;

export const styles = {
  attachment: { fontName: fonts.header, fontSize: 12, color: colors.ink, vertical: 'center' },
  title: { fontName: fonts.title, fontSize: 20, color: colors.ink, horizontal: 'center', vertical: 'center' },
  info: { fontName: fonts.body, fontSize: 11, color: colors.ink, vertical: 'center' },
  total: {
    fontName: fonts.header,
    fontSize: 10,
    color: colors.ink,
    fill: colors.computed,
    horizontal: 'right',
    vertical: 'center',
    border: lines,
  },
  band: {
    fontName: fonts.header,
    fontSize: 10,
    color: colors.ink,
    fill: colors.band,
    horizontal: 'center',
    vertical: 'center',
    wrap: true,
    border: lines,
  },
  header: {
    fontName: fonts.header,
    fontSize: 10,
    color: colors.ink,
    fill: colors.header,
    horizontal: 'center',
    vertical: 'center',
    wrap: true,
    border: lines,
  },
  body: { fontName: fonts.body, fontSize: 11, color: colors.ink, vertical: 'center', border: lines },
  section: { fontName: fonts.header, fontSize: 12, color: colors.accent, vertical: 'center' },
  prose: { fontName: fonts.body, fontSize: 12, color: colors.ink, vertical: 'center', wrap: true },
  hidden: { fontName: fonts.body, fontSize: 10, color: colors.quiet, numberFormat: '@' },
} as const satisfies Record<string, CellStyle>;

/**
 * Number format of a column's cells. Text cells are @, so that no program turns 1-2 into a date. What stands at the right
 * edge ends in a blank (_ ), so that it does not touch the text of the next column.
 */
export function numberFormatOf(column: Column): string {
  switch (shownAs(column)) {
    case 'money':
      return column.unitOfMeasure === '亿元' ? '#,##0.00##_ ' : '#,##0.00_ ';
    case 'count':
      return '#,##0_ ';
    case 'index':
      return '#,##0';
    case 'rate':
      return '#,##0.00%_ ';
    case 'points':
      return '0.00_ ';
    case 'date':
      return 'yyyy-mm-dd';
    case 'month':
      return 'yyyy"年"m"月"';
    case 'text':
    case 'phone':
    case 'projectCode':
      return '@';
    case 'choice':
    case 'unit':
    case 'label':
    case 'longText':
      // Old Excel shows #### for long texts in @ cells.
      return 'General';
  }
}

/** Style of a column's body cells. */
export function bodyStyleOf(column: Column): CellStyle {
  const horizontal = alignments[shownAs(column)];
  return {
    ...styles.body,
    horizontal,
    wrap: column.type === 'text' || column.type === 'longText' || column.type === 'choice',
    numberFormat: numberFormatOf(column),
    // Some programs let a text of a hidden column run over its neighbours; this format shows nothing of it.
    ...(column.role === 'identity' ? { numberFormat: ';;;' } : {}),
    ...(column.role === 'formula' ? { fill: colors.computed } : {}),
    ...(column.role === 'issued' ? { fill: colors.issued } : {}),
    ...(column.role === 'mark' ? { color: markColors.error.color, fontSize: 10, horizontal: 'left', wrap: false } : {}),
  };
}

/** A rank is counted like 序号: it says a place and no quantity. */
function shownAs({ key, type }: Column): Column['type'] {
  return key === 'rank' ? 'index' : type;
}

const alignments: Readonly<Record<Column['type'], 'left' | 'center' | 'right'>> = {
  text: 'left',
  longText: 'left',
  money: 'right',
  count: 'right',
  rate: 'right',
  points: 'right',
  date: 'center',
  month: 'center',
  choice: 'center',
  unit: 'center',
  phone: 'left',
  projectCode: 'left',
  index: 'center',
  label: 'center',
};
