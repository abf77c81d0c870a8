import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { hostileFiles } from './all-files';
import type { HostileFile } from './hostile-file';
import { makeOwnWorkbook } from './own-workbook';
import { openFiles, type Outcome } from './watch-reader';

/** What 回收 promises of any file: milliseconds of computing, and bytes of memory of the whole process. */
const LONGEST = 5_000;
const MOST_MEMORY = 500_000_000;

/** Milliseconds on the clock after which a file hangs, however busy the machine. */
const PATIENCE = 40_000;

type Opened = Pick<HostileFile, 'name' | 'ends'> & { readonly outcome: Outcome };

describe('files made to do harm, each opened, recognised and judged in a process that may not write', () => {
  const files: Opened[] = [];
  let folder = '';

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'nine-lists-hostile-'));
    const made = new Map<string, Pick<HostileFile, 'name' | 'ends'>>();
    for (const { name, ends, bytes, entriesOnly } of hostileFiles(await makeOwnWorkbook(), 31)) {
      const path = join(folder, `${made.size}${entriesOnly ? '.entries' : ''}.xlsx`);
      writeFileSync(path, bytes);
      made.set(path, { name, ends });
    }
    const paths = [...made.keys()];
    const halves = [0, 1].map((half) => paths.filter((_, at) => at % 2 === half));
    const outcomes = new Map((await Promise.all(halves.map((half) => openFiles(half, PATIENCE)))).flatMap((half) => [...half]));
    for (const [path, file] of made) files.push({ ...file, outcome: outcomes.get(path)! });
    expect(readdirSync(folder)).toHaveLength(paths.length);
  }, 600_000);

  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  it('there are hundreds of them, and each came to an end', () => {
    expect(files.length).toBeGreaterThanOrEqual(300);
    expect(files.filter(({ outcome }) => !('end' in outcome))).toEqual([]);
  });

  it('none takes longer than 5 seconds of computing or more than 500 MB', () => {
    expect(examined().filter(({ computing, memory }) => computing > LONGEST || memory > MOST_MEMORY)).toEqual([]);
  });

  it('each that is not used ends in a sentence that names it and says what to do', () => {
    const sentences = examined().filter(({ end }) => end !== 'opened');
    expect(sentences.filter(({ sentence }) => !/^(文件“泽州县\.xlsx”|当前工作簿).*请.*。$/.test(sentence) || /undefined|NaN|Error/.test(sentence))).toEqual([]);
  });

  it('each with only one right end comes to it', () => {
    const ended = ({ end }: { end: string }): string => (end === 'opened' ? 'read' : end);
    expect(examined().filter((file) => file.ends !== undefined && ended(file) !== file.ends)).toEqual([]);
  });

  it('none changes what objects are', () => {
    expect(examined().filter(({ polluted }) => polluted.length > 0)).toEqual([]);
  });

  function examined() {
    return files.flatMap(({ name, ends, outcome }) => ('end' in outcome ? [{ name, ends, ...outcome }] : []));
  }
});
