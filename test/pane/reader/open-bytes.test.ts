import { openChosenFile } from '../../../src/pane/reader/open-bytes';
import { fingerprintOf } from '../../../src/xlsx/fingerprint';
import { FILE_LIMITS } from '../../../src/xlsx/file-limit';
import { writeWorkbook } from '../../../src/xlsx/write-workbook';
import { makeWorkbook, requestOf } from '../open-pane';
import { fileOf } from './chosen-file';

describe('a chosen file', () => {
  test('gives what its cells hold', async () => {
    const port = await makeWorkbook(requestOf('qinshui'));
    const { fingerprint, result } = await openChosenFile(fileOf('沁水县.xlsx', await writeWorkbook(port.model())));
    const { sheets } = await port.read();
    const read = result as Extract<typeof result, { kind: 'content' }>;
    expect(read.unknown).toEqual([]);
    expect(read.content.sheets.map(({ name }) => name)).toEqual(sheets.map(({ name }) => name));
    // What stands in a cell merged over rows is given for each of the rows; everything else is as it stands.
    for (const [at, { values, formulas }] of sheets.entries()) {
      const got = read.content.sheets[at]!;
      expect(got.formulas).toEqual(formulas);
      expect(got.values.map((row, r) => row.map((value, c) => (values[r]![c] === null ? null : value)))).toEqual(values);
    }
    expect(fingerprint).not.toBe('');
  });

  test('that is no workbook is refused with the reason', async () => {
    const { result } = await openChosenFile(fileOf('名单.csv', new TextEncoder().encode('序号,项目名称\n1,道路')));
    expect(result).toEqual({ kind: 'refused', sentence: expect.stringMatching(/^文件“名单\.csv”是纯文本/) });
  });

  test('that is too large is refused before it is read', async () => {
    const file = fileOf('大.xlsx', new Uint8Array());
    Object.defineProperty(file, 'size', { value: FILE_LIMITS.bytes + 1 });
    file.arrayBuffer = () => Promise.reject(new Error('read all the same'));
    expect((await openChosenFile(file)).result).toEqual({ kind: 'refused', sentence: expect.stringContaining('超过 50 MB') });
  });

  test('that the system does not hand out is refused, other faults are thrown on', async () => {
    const file = fileOf('占用.xlsx', new Uint8Array());
    file.arrayBuffer = () => Promise.reject(new DOMException('gone', 'NotReadableError'));
    expect((await openChosenFile(file)).result).toEqual({ kind: 'refused', sentence: expect.stringContaining('打不开') });
    file.arrayBuffer = () => Promise.reject(new TypeError('broken'));
    await expect(openChosenFile(file)).rejects.toThrow(TypeError);
  });
});

test('a fingerprint tells files apart that differ in one byte, in their order or length', () => {
  const all = [[], [0], [0, 0], [1], [1, 2], [2, 1], [1, 2, 0]].map((bytes) => fingerprintOf(Uint8Array.from(bytes)));
  expect(new Set(all).size).toBe(all.length);
  expect(fingerprintOf(Uint8Array.from([1, 2]))).toBe(all[4]);
});
