import { spawnSync } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

export type Tool = 'chromium' | 'soffice' | 'uno' | 'openpyxl' | 'nginx' | 'pdftotext';

/** Where a program is not enough by itself, `proof` are the arguments with which it shows that it is. */
const programs: Record<Tool, { names: string[]; what: string; proof?: string[] }> = {
  chromium: { names: ['chromium', 'chromium-browser', 'google-chrome', 'chrome', 'msedge'], what: '浏览器（chromium）' },
  soffice: { names: ['soffice', 'libreoffice'], what: 'LibreOffice（soffice）' },
  nginx: { names: ['nginx'], what: 'nginx' },
  pdftotext: { names: ['pdftotext'], what: '读 PDF 的程序（poppler-utils）' },
  uno: { names: ['python3'], what: 'LibreOffice 的 Python 接口（python3-uno）', proof: ['-c', 'import uno'] },
  openpyxl: { names: ['python3'], what: 'openpyxl（python3-openpyxl）', proof: ['-c', 'import openpyxl'] },
};

/** The full path of a tool on PATH, undefined where it is missing; in CI a missing tool is an error. */
export function requireTool(tool: Tool): string | undefined {
  const { names, what, proof } = programs[tool];
  const folders = (process.env.PATH ?? '').split(delimiter).filter(Boolean);
  const found = names
    .flatMap((name) => folders.flatMap((folder) => [join(folder, name), join(folder, `${name}.exe`)]))
    .find((path) => isExecutable(path) && (proof === undefined || spawnSync(path, proof).status === 0));
  if (found === undefined && process.env.CI) throw new Error(`CI 中必须有 ${what}，但 PATH 上没有找到。`);
  return found;
}

/**
 * Like `describe`, for tests that need a program beside Node: they get its path. Where it is missing they are
 * reported as skipped and one line says so; in CI they fail. No other test may be left out.
 */
export function describeWith(tool: Tool, name: string, tests: (path: string) => void): void {
  const path = requireTool(tool);
  if (path !== undefined) {
    describe(name, () => tests(path));
    return;
  }
  process.stderr.write(`没有找到${programs[tool].what}，未运行：${name}\n`);
  describe.skip(name, () => tests(''));
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}
