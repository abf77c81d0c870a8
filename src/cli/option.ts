import { parseArgs } from 'node:util';
import { z } from 'zod';
import { isDay, toSerial } from '../plan/day';
import type { Plan, Scope } from '../plan/plan';
import { findUnit } from '../plan/unit';
import { CommandError } from './command-error';

/** A day on the command line as Excel serial number. */
export const dayOption = z
  .string()
  .refine(isDay, '应为“年-月-日”，例如 2023-12-25')
  .transform((text) => toSerial(text));

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
    throw new CommandError(
      result.error.issues.map((issue) => `选项 --${issue.path.join('.')}：${issue.message}。`).join('\n'),
    );
  }
  return { options: result.data, files: parsed.positionals };
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
  for (const token of tokens) {
    if (token.kind !== 'option') continue;
    if (!names.includes(token.name)) throw new CommandError(`没有“${token.rawName}”这个选项。`);
    const takesValue = !flags.includes(token.name);
    if (takesValue && token.value === undefined) throw new CommandError(`选项 ${token.rawName} 后面缺少内容。`);
    if (!takesValue && token.value !== undefined) throw new CommandError(`选项 ${token.rawName} 后面不需要内容。`);
  }
  return { values, positionals };
}
