import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireTool } from './require-tool';

const before = { ...process.env };
let folder: string;

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'nine-lists-tool-'));
  process.env.PATH = folder;
});

afterEach(() => {
  process.env = { ...before };
  rmSync(folder, { recursive: true });
});

test('a browser on PATH is found', () => {
  const path = join(folder, 'chromium');
  writeFileSync(path, '');
  chmodSync(path, 0o755);
  expect(requireTool('chromium')).toBe(path);
});

test('a missing browser is nothing at home and an error in CI', () => {
  delete process.env.CI;
  expect(requireTool('chromium')).toBeUndefined();
  process.env.CI = 'true';
  expect(() => requireTool('chromium')).toThrow('CI 中必须有');
});
