import { mkdir } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import { ruleBook } from '../job/rule-book';
import { listsOf } from '../list/registry';
import { catalogue } from '../rule/catalogue';
import { replaceFile, writeNew } from './file';
import { parseOptions } from './option';
import { planOf } from './plan-file';
import { makeRulePage } from './rule-page';
import type { Terminal } from './terminal';

const schema = z.object({
  plan: z.string().optional(),
  out: z.string().optional(),
  replace: z.boolean().default(false),
});

/** `rules`: the catalogue of rules as a page, printed or written to a file of that name. */
export async function runRules(args: readonly string[], terminal: Terminal): Promise<number> {
  const { options } = parseOptions(args, schema, ['replace']);
  const plan = await planOf(options.plan);
  const lists = listsOf(plan);
  const page = makeRulePage(ruleBook(plan, lists, catalogue), plan, lists);
  const { out } = options;
  if (out === undefined) {
    terminal.out(page);
    return 0;
  }
  await mkdir(dirname(out), { recursive: true });
  const bytes = new TextEncoder().encode(page);
  await (options.replace ? replaceFile(out, bytes) : writeNew(out, bytes));
  terminal.out(`${out}\n`);
  return 0;
}
