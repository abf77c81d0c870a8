import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

const entry = resolve(__dirname, '../../src/pane/taskpane.tsx');

/** What is imported for its values, at the top of a file: not types, and not what is loaded later by import(). */
const staticImport = /^(?:import|export) (?!type )[^;]*?from '([^']+)';|^import '([^']+)';/gm;

/** Packages that the entry brings along, each with the way that leads to it. */
function reachPackages(file: string, way: readonly string[] = [], seen = new Set<string>()): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  if (seen.has(file)) return found;
  seen.add(file);
  const here = [...way, file.slice(resolve(__dirname, '../../src').length + 1)];
  for (const [, from, bare] of readFileSync(file, 'utf8').matchAll(staticImport)) {
    const target = from ?? bare!;
    const next = target.startsWith('.') ? ['.ts', '.tsx'].map((ending) => join(dirname(file), target + ending)).find(existsSync) : undefined;
    if (next === undefined) {
      if (!target.startsWith('.')) found.set(target, here.join(' → '));
      continue;
    }
    for (const [name, path] of reachPackages(next, here, seen)) found.set(name, path);
  }
  return found;
}

// npm run pack stops where what the pane loads first has grown too large; this says which import did it.
test('what the pane loads first brings neither the plan’s schema nor what reads files along', () => {
  const packages = reachPackages(entry);
  expect([...packages.keys()]).toContain('react');
  expect([...packages].filter(([name]) => /^(?:zod|hucre|fflate|big\.js|numfmt|@fluentui\/react-charts)/.test(name))).toEqual([]);
});
