import Ajv from 'ajv';
import { z } from 'zod';
import { choiceLabels, earliestDay, latestDay, phonePattern, projectCodePattern, unitNames } from '../../src/list/column';
import type { Column, ProjectList, Value } from '../../src/list/list';
import { listOf, listsOf } from '../../src/list/registry';
import { Random } from '../../src/list/sample/random';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { columnLoopOf, type Hit } from '../../src/rule/compile';
import type { Contestant } from './measure';

const rowCount = 100_000;
const columnCount = 20;
/** Share of cells that are wrong. */
const badShare = 0.15;

/** The first 20 columns that staff fill in on list 6, the list with the most kinds of cells. */
const columns = (listOf(listsOf(plan), '6') as ProjectList).columns
  .filter((column) => column.role === 'entry')
  .slice(0, columnCount);

/** Checking the cells of 100,000 rows: our compiled columns, a plain typed loop, zod row by row, and ajv. */
export function cellRace(): readonly Contestant[] {
  const random = new Random(1);
  const data = columns.map((column) =>
    Array.from({ length: rowCount }, () => (random.chance(badShare) ? badValue(column, random) : goodValue(column, random))),
  );
  const rows = Array.from({ length: rowCount }, (_, row) =>
    Object.fromEntries(columns.map((column, at) => [column.key, data[at]![row]!])),
  );
  return [
    { name: '手写的逐列循环', run: () => plainLoop(data) },
    { name: '本项目的规则引擎（由列定义编译）', run: () => engineLoop(data) },
    { name: 'ajv', run: ajvRows(rows) },
    { name: 'zod 逐行', run: zodRows(rows) },
  ];
}

/** Wrong cells as they are collected by both loops: kind and row in growing typed arrays. */
class Hits {
  private kinds = new Uint16Array(1024);
  private rows = new Uint32Array(1024);
  count = 0;

  readonly add: Hit = (kind, row) => {
    if (this.count === this.kinds.length) this.grow();
    this.kinds[this.count] = kind;
    this.rows[this.count] = row;
    this.count += 1;
  };

  private grow(): void {
    const [kinds, rows] = [new Uint16Array(this.count * 2), new Uint32Array(this.count * 2)];
    kinds.set(this.kinds);
    rows.set(this.rows);
    [this.kinds, this.rows] = [kinds, rows];
  }
}

function engineLoop(data: readonly (readonly Value[])[]): string {
  const hits = new Hits();
  columns.forEach((column, at) => columnLoopOf(column, plan)!(data[at]!, 0, rowCount, hits.add));
  return said(hits.count);
}

function plainLoop(data: readonly (readonly Value[])[]): string {
  const hits = new Hits();
  columns.forEach((column, at) => plainColumn(column, data[at]!, hits));
  return said(hits.count);
}

/** What a programmer would write by hand for a column. */
function plainColumn(column: Column, values: readonly Value[], hits: Hits): void {
  switch (column.type) {
    case 'money':
      for (let row = 0; row < values.length; row += 1) {
        const value = values[row]!;
        if (value === null) continue;
        if (typeof value !== 'number') hits.add(1, row);
        else if (value < 0) hits.add(2, row);
      }
      return;
    case 'date':
    case 'month':
      for (let row = 0; row < values.length; row += 1) {
        const value = values[row]!;
        if (value === null) continue;
        if (typeof value !== 'number') hits.add(1, row);
        else if (value < earliestDay || value > latestDay || value % 1 !== 0) hits.add(2, row);
      }
      return;
    case 'choice':
    case 'unit': {
      const allowed = new Set<Value>(column.type === 'unit' ? unitNames(plan, column.units) : choiceLabels(plan, column.choices!));
      for (let row = 0; row < values.length; row += 1) {
        const value = values[row]!;
        if (value !== null && !allowed.has(value)) hits.add(3, row);
      }
      return;
    }
    case 'phone':
    case 'projectCode': {
      const pattern = column.type === 'phone' ? phonePattern : projectCodePattern;
      for (let row = 0; row < values.length; row += 1) {
        const value = values[row]!;
        if (value !== null && (typeof value !== 'string' || !pattern.test(value))) hits.add(4, row);
      }
      return;
    }
    default:
      for (let row = 0; row < values.length; row += 1) {
        const value = values[row]!;
        if (typeof value === 'string' && value.length > 500) hits.add(5, row);
      }
  }
}

function zodRows(rows: readonly Record<string, Value>[]): () => string {
  const schema = z.object(Object.fromEntries(columns.map((column) => [column.key, column.schema.nullable()])));
  return () => {
    let count = 0;
    for (const row of rows) count += schema.safeParse(row).error?.issues.length ?? 0;
    return said(count);
  };
}

function ajvRows(rows: readonly Record<string, Value>[]): () => string {
  const shape = z.object(Object.fromEntries(columns.map((column) => [column.key, column.schema.nullable()])));
  const jsonSchema: Record<string, unknown> = { ...z.toJSONSchema(shape) };
  delete jsonSchema['$schema'];
  const validate = new Ajv({ allErrors: true, strict: false }).compile(jsonSchema);
  return () => {
    let count = 0;
    for (const row of rows) {
      // A wrong cell gives one error for its type and one for the null that was allowed instead.
      if (!validate(row)) count += new Set(validate.errors!.map((error) => error.instancePath)).size;
    }
    return said(count);
  };
}

function said(count: number): string {
  return `${count} 处`;
}

function goodValue(column: Column, random: Random): Value {
  switch (column.type) {
    case 'money':
      return random.between(500, 90_000);
    case 'date':
    case 'month':
      return random.between(45_000, 45_600);
    case 'choice':
      return random.pick(choiceLabels(plan, column.choices!));
    case 'unit':
      return random.pick(unitNames(plan, column.units));
    case 'phone':
      return `139${random.between(10_000_000, 99_999_999)}`;
    case 'projectCode':
      return `2311-140525-04-01-${random.between(100_000, 999_999)}`;
    default:
      return `内容${random.between(1, 9_999)}`;
  }
}

function badValue(column: Column, random: Random): Value {
  switch (column.type) {
    case 'money':
      return random.chance(0.5) ? '2000万' : -1;
    case 'date':
    case 'month':
      return random.chance(0.5) ? '2023.11.5' : 1;
    case 'choice':
    case 'unit':
      return '别的';
    case 'phone':
      return '12345';
    case 'projectCode':
      return '2311-14';
    default:
      return '长'.repeat(501);
  }
}
