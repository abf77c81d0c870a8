import { compileFormula, UNREADABLE, type CompiledFormula } from './compile-formula';
import type { CellReader, Reference } from './operand';
import { FormulaSyntaxError, parseFormula } from './parse-formula';
import { resolveReference, type Place } from './resolve-reference';
import { foldCase, isError } from './scalar';
import { buildScope, type Scope, type ScopeSource } from './scope';

/** A bracket that no table name stands before: [@column]. */
const NAMELESS = /(^|[^\p{L}\p{N}_.\\[\]:,])\[/u;

/** Formulas compiled against the workbook's present tables, names and sheets: one per text, however many cells hold it. */
export class FormulaLibrary {
  private compiled = new Map<string, CompiledFormula>();
  private scope: Scope | null = null;

  constructor(
    private readonly source: ScopeSource & { sheetNames(): readonly string[] },
    private readonly findSheet: (name: string) => CellReader,
  ) {}

  /** To be called when tables, names or sheets changed. */
  forgetAll(): void {
    this.compiled = new Map();
    this.scope = null;
  }

  /**
   * To be called when tables got other areas or columns and nothing else changed. Tells which formulas have to be
   * compiled anew: those that name one of the tables, or the table around them without a name.
   */
  forgetTables(names: readonly string[]): (formula: string) => boolean {
    this.scope = null;
    const folded = names.map(foldCase);
    const known = new Map<string, boolean>();
    const mentions = (formula: string): boolean => {
      let mentioned = known.get(formula);
      if (mentioned === undefined) {
        const text = foldCase(formula);
        mentioned = folded.some((name) => text.includes(name)) || NAMELESS.test(text);
        known.set(formula, mentioned);
      }
      return mentioned;
    };
    for (const formula of this.compiled.keys()) if (mentions(formula)) this.compiled.delete(formula);
    return mentions;
  }

  /** A text that cannot be read compiles to what shows #NAME?. */
  compile(formula: string): CompiledFormula {
    const known = this.compiled.get(formula);
    if (known) return known;
    const tree = this.parse(formula);
    const compiled = tree ? compileFormula(tree, this.getScope()) : UNREADABLE;
    this.compiled.set(formula, compiled);
    return compiled;
  }

  /** Cells that a text names as a formula would; null where it names none. */
  resolveText(text: string, place: Place): Reference | null {
    const tree = this.parse(`=${text}`);
    if (tree?.type !== 'ReferenceIdentifier') return null;
    const found = resolveReference(tree, this.getScope())({ ...place, rowShift: 0, columnShift: 0 });
    return isError(found) ? null : found;
  }

  private parse(formula: string): ReturnType<typeof parseFormula> | null {
    try {
      return parseFormula(formula);
    } catch (error) {
      if (error instanceof FormulaSyntaxError) return null;
      throw error;
    }
  }

  private getScope(): Scope {
    if (!this.scope) {
      const present = new Map(this.source.sheetNames().map((name) => [foldCase(name), name]));
      this.scope = buildScope(this.source, (name) => {
        const known = present.get(foldCase(name));
        return known === undefined ? undefined : this.findSheet(known);
      });
    }
    return this.scope;
  }
}
