/** A paragraph's font size and row height, both in points. */
export interface FittedParagraphs {
  readonly fontSize: number;
  readonly heights: readonly number[];
}

const sizes = [12, 11.5, 11, 10.5, 10, 9.5, 9, 8.5, 8] as const;

/** A line of Chinese type needs this much of its font size. */
const leading = 1.42;

/**
 * The largest type in which paragraphs of Chinese text, wrapped over `width` points, are no higher than `room` points
 * in all; the smallest where none fits. Programs do not grow a row for a merged cell, so its height has to be known.
 */
export function fitParagraphs(paragraphs: readonly string[], width: number, room: number): FittedParagraphs {
  const fitted = sizes.map((fontSize): FittedParagraphs => ({ fontSize, heights: paragraphs.map((text) => heightOf(text, fontSize, width)) }));
  return fitted.find(({ heights }) => heights.reduce((sum, height) => sum + height, 0) <= room) ?? fitted[fitted.length - 1]!;
}

function heightOf(text: string, fontSize: number, width: number): number {
  // Chinese characters are square, digits and Latin about half as wide; a line ends early where no mark may begin one.
  const halves = [...text].reduce((sum, char) => sum + (char.charCodeAt(0) < 0x100 ? 1.1 : 2), 0);
  const perLine = Math.floor((width / fontSize) * 2) - 3;
  return Math.ceil(Math.max(1, Math.ceil(halves / perLine)) * fontSize * leading) + 2;
}
