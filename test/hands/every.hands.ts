import { testHands } from './course';

/** `npm run hands`: 2,000 steps, in which every operation is carried out. See hands.test.ts. */
testHands(
  [
    ['市本级', 61, 1_600, ['undo', 'redo', 'copy a tab', 'delete a tab', '修复表格']],
    ['全市', 82, 400, ['校验']],
  ],
  { all: true },
);
