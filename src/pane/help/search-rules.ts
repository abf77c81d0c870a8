import type { RuleEntry } from '../../job/rule-book';

/** Rules that hold every word of the query somewhere in their name, code, texts, sheets or clause. */
export function searchRules(rules: readonly RuleEntry[], query: string): readonly RuleEntry[] {
  const words = normalise(query).split(/\s+/).filter(Boolean);
  if (words.length === 0) return rules;
  return rules.filter((rule) => {
    const text = textOf(rule);
    return words.every((word) => text.includes(word));
  });
}

function textOf({ name, code, fails, undecided, todo, blind, lists, source }: RuleEntry): string {
  return normalise([name, code, fails, undecided ?? '', todo, blind, ...lists, source].join('\n'));
}

/** Full-width and half-width, （二） and (二), capitals and small letters are the same to who searches. */
function normalise(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
