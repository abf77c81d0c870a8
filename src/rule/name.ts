const wide = /[\uff01-\uff5e]/g;
const wideOrBlank = /[\uff01-\uff5e\u3000]/g;
const blank = /[\s\u200b-\u200d\ufeff]+/g;
const opening = /[[{【〔〖「『｛［]/g;
const closing = /[\]}】〕〗」』｝］]/g;
/** Most names hold none of these and are returned as they are. */
const needsWork = /[\uff01-\uff5e\s\u200b-\u200d\ufeff[\]{}【】〔〕〖〗「」『』A-Z]/;

function toHalfWidth(letter: string): string {
  return letter === '\u3000' ? ' ' : String.fromCharCode(letter.charCodeAt(0) - 0xfee0);
}

/** Full-width digits, letters and blanks made half-width; everything else as it is. */
export function narrow(text: string): string {
  return text.replace(wideOrBlank, toHalfWidth);
}

/**
 * A name as it is compared: full-width to half-width, blanks and line breaks removed, brackets unified,
 * case folded. Blind spot: quotation marks and dashes of different kinds stay different.
 */
export function normaliseName(name: string): string {
  if (!needsWork.test(name)) return name;
  return name
    .replace(opening, '(')
    .replace(closing, ')')
    .replace(wide, toHalfWidth)
    .replace(blank, '')
    .toLowerCase();
}

const empties = new Set(['无', '暂无', '—', '-', '/', '——', '--', '']);

/** True where staff write a word or a stroke to say that an optional cell holds nothing: 无, 暂无, —, /. */
export function meansEmpty(value: string): boolean {
  return value.length <= 4 && empties.has(normaliseName(value));
}
