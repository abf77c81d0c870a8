import { runBulletin } from './bulletin';
import { runCheck } from './check';
import { runGenerate } from './generate';
import { runRules } from './rules';
import { runCompare } from './compare';
import { runMerge } from './merge';
import { runRepair } from './repair';
import { runSplit } from './split';
import type { Terminal } from './terminal';
import { usage } from './usage';
import { foreseenFailure } from './command-error';

const commands: Readonly<Record<string, (args: readonly string[], terminal: Terminal) => Promise<number>>> = {
  generate: runGenerate,
  check: runCheck,
  repair: runRepair,
  rules: runRules,
  split: runSplit,
  merge: runMerge,
  compare: runCompare,
  bulletin: runBulletin,
};

/**
 * Runs one command line and returns its exit code: 0 done, 1 unexplained errors were found or conflicts were
 * left undecided, 2 it could not be carried out. Results go to out, everything else to err.
 */
export async function runCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const [name, ...rest] = args;
  if (name === undefined || name === '--help' || name === '-h') {
    terminal.out(usage);
    return name === undefined ? 2 : 0;
  }
  const command = commands[name];
  if (command === undefined) {
    terminal.err(`没有“${name}”这个命令。\n\n${usage}`);
    return 2;
  }
  try {
    return await command(rest, terminal);
  } catch (error) {
    terminal.err(`${foreseenFailure(error)}\n`);
    return 2;
  }
}
