import { encodeMarkup } from './xml-text';

/**
 * Formats that a Chinese Excel or WPS knows by number and does not write into the file (ECMA-376 part 1, 18.8.30, zh-cn):
 * whoever picks 2012年3月14日 from the list of dates gets number 31.
 */
const CODES: Readonly<Record<string, readonly number[]>> = {
  'yyyy"年"m"月"': [27, 36, 50, 52, 57],
  'm"月"d"日"': [28, 29, 51, 53, 54, 58],
  'm-d-yy': [30],
  'yyyy"年"m"月"d"日"': [31],
  'h"时"mm"分"': [32],
  'h"时"mm"分"ss"秒"': [33],
  '上午/下午h"时"mm"分"': [34, 55],
  '上午/下午h"时"mm"分"ss"秒"': [35, 56],
};

const WRITTEN = Object.entries(CODES)
  .flatMap(([code, ids]) => ids.map((id) => `<numFmt numFmtId="${id}" formatCode="${encodeMarkup(code)}"/>`))
  .join('');

/**
 * The text of a styles part with these formats written out, before the file's own, which count where it has its own under
 * such a number. The file library knows none of them: the dates would be read as plain numbers.
 */
export function withChineseFormats(styles: string): string {
  return styles.replace(/<(?:[A-Za-z_][\w.-]{0,30}:)?styleSheet(?:\s[^<>]*)?(?<!\/)>/, (tag) => `${tag}<numFmts>${WRITTEN}</numFmts>`);
}
