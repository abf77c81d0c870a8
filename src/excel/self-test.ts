import { canDownload } from './save-file';
import { REQUIRED_SET } from './ready';

/** A requirement set of Office.js and whether the program has it. */
export interface RequirementFact {
  readonly name: string;
  readonly version: string;
  readonly isMet: boolean;
}

/** What the program around the pane says of itself; null where it does not say. */
export interface HostFacts {
  readonly hasOffice: boolean;
  readonly host: string | null;
  readonly platform: string | null;
  readonly version: string | null;
  readonly language: string | null;
  /** What the manifest asks for. */
  readonly required: readonly RequirementFact[];
  /** The newest ExcelApi that it has, such as 1.17. */
  readonly excelApi: string | null;
  readonly canDownload: boolean;
  /** Null where the workbook answered; else the error as the program gave it. */
  readonly unanswered: string | null;
}

/** The same as in manifest.xml, which a test holds against this. */
export const requiredSets = [
  { name: 'ExcelApi', version: REQUIRED_SET },
  { name: 'SharedRuntime', version: '1.1' },
] as const;

/** More than there are: sets come one after the other. */
const newestSought = 40;
const answerWithinSeconds = 10;

/** Asks the program what it is and can do, and the workbook for one answer. Never rejects. */
export async function examineHost(): Promise<HostFacts> {
  if (typeof Office === 'undefined' || Office.context === undefined) {
    const required = requiredSets.map((set) => ({ ...set, isMet: false }));
    return { hasOffice: false, host: null, platform: null, version: null, language: null, required, excelApi: null, canDownload: canDownload(), unanswered: null };
  }
  const { diagnostics, displayLanguage } = Office.context;
  return {
    hasOffice: true,
    host: textOf(diagnostics?.host),
    platform: textOf(diagnostics?.platform),
    version: textOf(diagnostics?.version),
    language: textOf(displayLanguage),
    required: requiredSets.map((set) => ({ ...set, isMet: has(set.name, set.version) })),
    excelApi: newestExcelApi(),
    canDownload: canDownload(),
    unanswered: await askWorkbook(),
  };
}

function textOf(value: unknown): string | null {
  return value === undefined || value === null || value === '' ? null : String(value);
}

function has(name: string, version: string): boolean {
  return Office.context.requirements?.isSetSupported(name, version) ?? false;
}

function newestExcelApi(): string | null {
  let newest: string | null = null;
  for (let minor = 1; minor <= newestSought; minor += 1) {
    if (has('ExcelApi', `1.${minor}`)) newest = `1.${minor}`;
  }
  return newest;
}

async function askWorkbook(): Promise<string | null> {
  if (typeof Excel === 'undefined') return 'Excel is undefined';
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(`no answer in ${answerWithinSeconds} s`)), answerWithinSeconds * 1000);
  });
  try {
    const asked = Excel.run(async (context) => {
      const sheets = context.workbook.worksheets.load('items/id');
      await context.sync();
      return sheets.items.length;
    });
    await Promise.race([asked, late]);
    return null;
  } catch (cause) {
    return cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
  } finally {
    clearTimeout(timer);
  }
}
