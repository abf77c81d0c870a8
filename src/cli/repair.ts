import { z } from 'zod';
import { createMemoryPort } from '../job/memory-port';
import { recogniseWorkbook } from '../job/recognise';
import { repairWorkbook } from '../job/repair';
import { findLosses } from '../job/structure';
import { upgradeWorkbook } from '../job/upgrade';
import { isOlder } from '../list/schema-version';
import { commandTexts } from '../text/command-line';
import { describeUnknownParts } from '../text/file';
import { describeRepaired, lossLines, repairTexts } from '../text/repair';
import { changesSince, productOf } from '../sheet/version/versions';
import { describeUpgraded, tellChange, upgradeTexts } from '../text/version';
import { openFile } from '../xlsx/file-port';
import { aboutFile } from './about-file';
import { CommandError } from './command-error';
import { parseOptions, workbookOption } from './option';
import { planOf } from './plan-file';
import { showProgress, surroundings } from './surroundings';
import type { Terminal } from './terminal';
import { readBytes } from './read-file';
import { refuseTaken, writeNew } from './write-file';

const schema = z.object({
  out: workbookOption.optional(),
  plan: z.string().optional(),
});

/**
 * `repair`: tells what a workbook has lost of how it is laid out, and with --out puts it back in a new file. Exit code 1
 * where something is lost and not put back. A workbook of an earlier version is upgraded.
 */
export async function runRepair(args: readonly string[], terminal: Terminal): Promise<number> {
  const { options, files } = parseOptions(args, schema, []);
  const [file] = files;
  if (file === undefined || files.length > 1) throw new CommandError('请写出一个要修复的工作簿，例如：npx nine-lists repair 清单.xlsx --out 清单（已修复）.xlsx');
  const { out } = options;
  if (out !== undefined) await refuseTaken(out);
  const plan = await planOf(options.plan);
  const bytes = await readBytes(file);
  return aboutFile(file, async () => {
    const port = await openFile(bytes, createMemoryPort);
    const save = async (path: string): Promise<void> => {
      await writeNew(path, await port.save());
      if (port.unknown.length > 0) terminal.err(`${describeUnknownParts(port.unknown, path)}\n`);
    };
    const tellOut = (): number => {
      terminal.err(`${commandTexts.putBack(file)}\n`);
      return 1;
    };
    const known = recogniseWorkbook(await port.read(), [plan], surroundings);
    const { schemaVersion, scope } = known.reading.data;
    if (isOlder({ schemaVersion })) {
      terminal.out(`${[`${upgradeTexts.title}。${upgradeTexts.body(productOf(schemaVersion))}`, ...changesSince(schemaVersion).map(tellChange)].join('\n')}\n`);
      if (out === undefined) return tellOut();
      const { kept, sheets } = await upgradeWorkbook(port, { plan, scope }, surroundings, { onProgress: showProgress });
      await save(out);
      terminal.out(`${describeUpgraded(Object.values(kept).reduce((sum, count) => sum + count, 0), sheets)}\n${out}\n`);
      return 0;
    }
    const losses = (await findLosses(port, known)) ?? [];
    terminal.out(losses.length === 0 ? `${repairTexts.whole}\n` : `${[`${repairTexts.title}：`, ...lossLines(losses)].join('\n')}\n`);
    if (out === undefined) return losses.length === 0 ? 0 : tellOut();
    const { restored, left } = await repairWorkbook(port, [plan], surroundings, { onProgress: showProgress });
    await save(out);
    terminal.out(`${describeRepaired(restored, left)}\n${out}\n`);
    return left.length === 0 ? 0 : 1;
  });
}
