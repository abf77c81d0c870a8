import type { Sheet } from 'hucre/xlsx';
import { MAXIMUM_ROWS } from '../sheet/address';
import type { PrintSetup } from '../sheet/model';
import type { PrintNames } from './read-name';

/** How a sheet is printed; undefined where the file says nothing of paper. */
export function readPrint(sheet: Sheet, names: PrintNames): PrintSetup | undefined {
  const setup = sheet.pageSetup;
  if (!setup || (setup.paperSize === undefined && setup.orientation === undefined)) return undefined;
  const { margins = {} } = setup;
  const breaks = (sheet.rowBreaks ?? []).map((row) => row + 1).filter((row) => row > 0 && row < MAXIMUM_ROWS);
  return {
    paper: setup.paperSize === 'a3' ? 'A3' : 'A4',
    orientation: setup.orientation ?? 'portrait',
    fitToWidth: setup.fitToPage ? (setup.fitToWidth ?? 1) : 0,
    ...names,
    ...(breaks.length > 0 && { breaks }),
    centerHorizontally: setup.horizontalCentered === true,
    footer: readFooter(sheet.headerFooter?.oddFooter ?? ''),
    margins: {
      top: margins.top ?? 0.75,
      bottom: margins.bottom ?? 0.75,
      left: margins.left ?? 0.7,
      right: margins.right ?? 0.7,
      footer: margins.footer ?? 0.3,
    },
  };
}

/** &L, &C and &R begin the three parts; text before any of them stands in the middle. */
function readFooter(code: string): PrintSetup['footer'] {
  const footer = { left: '', center: '', right: '' };
  let part: keyof typeof footer = 'center';
  for (const piece of code.split(/(&&|&[LCR])/)) {
    if (piece === '&L') part = 'left';
    else if (piece === '&C') part = 'center';
    else if (piece === '&R') part = 'right';
    else footer[part] += piece;
  }
  return footer;
}
