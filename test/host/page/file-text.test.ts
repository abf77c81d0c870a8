import { describeFault } from '../../../src/host/page/file-text';
import type { FileFault } from '../../../src/xlsx/file-error';

const faults: FileFault[] = [
  { kind: 'empty' },
  { kind: 'oldFormat' },
  { kind: 'encrypted' },
  { kind: 'openDocument' },
  { kind: 'webPage' },
  { kind: 'plainText' },
  { kind: 'otherFormat', format: 'pdf' },
  { kind: 'unknownFormat' },
  { kind: 'damaged', sheet: '汇总' },
  { kind: 'incompleteSheet', sheet: '汇总' },
  { kind: 'tooLarge', measure: 'cells', limit: 5_000_000 },
  { kind: 'unsafe' },
];

test.each(faults)('$kind: names the file, says what to do, and that nothing was lost', (fault) => {
  const sentence = describeFault('上报表.xlsx', fault);
  expect(sentence).toMatch(/^“上报表\.xlsx”/);
  expect(sentence).toMatch(/请/);
  expect(sentence).toMatch(/当前工作簿没有改动。$/);
  expect(sentence).not.toMatch(/undefined|null|Error/);
});
