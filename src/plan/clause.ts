import type { Plan } from './plan';

export type Clause = Plan['clauses'][number];

/** The paragraph of exactly this citation, 二(一); null for what is not the notice's own (惯例). */
export function clauseOf(plan: Plan, id: string): Clause | null {
  return plan.clauses.find((clause) => clause.id === id) ?? null;
}

/** 二(三)(四) cites 二(三) and 二(四). */
function expandCitation(citation: string): readonly string[] {
  const parts = /^([一二三四五六七八九十]+)((?:\([一二三四五六七八九十]+\)){2,})(\d*)$/.exec(citation);
  if (!parts) return [citation];
  return [...parts[2]!.matchAll(/\([^)]+\)/g)].map((section) => `${parts[1]}${section[0]}${parts[3]}`);
}

function isWithin(id: string, citation: string): boolean {
  if (id === citation) return true;
  return id.startsWith(citation) && (citation.endsWith(')') ? /^\d/ : /^\(/).test(id.slice(citation.length));
}

/**
 * The paragraphs that a citation covers, in the notice's order: several are told apart by a comma, and a whole
 * part (二, 三(四)) is all its paragraphs. Empty for what is not the notice's own (惯例).
 */
export function clausesOf(plan: Plan, citation: string): readonly Clause[] {
  const cited = citation
    .replace(/（/g, '(')
    .replace(/）/g, ')')
    .split(/[,，、]/)
    .flatMap((part) => expandCitation(part.trim()));
  return plan.clauses.filter((clause) => cited.some((part) => isWithin(clause.id, part)));
}
