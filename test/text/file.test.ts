import { describeFileFault, describeUnknownParts } from '../../src/text/file';
import type { FileFault, FileMeasure } from '../../src/xlsx/file-error';

const formats = ['pdf', 'picture', 'document', 'slides', 'binaryWorkbook', 'archive'] as const;
const measures: readonly FileMeasure[] = ['bytes', 'parts', 'expandedBytes', 'cells', 'texts', 'sheets'];
const faults: readonly FileFault[] = [
  ...(['empty', 'oldFormat', 'encrypted', 'openDocument', 'webPage', 'plainText', 'unknownFormat', 'unsafe'] as const).map(
    (kind) => ({ kind }),
  ),
  ...formats.map((format) => ({ kind: 'otherFormat', format }) as const),
  { kind: 'damaged' },
  { kind: 'damaged', sheet: '汇总' },
  { kind: 'incompleteSheet', sheet: '汇总' },
  ...measures.map((measure) => ({ kind: 'tooLarge', measure, limit: 5_000_000 }) as const),
];

it.each(faults)('says in Chinese which file, what is wrong and what to do: $kind $format $measure', (fault) => {
  const sentence = describeFileFault(fault, '泽州县.xlsx');
  expect(sentence).toMatch(/^文件“泽州县\.xlsx”/);
  expect(sentence).toMatch(/请.+。$/);
  expect(sentence.replace(/\.?(xlsxb?|xlsb|xls|et|ods|csv|txt|PDF|Excel|WPS|MB|OpenDocument)/g, '')).not.toMatch(/[A-Za-z]/);
});

it('gives every fault a sentence of its own', () => {
  const sentences = faults.map((fault) => describeFileFault(fault, 'a.xlsx'));
  expect(new Set(sentences).size).toBe(faults.length);
});

it('names what a file would lose', () => {
  expect(describeUnknownParts(['comment', 'chart'], 'a.xlsx')).toMatch(/^文件“a\.xlsx”中有批注、图表，写入后会丢失.*请.+。$/);
});
