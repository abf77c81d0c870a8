import { readFileSync } from 'node:fs';
import { surroundings } from '../../src/cli/surroundings';
import { judgeReading } from '../../src/job/judge';
import { recogniseWorkbook } from '../../src/job/recognise';
import { WorkbookError } from '../../src/job/workbook-error';
import { builtInPlan } from '../../src/plan/built-in';
import { contentOf } from '../../src/sheet/content-of';
import { describeFileFault } from '../../src/text/file';
import { FileError, type FileFault } from '../../src/xlsx/file-error';
import { readContent } from '../../src/xlsx/read-content';
import { readWorkbook } from '../../src/xlsx/read-workbook';

/** How opening a file ended, and what it took. */
export interface Examination {
  /** opened: read, recognised and judged · read: not a workbook of ours · a kind of fault: refused. */
  readonly end: 'opened' | 'read' | FileFault['kind'];
  readonly sentence: string;
  /** Milliseconds of computing, which other programs on the machine do not add to. */
  readonly computing: number;
  /** Bytes of memory at the most so far, of the whole process. */
  readonly memory: number;
  /** What objects have that they had not at the start. */
  readonly polluted: readonly string[];
}

const inherited = namesOfPrototypes();

/**
 * Opens a file as 回收 does: read, recognised, judged; whole, or only what is entered in it. Throws whatever is no sentence to the user.
 */
export async function examineFile(path: string, entriesOnly: boolean): Promise<Examination> {
  const begin = process.cpuUsage();
  const { end, sentence } = await openFile(path, entriesOnly);
  const used = process.cpuUsage(begin);
  return {
    end,
    sentence,
    computing: (used.user + used.system) / 1_000,
    memory: process.resourceUsage().maxRSS * 1_024,
    polluted: namesOfPrototypes().filter((name) => !inherited.includes(name)),
  };
}

async function openFile(path: string, entriesOnly: boolean): Promise<Pick<Examination, 'end' | 'sentence'>> {
  try {
    const bytes = readFileSync(path);
    const content = entriesOnly ? await readContent(bytes) : contentOf(await readWorkbook(bytes));
    await judgeReading(recogniseWorkbook(content, [builtInPlan], surroundings), surroundings);
    return { end: 'opened', sentence: '' };
  } catch (error) {
    if (error instanceof FileError) return { end: error.fault.kind, sentence: describeFileFault(error.fault, '泽州县.xlsx') };
    if (error instanceof WorkbookError) return { end: 'read', sentence: error.sentence };
    throw error;
  }
}

function namesOfPrototypes(): readonly string[] {
  const prototypes: readonly (readonly [string, object])[] = [['Object', Object.prototype], ['Array', Array.prototype], ['Function', Function.prototype], ['Object itself', Object]];
  return prototypes.flatMap(([owner, prototype]) => Reflect.ownKeys(prototype).map((name) => `${owner}.${String(name)}`));
}
