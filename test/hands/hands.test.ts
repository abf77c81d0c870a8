import { testHands } from './course';

/**
 * People edit a workbook as they do, and press our buttons in between; a bookkeeping of what they entered, kept apart
 * from our readers, agrees at every step. A failure tells its seed and the last steps; the same seed takes the same steps.
 * The beginning of what `npm run hands` does whole.
 */
testHands(
  [
    ['市本级', 61, 110, ['校验']],
    ['全市', 82, 40, []],
  ],
  { all: false },
);
