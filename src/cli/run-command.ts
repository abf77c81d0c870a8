import { runBulletin } from './bulletin';
import { runCheck } from './check';
import { runGenerate } from './generate';
import { runRules } from './rules';
import { runCompare } from './compare';
import { runMerge } from './merge';
import { runRepair } from './repair';
import { runSplit } from './split';
import type { Terminal } from './terminal';
import { isCommand, usage, usageOf, type CommandName } from './usage';
import { foreseenFailure } from './command-error';

const commands: { readonly [Name in CommandName]: (args: readonly string[], terminal: Terminal) => Promise<number> } = {
  generate: runGenerate,
  check: runCheck,
  repair: runRepair,
  rules: runRules,
  split: runSplit,
  merge: runMerge,
  compare: runCompare,
  bulletin: runBulletin,
};

const asksHelp = (arg: string): boolean => ['--help', '-h', '-?', '/?'].includes(arg);

/**
 * Runs one command line and returns its exit code: 0 done, 1 unexplained errors were found or conflicts were
 * left undecided, 2 it could not be carried out. Results go to out, everything else to err.
 */
export async function runCommand(args: readonly string[], terminal: Terminal): Promise<number> {
  const [first, ...others] = args;
  if (first === undefined) {
    terminal.err(usage);
    return 2;
  }
  const [name, rest] = first === 'help' ? [others[0] ?? '--help', ['--help']] : [first, others];
  if (asksHelp(name)) {
    terminal.out(usage);
    return 0;
  }
  if (!isCommand(name)) {
    terminal.err(`没有“${name}”这个命令。\n\n${usage}`);
    return 2;
  }
  if (rest.some(asksHelp)) {
    terminal.out(usageOf(name));
    return 0;
  }
  try {
    return await commands[name](rest, terminal);
  } catch (error) {
    terminal.err(`${foreseenFailure(error)}\n`);
    return 2;
  }
}
