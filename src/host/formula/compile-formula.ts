import type { AstExpression, BinaryExpression, CallExpression } from '@borgar/fx';
import { branchingFunctions } from './branching';
import { broadcast } from './broadcast';
import { parameterKind, type Call, type FunctionDefinition } from './definition';
import { findFunction } from './function-table';
import { applyBinary, applyUnary } from './operator';
import { intersect, isBlock, Matrix, Reference, type Operand } from './operand';
import { resolveReference, type ReferenceResolver } from './resolve-reference';
import { ERROR, findError, isError, type Scalar } from './scalar';
import type { Scope } from './scope';

/** A part of a formula, ready to run for a place. */
export type Runnable = (call: Call) => Operand;

export interface CompiledFormula {
  readonly run: Runnable;
  /** Every range that the result depends on. */
  readonly references: readonly ReferenceResolver[];
  readonly volatile: { readonly clock: boolean; readonly dynamic: boolean };
  readonly visibility: boolean;
  readonly isSubtotal: boolean;
}

/** A1:INDEX(…), and union and intersection, which we leave out (#NULL!). */
const REFERENCE_OPERATORS: ReadonlySet<string> = new Set([':', ' ', ',']);

/**
 * Turns a syntax tree into closures. In array mode ranges are worked on cell by cell (inside SUMPRODUCT, SUM …);
 * outside, a range where one value is expected is the cell beside the formula.
 */
class Compiler {
  readonly references: ReferenceResolver[] = [];
  clock = false;
  dynamic = false;
  visibility = false;

  constructor(private readonly scope: Scope) {}

  compile(node: AstExpression | null, array: boolean, tracked = true): Runnable {
    if (!node) return () => null;
    switch (node.type) {
      case 'Literal': {
        const { value } = node;
        return () => value;
      }
      case 'ErrorLiteral': {
        const error = findError(node.value) ?? ERROR.value;
        return () => error;
      }
      case 'ReferenceIdentifier': {
        const resolve = resolveReference(node, this.scope);
        if (tracked) this.references.push(resolve);
        return resolve;
      }
      case 'UnaryExpression': {
        const operand = this.compile(node.arguments[0]!, array);
        if (node.operator === '@') return (call) => intersect(operand(call), call.row, call.column);
        if (node.operator === '#') return () => ERROR.reference;
        return this.lift([operand], array, ([value]) => applyUnary(node.operator, value!));
      }
      case 'BinaryExpression':
        return REFERENCE_OPERATORS.has(node.operator) ? this.compileSpan(node, array) : this.compileBinary(node, array);
      case 'ArrayExpression': {
        const values = node.elements.flat().map((element): Scalar => {
          if (element.type === 'Literal') return element.value;
          return (element.type === 'ErrorLiteral' && findError(element.value)) || ERROR.value;
        });
        const matrix = new Matrix(node.elements.length, node.elements[0]?.length ?? 0, values);
        return () => matrix;
      }
      case 'CallExpression':
        return this.compileCall(node, array);
      default:
        return () => ERROR.name;
    }
  }

  private lift(operands: readonly Runnable[], array: boolean, apply: (values: Scalar[]) => Scalar): Runnable {
    if (array) return (call) => broadcast(operands.map((operand) => operand(call)), call, apply);
    return (call) => apply(operands.map((operand) => intersect(operand(call), call.row, call.column)));
  }

  /** Operators in a row are run in a loop: 1+1+1… may be as long as a formula. */
  private compileBinary(node: BinaryExpression, array: boolean): Runnable {
    const steps: { operator: string; operand: Runnable }[] = [];
    let first: AstExpression = node;
    while (first.type === 'BinaryExpression' && !REFERENCE_OPERATORS.has(first.operator)) {
      steps.unshift({ operator: first.operator, operand: this.compile(first.arguments[1]!, array) });
      first = first.arguments[0]!;
    }
    const start = this.compile(first, array);
    if (array) {
      return (call) =>
        steps.reduce<Operand>(
          (left, { operator, operand }) => broadcast([left, operand(call)], call, ([a, b]) => applyBinary(operator, a!, b!)),
          start(call),
        );
    }
    return (call) => {
      const { row, column } = call;
      let result = intersect(start(call), row, column);
      for (const { operator, operand } of steps) result = applyBinary(operator, result, intersect(operand(call), row, column));
      return result;
    };
  }

  private compileSpan(node: BinaryExpression, array: boolean): Runnable {
    const [left, right] = node.arguments.map((operand) => this.compile(operand, array));
    if (node.operator !== ':') return () => ERROR.empty;
    this.dynamic = true;
    return (call) => spanReferences(left!(call), right!(call));
  }

  private compileCall(node: CallExpression, array: boolean): Runnable {
    const name = node.callee.name?.toUpperCase().replace(/^_XLFN\.(_XLWS\.)?/, '') ?? '';
    const branching = branchingFunctions[name];
    if (branching) {
      const count = node.arguments.length;
      if (count < branching.min || count > branching.max) return () => ERROR.value;
      const parts = node.arguments.map((argument) => this.compile(argument, array));
      return branching.build(parts, array);
    }
    const definition = findFunction(name);
    if (!definition) return () => ERROR.name;
    const count = node.arguments.length;
    if (count < definition.min || count > definition.max) return () => ERROR.value;
    if (definition.volatile === 'clock') this.clock = true;
    if (definition.volatile === 'dynamic') this.dynamic = true;
    if (definition.visibility) this.visibility = true;
    const kinds = node.arguments.map((_, index) => parameterKind(definition.parameters, index));
    const parts = node.arguments.map((argument, index) =>
      this.compile(argument, array || kinds[index] === 'b', !(definition.untracked && argument?.type === 'ReferenceIdentifier')),
    );
    if (name === 'SUMIF' || name === 'AVERAGEIF') this.trackStretched(node);
    return buildCall(definition, kinds, parts, array);
  }

  /** SUMIF takes as many cells from the corner of its third argument as the first one has: those count as read. */
  private trackStretched(node: CallExpression): void {
    const [criteria, , summed] = node.arguments;
    if (criteria?.type !== 'ReferenceIdentifier' || summed?.type !== 'ReferenceIdentifier') return;
    const first = resolveReference(criteria, this.scope);
    const third = resolveReference(summed, this.scope);
    this.references.push((place) => {
      const shape = first(place);
      const corner = third(place);
      if (isError(shape) || isError(corner)) return ERROR.reference;
      return new Reference(corner.sheet, { ...corner.area, rows: shape.area.rows, columns: shape.area.columns });
    });
  }
}

function spanReferences(a: Operand, b: Operand): Operand {
  if (isError(a)) return a;
  if (isError(b)) return b;
  if (!(a instanceof Reference) || !(b instanceof Reference) || a.sheet !== b.sheet) return ERROR.reference;
  const row = Math.min(a.area.row, b.area.row);
  const column = Math.min(a.area.column, b.area.column);
  const rows = Math.max(a.area.row + a.area.rows, b.area.row + b.area.rows) - row;
  const columns = Math.max(a.area.column + a.area.columns, b.area.column + b.area.columns) - column;
  return new Reference(a.sheet, { row, column, rows, columns });
}

function buildCall(definition: FunctionDefinition, kinds: readonly ('s' | 'b')[], parts: readonly Runnable[], array: boolean): Runnable {
  const single = kinds.flatMap((kind, index) => (kind === 's' ? [index] : []));
  const apply = (values: Operand[], call: Call): Operand => {
    if (!definition.takesErrors) {
      for (const value of values) if (isError(value)) return value;
    }
    return definition.apply(values, call);
  };
  if (!array || single.length === 0) {
    return (call) => {
      const values = parts.map((part) => part(call));
      for (const index of single) values[index] = intersect(values[index]!, call.row, call.column);
      return apply(values, call);
    };
  }
  return (call) => {
    const values = parts.map((part) => part(call));
    if (!single.some((index) => isBlock(values[index]!))) return apply(values, call);
    return broadcast(
      single.map((index) => values[index]!),
      call,
      (picked) => {
        const row = values.slice();
        single.forEach((index, order) => (row[index] = picked[order]!));
        return intersect(apply(row, call), call.row, call.column);
      },
    );
  };
}

/** Compiles a syntax tree within a scope; sheets, tables and names are looked up now. */
export function compileFormula(tree: AstExpression, scope: Scope): CompiledFormula {
  const compiler = new Compiler(scope);
  const run = compiler.compile(tree, false);
  return {
    run,
    references: compiler.references,
    volatile: { clock: compiler.clock, dynamic: compiler.dynamic },
    visibility: compiler.visibility,
    isSubtotal: tree.type === 'CallExpression' && tree.callee.name?.toUpperCase() === 'SUBTOTAL',
  };
}

/** A formula that cannot be read shows the error that such a file would show. */
export const UNREADABLE: CompiledFormula = {
  run: () => ERROR.name,
  references: [],
  volatile: { clock: false, dynamic: false },
  visibility: false,
  isSubtotal: false,
};

