import { z } from 'zod';
import { defaultAsOf } from '../job/as-of';
import { generateWorkbook } from '../job/generate';
import { createMemoryPort } from '../job/memory-port';
import { formatSerial } from '../plan/day';
import { scopeName } from '../text/workbook';
import { writeWorkbook } from '../xlsx/write-workbook';
import { dayOption, parseOptions, refuseFiles, scopeOption, workbookOption } from './option';
import { planOf } from './plan-file';
import { showProgress, surroundings } from './surroundings';
import type { Terminal } from './terminal';
import { refuseTaken, writeNew } from './write-file';

const schema = z.object({
  unit: z.string().default('全市'),
  plan: z.string().optional(),
  'as-of': dayOption.optional(),
  sample: z.enum(['clean', 'mistakes'], '应为 clean（无错误）或 mistakes（带错误）').optional(),
  seed: z.coerce.number('应为整数').int('应为整数').default(1),
  out: workbookOption.optional(),
});

/** `generate`: writes a new workbook and prints its name. */
export async function runGenerate(args: readonly string[], terminal: Terminal): Promise<number> {
  const { options, files } = parseOptions(args, schema);
  refuseFiles(files, 'generate');
  const plan = await planOf(options.plan);
  const scope = scopeOption(plan, options.unit);
  const asOf = options['as-of'] ?? defaultAsOf(plan, surroundings);
  const path = options.out ?? `${plan.id}_${scopeName(plan, scope)}_${formatSerial(asOf).replaceAll('-', '')}.xlsx`;
  await refuseTaken(path);
  const port = createMemoryPort({ sheets: [], names: [], activeSheet: '' });
  const sample = options.sample === undefined ? {} : { sample: { kind: options.sample, seed: options.seed } };
  await generateWorkbook(port, { plan, scope, asOf, ...sample }, surroundings, { onProgress: showProgress });
  await writeNew(path, await writeWorkbook(port.model()));
  terminal.out(`${path}\n`);
  return 0;
}
