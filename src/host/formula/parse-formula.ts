import { parse, tokenize, type AstExpression, type Token } from '@borgar/fx';

/** A formula text that cannot be read; Excel would refuse it when typed. */
export class FormulaSyntaxError extends Error {
  override name = 'FormulaSyntaxError';
}

/** Excel allows 64 levels; the parser recurses, so that a hostile text must stop somewhere. */
const DEEPEST = 128;

function checkDepth(tokens: readonly Token[]): void {
  let depth = 0;
  let signs = 0;
  for (const token of tokens) {
    if (token.type === 'whitespace' || token.type === 'newline') continue;
    signs = token.type === 'operator' && token.value !== ')' ? signs + 1 : 0;
    if (token.type === 'operator' && token.value === '(') depth++;
    if (token.type === 'operator' && token.value === ')') depth--;
    if (depth > DEEPEST || signs > DEEPEST) throw new FormulaSyntaxError('nested too deeply');
  }
}

/** 数据!#REF! is what is left of a reference to deleted cells: the sheet before it says nothing more. */
function dropPrefixOfErrors(tokens: readonly Token[]): Token[] {
  return tokens.filter((token, index) => {
    const isContext = token.type === 'context' || token.type === 'context_quote';
    if (isContext) return !(tokens[index + 1]?.value === '!' && tokens[index + 2]?.type === 'error');
    return !(token.value === '!' && token.type === 'operator' && tokens[index + 1]?.type === 'error');
  });
}

/** Syntax tree of a formula that begins with =. Throws FormulaSyntaxError. */
export function parseFormula(formula: string): AstExpression {
  const tokens = dropPrefixOfErrors(tokenize(formula, { withLocation: false }));
  checkDepth(tokens);
  try {
    return parse(tokens);
  } catch (cause) {
    throw new FormulaSyntaxError(`cannot read ${formula}`, { cause });
  }
}

/** True where Excel would accept the text as a formula (unknown functions and names included). */
export function isFormulaReadable(formula: string): boolean {
  try {
    parseFormula(formula);
    return true;
  } catch (error) {
    if (error instanceof FormulaSyntaxError) return false;
    throw error;
  }
}
