import { dirname } from 'node:path';
import { z } from 'zod';
import { ruleBook } from '../job/rule-book';
import { listsOf } from '../list/registry';
import { catalogue } from '../rule/catalogue';
import { parseOptions, refuseFiles } from './option';
import { planOf } from './plan-file';
import { makeRulePage } from './rule-page';
import type { Terminal } from './terminal';
import { makeFolder, replaceFile, writeNew } from './write-file';

const schema = z.object({
  plan: z.string().optional(),
  // Another ending would be a workbook or a plan, which --replace would write over.
  out: z.string().regex(/\.html?$/i, '应以 .html 结尾，例如 --out 规则.html').optional(),
  replace: z.boolean().default(false),
});

/** `rules`: the catalogue of rules as a page, printed or written to a file of that name. */
export async function runRules(args: readonly string[], terminal: Terminal): Promise<number> {
  const { options, files } = parseOptions(args, schema, ['replace']);
  refuseFiles(files, 'rules');
  const plan = await planOf(options.plan);
  const lists = listsOf(plan);
  const page = makeRulePage(ruleBook(plan, lists, catalogue), plan, lists);
  const { out } = options;
  if (out === undefined) {
    terminal.out(page);
    return 0;
  }
  await makeFolder(dirname(out));
  const bytes = new TextEncoder().encode(page);
  await (options.replace ? replaceFile(out, bytes) : writeNew(out, bytes));
  terminal.out(`${out}\n`);
  return 0;
}
