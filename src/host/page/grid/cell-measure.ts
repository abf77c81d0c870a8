/** Pixels of one point at 100 %. */
export const POINT = 4 / 3;

/** Height of one line of text in pixels; Chinese fonts need more than Latin ones. */
export function lineHeight(fontSize: number): number {
  return Math.round(fontSize * POINT * 1.25);
}

const wide = /[\u1100-\u115f\u2e80-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe4f\uff00-\uff60\uffe0-\uffe6\u2014\u2018-\u201d\u2026]/;

/**
 * Width of a line of text in pixels: Chinese characters are a square, others about half of one. An estimate, so that
 * 100,000 cells need no layout by the browser; it errs on the wide side by a few percent.
 */
export function estimateWidth(text: string, fontSize: number, bold = false): number {
  let halves = 0;
  for (const character of text) halves += wide.test(character) ? 2 : 1.1;
  return (halves / 2) * fontSize * POINT * (bold ? 1.03 : 1);
}

/** Lines that a wrapped text takes in this many pixels. */
export function countLines(text: string, width: number, fontSize: number, bold = false): number {
  let lines = 0;
  for (const line of text.split('\n')) lines += Math.max(1, Math.ceil(estimateWidth(line, fontSize, bold) / Math.max(width, 1)));
  return lines;
}
