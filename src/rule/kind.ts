import { issueCodes, type IssueCode } from './code';
import { severities } from './compile';
import type { Undecided } from './issue';

const failures = issueCodes.length * severities.length;
const reasons = ['missing', 'waiting'] as const;

/** Why a single row can be undecided; what is gone from the structure is told of whole lists. */
export type RowReason = Extract<Undecided['reason'], (typeof reasons)[number]>;

/** Kinds of hits there are: failures by code and severity (compile.ts), then undecided verdicts by code and reason. */
export const kindCount = failures + issueCodes.length * reasons.length;

/** An undecided verdict as one number, beside the failures. */
export function undecidedKindOf(code: IssueCode, reason: RowReason): number {
  return failures + issueCodes.indexOf(code) * reasons.length + reasons.indexOf(reason);
}

export function isFailure(kind: number): boolean {
  return kind < failures;
}

/** Index into issueCodes by kind. */
export const codeOfKind = Uint8Array.from({ length: kindCount }, (_, kind) =>
  Math.trunc(kind < failures ? kind / severities.length : (kind - failures) / reasons.length),
);

export function severityOf(kind: number) {
  return severities[kind % severities.length]!;
}

/** Of an undecided kind. */
export function reasonOf(kind: number): RowReason {
  return reasons[(kind - failures) % reasons.length]!;
}

/** Where undecided kinds begin. */
export const firstUndecided = failures;
