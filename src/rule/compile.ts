import { z } from 'zod';
import type { Column, Value } from '../list/list';
import type { Plan } from '../plan/plan';
import { issueCodes, type IssueCode } from './code';
import type { Severity } from './issue';
import { meansEmpty } from './name';
import { understandDay } from './understand';
import { isBlank, isErrorValue } from './value';

export const severities: readonly Severity[] = ['error', 'warning', 'info'];

/** What a cell fails, as one number: code and severity, so that a failure costs no object. */
export function kindOf(code: IssueCode, severity: Severity): number {
  return issueCodes.indexOf(code) * severities.length + severities.indexOf(severity);
}

/** Told of every wrong cell: what it fails, and its row. */
export type Hit = (kind: number, row: number) => void;

/** Judges the cells from..to (exclusive) of one column. */
export type ColumnLoop = (values: readonly Value[], from: number, to: number, hit: Hit) => void;

const kinds = {
  formulaError: kindOf('cell/formula-error', 'error'),
  type: kindOf('cell/type', 'error'),
  enum: kindOf('cell/enum', 'error'),
  range: kindOf('cell/range', 'error'),
  negative: kindOf('cell/range', 'warning'),
  length: kindOf('cell/length', 'info'),
  phone: kindOf('cell/phone', 'warning'),
  projectCode: kindOf('cell/project-code', 'warning'),
};

/** The part of JSON Schema that z.toJSONSchema makes of the columns' schemas. */
interface CellSchema {
  readonly type?: string;
  readonly enum?: readonly Value[];
  readonly pattern?: string;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
}

const keywords = new Set(['$schema', 'type', 'enum', 'pattern', 'maxLength', 'minimum', 'maximum']);

function numberLoop(schema: CellSchema, column: Column): ColumnLoop {
  const minimum = schema.minimum ?? -Infinity;
  const maximum = schema.maximum ?? Infinity;
  const whole = schema.type === 'integer';
  const warnsBelowZero = column.mayBeNegative === true;
  return (values, from, to, hit) => {
    for (let row = from; row < to; row++) {
      const value = values[row];
      if (typeof value === 'number') {
        if (value < minimum || value > maximum || (whole && value % 1 !== 0)) hit(kinds.range, row);
        else if (warnsBelowZero && value < 0) hit(kinds.negative, row);
      } else if (!isBlank(value)) hit(isErrorValue(value) ? kinds.formulaError : kinds.type, row);
    }
  };
}

/** Dates may carry a time of day. A number such as 20231105 is a date typed without strokes, not one out of range. */
function dayLoop(schema: CellSchema, column: Column, plan: Plan): ColumnLoop {
  const minimum = schema.minimum!;
  const end = schema.maximum! + 1;
  return (values, from, to, hit) => {
    for (let row = from; row < to; row++) {
      const value = values[row];
      if (typeof value === 'number') {
        if (value >= minimum && value < end) continue;
        hit(understandDay(value, column, plan) === null ? kinds.range : kinds.type, row);
      } else if (!isBlank(value)) hit(isErrorValue(value) ? kinds.formulaError : kinds.type, row);
    }
  };
}

function enumLoop(allowed: ReadonlySet<Value | undefined>): ColumnLoop {
  return (values, from, to, hit) => {
    for (let row = from; row < to; row++) {
      const value = values[row];
      if (value === null || allowed.has(value) || isBlank(value)) continue;
      hit(isErrorValue(value) ? kinds.formulaError : kinds.enum, row);
    }
  };
}

const wrongPattern: Partial<Record<Column['type'], number>> = { phone: kinds.phone, projectCode: kinds.projectCode };

function textLoop(schema: CellSchema, column: Column): ColumnLoop {
  const longest = schema.maxLength ?? Infinity;
  const pattern = schema.pattern === undefined ? null : new RegExp(schema.pattern, 'u');
  const optional = !column.requirement;
  const kindOfPattern = wrongPattern[column.type] ?? kinds.type;
  const sharp = '#'.charCodeAt(0);
  const letterE = 'E'.charCodeAt(0);
  return (values, from, to, hit) => {
    for (let row = from; row < to; row++) {
      const value = values[row];
      if (typeof value === 'string') {
        const first = value.charCodeAt(0);
        if ((first === sharp || first === letterE) && isErrorValue(value)) hit(kinds.formulaError, row);
        else if (value.length > longest) hit(kinds.length, row);
        else if (pattern && !pattern.test(value) && !isBlank(value) && !(optional && meansEmpty(value))) hit(kindOfPattern, row);
      } else if (pattern && value !== null && value !== undefined && !pattern.test(String(value))) hit(kindOfPattern, row);
    }
  };
}

function compile(column: Column, plan: Plan): ColumnLoop | null {
  if (column.role !== 'entry') return null;
  const schema = z.toJSONSchema(column.schema) as CellSchema;
  const unknown = Object.keys(schema).find((keyword) => !keywords.has(keyword));
  if (unknown !== undefined) throw new RangeError(`column ${column.key}: its schema's ${unknown} has no compiled form`);
  if (schema.enum) return enumLoop(new Set<Value | undefined>(schema.enum));
  if (column.type === 'date' || column.type === 'month') return dayLoop(schema, column, plan);
  if (schema.type === 'number' || schema.type === 'integer') return numberLoop(schema, column);
  return textLoop(schema, column);
}

const compiled = new WeakMap<Plan, WeakMap<Column, ColumnLoop | null>>();

/**
 * The loop that judges a whole column by its schema, compiled once per plan; null for columns that staff do not
 * fill in. Throws RangeError for a schema that uses what has no compiled form.
 */
export function columnLoopOf(column: Column, plan: Plan): ColumnLoop | null {
  let loops = compiled.get(plan);
  if (!loops) compiled.set(plan, (loops = new WeakMap()));
  let loop = loops.get(column);
  if (loop === undefined) loops.set(column, (loop = compile(column, plan)));
  return loop;
}
