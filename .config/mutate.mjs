/**
 * `npm run mutate` mutates one group of files after the other and judges each mutant by the group's own tests
 * (mutation-groups.mjs); `npm run mutate -- GROUP… [--force]` some of them. What was measured before is kept under
 * reports/mutation and used again where neither the code nor the test that found a mutant out has changed; --force
 * measures all of it again. Ends with 1 where a group, or all together, are below the least score.
 */
import { spawnSync } from 'node:child_process';
import { createRequire } from 'node:module';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { argv, env, execPath, exit, stdout } from 'node:process';
import { leastScore, mutationGroups, sourceFilesOf } from './mutation-groups.mjs';

const strykerFolder = dirname(createRequire(import.meta.url).resolve('@stryker-mutator/core/package.json'));
const asked = argv.slice(2).filter((each) => !each.startsWith('--'));
const options = argv.slice(2).filter((each) => each.startsWith('--'));
const names = Object.keys(mutationGroups);
asked.forEach(sourceFilesOf);

for (const name of asked.length > 0 ? asked : names) {
  stdout.write(`\n${name}\n`);
  const run = spawnSync(execPath, [join(strykerFolder, 'bin/stryker.js'), 'run', '.config/stryker.config.mjs', ...options], {
    env: { ...env, MUTATION_GROUP: name },
    stdio: 'inherit',
  });
  if (run.status !== 0) exit(run.status ?? 1);
}

const columns = ['Killed', 'Timeout', 'Survived', 'NoCoverage'];

/** Mutants of a group by what became of them; null where it was never measured. */
function countsOf(name) {
  const file = `reports/mutation/${name}.json`;
  if (!existsSync(file)) return null;
  const mutants = Object.values(JSON.parse(readFileSync(file, 'utf8')).files).flatMap((each) => each.mutants);
  return columns.map((status) => mutants.filter((each) => each.status === status).length);
}

const sum = (numbers) => numbers.reduce((all, each) => all + each, 0);
const scoreOf = (counts) => (100 * (counts[0] + counts[1])) / sum(counts);
const line = (cells) => cells.map((cell, at) => (at === 0 ? String(cell).padEnd(10) : String(cell).padStart(11))).join('');
const lineOf = (name, counts) => line([name, sum(counts), ...counts, scoreOf(counts).toFixed(2)]);

const measured = names.flatMap((name) => {
  const counts = countsOf(name);
  return counts ? [[name, counts]] : [];
});
const total = columns.map((_, at) => sum(measured.map(([, counts]) => counts[at])));
const missing = names.filter((name) => !measured.some(([known]) => known === name));
const table = [
  line(['group', 'mutants', 'killed', 'timeout', 'survived', 'no cover', 'score %']),
  ...measured.map(([name, counts]) => lineOf(name, counts)),
  lineOf('all', total),
  ...missing.map((name) => `${name} was never measured`),
].join('\n');
writeFileSync('reports/mutation/table.txt', `${table}\n`);
stdout.write(`\n${table}\n`);
const below = [...measured, ['all', total]].filter(([, counts]) => scoreOf(counts) < leastScore);
if (below.length > 0) {
  stdout.write(`\nbelow ${leastScore} %: ${below.map(([name]) => name).join(', ')}\n`);
  exit(1);
}
