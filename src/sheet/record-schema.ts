import { z } from 'zod';

/** Anything that a cell may hold. */
export const value = z.union([z.string(), z.number(), z.boolean(), z.null()]);

export const issueBaseSchema = z.object({
  batch: z.string(),
  issuedAt: z.string(),
  rows: z.record(z.string(), z.record(z.string(), z.record(z.string(), value))),
});

const count = z.number().int().nonnegative();

export const exchangeSchema = z.object({
  kind: z.enum(['split', 'merge', 'undo']),
  at: z.string(),
  unit: z.string(),
  batch: z.string(),
  file: z.string(),
  fingerprint: z.string(),
  counts: z.object({ added: count, changed: count, deleted: count, conflicting: count, refused: count }),
  decisions: z.array(z.string()),
});

export const ruleSettingSchema = z.object({
  code: z.string(),
  severity: z.enum(['error', 'warning', 'info', 'off']),
  who: z.string(),
  why: z.string(),
});

/** What a workbook keeps beyond its rows (list/record.ts), as it comes from outside. */
export const recordShape = {
  issued: z.record(z.string(), z.record(z.string(), z.object({ name: z.string(), unit: z.string() }))),
  explanations: z.array(z.object({ row: z.string(), code: z.string(), valueHash: z.string(), who: z.string(), why: z.string() })),
  // Backups of the first version know none of these.
  ruleSettings: z.array(ruleSettingSchema).default([]),
  cityLevelReserve: z.union([z.record(z.string(), z.number()), z.null()]),
  base: z.union([issueBaseSchema, z.null()]).default(null),
  exchanges: z.array(exchangeSchema).default([]),
};
