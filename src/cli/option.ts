import { parseArgs } from 'node:util';
import { z } from 'zod';
import { isDay, toSerial } from '../plan/day';
import { earliestDay, latestDay } from '../list/column';
import type { Plan, Scope } from '../plan/plan';
import { findUnit } from '../plan/unit';
import { commandTexts } from '../text/command-line';
import { CommandError } from './command-error';

/** A day on the command line as Excel serial number. */
export const dayOption = z
  .string()
  .refine(isDay, '应为“年-月-日”，例如 2023-12-25')
  .transform((text) => toSerial(text))
  // As the pane takes it: 2203 for 2023 would make everything overdue.
  .refine((day) => day >= earliestDay && day <= latestDay, '应在 2000 年至 2035 年之间，例如 2023-12-25');

/** The name of a workbook to be written: under another ending nobody could open it. */
export const workbookOption = z.string().regex(/\.xlsx$/i, '应以 .xlsx 结尾，例如 --out 结果.xlsx');

/**
 * Parses options and checks them against a schema; throws CommandError with every reason. Flags take no content;
 * repeated options may stand several times and give a list.
 */
export function parseOptions<T extends z.ZodObject>(
  args: readonly string[],
  schema: T,
  flags: readonly string[] = [],
  repeated: readonly string[] = [],
): { readonly options: z.output<T>; readonly files: readonly string[] } {
  const names = Object.keys(schema.shape);
  const parsed = parseOrExplain(args, names, flags, repeated);
  const result = schema.safeParse(parsed.values);
  if (!result.success) {
    throw new CommandError(result.error.issues.map((issue) => describe(parsed.values, issue)).join('\n'));
  }
  return { options: result.data, files: parsed.positionals };
}

function describe(values: Readonly<Record<string, unknown>>, { path, message }: z.core.$ZodIssue): string {
  const seen = values[String(path[0])];
  const option = `--${path.join('.')}`;
  return seen === undefined ? commandTexts.lacking(option, message) : commandTexts.wrong(option, String(seen), message);
}

/** Throws CommandError for a file named where a command reads none. */
export function refuseFiles(files: readonly string[], command: string): void {
  const [first] = files;
  if (first !== undefined) throw new CommandError(commandTexts.noFiles(first, command));
}

/** 全市, or the unit of a name, short name or alias; throws CommandError for any other. */
export function scopeOption(plan: Plan, text: string): Scope {
  if (text === '全市') return { kind: 'city' };
  const unit = findUnit(plan, text);
  if (unit !== null) return { kind: 'unit', unit: unit.key };
  const names = plan.units.map((each) => each.name).join('、');
  throw new CommandError(`选项 --unit 填写为“${text}”，应为 全市、${names} 之一。`);
}

/** Keys of the units named, each option holding one name or several parted by commas; throws CommandError for any other. */
export function unitsOption(plan: Plan, texts: readonly string[]): string[] {
  return texts
    .flatMap((text) => text.split(/[,，、]/))
    .map((text) => text.trim())
    .filter((text) => text !== '')
    .map((text) => unitOption(plan, text));
}

function unitOption(plan: Plan, text: string): string {
  const unit = findUnit(plan, text);
  if (unit !== null) return unit.key;
  const names = plan.units.map((each) => each.name).join('、');
  throw new CommandError(`选项 --unit 填写为“${text}”，应为 ${names} 之一。`);
}

function parseOrExplain(args: readonly string[], names: readonly string[], flags: readonly string[], repeated: readonly string[]) {
  const options = Object.fromEntries(
    names.map((name) => [name, { type: flags.includes(name) ? ('boolean' as const) : ('string' as const), multiple: repeated.includes(name) }]),
  );
  const { values, positionals, tokens } = parseArgs({
    args: [...args],
    options,
    allowPositionals: true,
    strict: false,
    tokens: true,
  });
  const seen = new Set<string>();
  for (const token of tokens) {
    // As it was typed: -out is not -o, and a Chinese keyboard has dashes of its own.
    const typed = (args[token.index] ?? '').split('=')[0] ?? '';
    if (token.kind === 'positional' && /^[—–－―─]+\w/.test(typed)) {
      throw new CommandError(commandTexts.otherDash(typed, typed.replace(/^[—–－―─]+/, '--')));
    }
    if (token.kind !== 'option') continue;
    if (!names.includes(token.name) || !typed.startsWith('--')) throw new CommandError(commandTexts.unknownOption(typed));
    const takesValue = !flags.includes(token.name);
    // The next option is no content; it could still be given as --out=--x.
    const isEmpty = token.value === undefined || token.value === '' || (token.inlineValue === false && token.value.startsWith('--'));
    if (takesValue && isEmpty) throw new CommandError(commandTexts.noContent(token.rawName));
    if (!takesValue && token.value !== undefined) throw new CommandError(commandTexts.needsNoContent(token.rawName));
    if (takesValue && !repeated.includes(token.name) && seen.has(token.name)) throw new CommandError(commandTexts.twice(token.rawName));
    seen.add(token.name);
  }
  return { values, positionals };
}
