/**
 * Families to try for the fonts that offices use. The first is the document's own; a clerk's machine may have the
 * Windows, WPS or Mac name of it, other machines the Noto fonts.
 */
const serif = ["'Songti SC'", "'Noto Serif CJK SC'", "'Source Han Serif SC'", 'serif'];
const sans = ["'Microsoft YaHei'", "'PingFang SC'", "'Noto Sans CJK SC'", "'Source Han Sans SC'", 'sans-serif'];

const fallbacks: readonly (readonly [RegExp, readonly string[]])[] = [
  [/小标宋/, ["'方正小标宋简体'", "'方正小标宋_GBK'", "'FZXiaoBiaoSong-B05S'", "'华文中宋'", "'STZhongsong'", "'SimSun'", ...serif]],
  [/仿宋|fangsong/i, ["'仿宋'", "'FangSong'", "'仿宋_GB2312'", "'FangSong_GB2312'", "'STFangsong'", ...serif]],
  [/楷体|kaiti/i, ["'楷体'", "'KaiTi'", "'楷体_GB2312'", "'STKaiti'", ...serif]],
  [/宋体|simsun/i, ["'宋体'", "'SimSun'", ...serif]],
  [/黑体|simhei/i, ["'黑体'", "'SimHei'", "'Heiti SC'", ...sans]],
  [/等线|dengxian|calibri/i, ["'等线'", "'DengXian'", ...sans]],
];

/** A CSS font-family list for a font named in a workbook. */
export function listFontFamilies(name: string): string {
  const own = `'${name.replaceAll(/['\\]/g, '')}'`;
  const others = fallbacks.find(([pattern]) => pattern.test(name))?.[1] ?? sans;
  return [own, ...others.filter((family) => family !== own)].join(',');
}
