import Big from 'big.js';
import fc from 'fast-check';
import type { Column, Value } from '../../src/list/list';
import { sampleRows } from '../../src/list/sample/sample';
import { fromSerial, toSerial } from '../../src/plan/day';
import { check } from '../../src/rule/engine';
import { fixesOf } from '../../src/rule/fix';
import { applyCellFixes } from './apply-fix';
import { entriesOf, listOf, lists, plan, type Row } from './fixture';

const asOf = '2023-12-25';

/** A few rows of every list of the sample in which nothing is wrong. */
const sample = sampleRows(plan, { kind: 'city' }, toSerial(asOf), { kind: 'clean', seed: 5 });
const cleanRows: Readonly<Record<string, readonly Row[]>> = Object.fromEntries(
  Object.entries(sample).map(([list, columns]) => {
    const apart = Math.max(1, Math.floor(Object.values(columns)[0]!.length / 6));
    const cellsAt = (row: number) => Object.fromEntries(Object.entries(columns).map(([key, values]) => [key, values[row * apart] ?? null]));
    return [list, Array.from({ length: 6 }, (_, row): Row => ({ identity: `${list}-${row}`, ...cellsAt(row) }))];
  }),
);

const wide = (text: string) => text.replace(/[\x21-\x7e]/g, (letter) => String.fromCharCode(letter.charCodeAt(0) + 0xfee0));
const two = (number: number) => String(number).padStart(2, '0');
const grouped = (value: number) => {
  const [whole = '', fraction] = new Big(value).toFixed().split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}${fraction === undefined ? '' : `.${fraction}`}`;
};

/** The ways in which a clerk writes a day, a month, an amount, a choice so that what is meant is certain. */
function spellingsOf(column: Column, value: Value): readonly Value[] {
  if (column.type === 'date' && typeof value === 'number') {
    const { year, month, day } = fromSerial(value);
    const digits = `${year}${two(month)}${two(day)}`;
    return [`${year}.${month}.${day}`, `${year}年${month}月${day}日`, `${year}/${two(month)}/${two(day)}`, digits, Number(digits), wide(digits), `${year}-${month}-${day} 14:30`, ` ${year} 年${month}月${day}号`, `${year % 100}年${month}月${day}日`];
  }
  if (column.type === 'month' && typeof value === 'number') {
    const { year, month } = fromSerial(value);
    return [`${year}年${month}月`, `${year}-${two(month)}`, `${year}.${two(month)}`, Number(`${year}${two(month)}`), `${year}年${month}月份`, `${month}月`];
  }
  if (column.type === 'money' && typeof value === 'number') {
    const amount = new Big(value);
    const inYuan = column.unitOfMeasure === '亿元' ? amount.times(1e8) : amount.times(1e4);
    return [`${grouped(value)} `, wide(amount.toFixed()), `${amount.toFixed()}${column.unitOfMeasure}`, `￥${grouped(value)}`, `${inYuan.div(1e8).toFixed()}亿元`, `${inYuan.div(1e4).toFixed()}万`, `${inYuan.toFixed()}元`];
  }
  if (column.type === 'choice' && typeof value === 'string') {
    const aliases = plan.choices[column.choices!].find(({ label }) => label === value)?.aliases ?? [];
    return [`${value} `, `　${value}`, `${value.slice(0, 1)} ${value.slice(1)}`, `${value}\n`, ...aliases].filter((text) => text !== value);
  }
  if (column.type === 'unit') {
    const unit = plan.units.find(({ name }) => name === value)!;
    return [`${unit.name} `, `${unit.name.slice(0, 1)}　${unit.name.slice(1)}`, ...unit.aliases, ...(unit.shortName ? [unit.shortName] : [])];
  }
  if (column.type === 'phone' && typeof value === 'string') return [wide(value), `${value.slice(0, 3)} ${value.slice(3, 7)} ${value.slice(7)}`, ` ${value}`];
  if (column.type === 'projectCode' && typeof value === 'string') return [wide(value), value.replaceAll('-', '—'), `${value} `, value.replace('-', ' - '), value.replaceAll('-', '_')];
  return [];
}

/** Amounts in the wrong unit, where only one other unit can be meant. */
function wrongUnitsOf(column: Column, value: Value): readonly Value[] {
  if (typeof value !== 'number' || value < 1) return [];
  if (column.key === 'totalInvestment') return [Number(new Big(value).times(10_000)), ...(value < 5_000_000 && value / 10_000 < 500 ? [Number(new Big(value).div(10_000))] : [])];
  return column.key === 'signedInvestment' ? [Number(new Big(value).times(10_000))] : [];
}

interface Slip {
  readonly list: string;
  readonly row: number;
  readonly column: string;
  readonly right: Value;
  readonly wrong: Value;
}

/** Every slip that can be made in the clean rows. */
const slips: readonly Slip[] = Object.entries(cleanRows).flatMap(([list, rows]) =>
  listOf(list).columns.flatMap((column) =>
    column.role !== 'entry'
      ? []
      : rows.flatMap((cells, row) =>
          [...spellingsOf(column, cells[column.key] ?? null), ...wrongUnitsOf(column, cells[column.key] ?? null)].map((wrong): Slip => ({ list, row, column: column.key, right: cells[column.key] ?? null, wrong })),
        ),
  ),
);

const placeOf = ({ list, row, column }: Pick<Slip, 'list' | 'row' | 'column'>): string => `${list}|${row}|${column}`;

function rowsWith(made: readonly Slip[]): Record<string, Row[]> {
  const rows = Object.fromEntries(Object.entries(cleanRows).map(([list, own]) => [list, own.map((cells) => ({ ...cells }))]));
  for (const { list, row, column, wrong } of made) rows[list]![row] = { ...rows[list]![row], [column]: wrong };
  return rows;
}

const cleanEntries = entriesOf({ rows: cleanRows, asOf });

it('starts from rows on which nothing is to be mended', () => {
  const cleanResult = check(cleanEntries, plan, lists);
  expect(fixesOf(cleanResult).filter(({ code }) => code !== 'list/target-altered')).toEqual([]);
  expect(cleanResult.issues.filter(({ code }) => code.startsWith('cell/'))).toEqual([]);
  expect(new Set(slips.map(({ list }) => list)).size).toBe(9);
});

describe('a slip whose right value is certain', () => {
  it('of any kind, in any column, is listed with the fix that puts the right value back', () => {
    // Each alone, the quickest way to see which is not: all slips of one place in turn, many places at once.
    const turns = new Map<string, Slip[]>();
    for (const slip of slips) turns.set(placeOf(slip), [...(turns.get(placeOf(slip)) ?? []), slip]);
    const most = Math.max(...[...turns.values()].map(({ length }) => length));
    for (let turn = 0; turn < most; turn++) {
      const made = [...turns.values()].flatMap((each) => each[turn] ?? []);
      const { issues } = check(entriesOf({ rows: rowsWith(made), asOf }), plan, lists, { listLimit: 10_000 });
      const offered = new Map(issues.flatMap(({ fix }) => (fix?.kind === 'cell' ? [[placeOf({ ...fix, row: fix.rowIndex }), fix.after] as const] : [])));
      expect(made.filter((slip) => offered.get(placeOf(slip)) !== slip.right).map((slip) => [placeOf(slip), slip.wrong, slip.right, offered.get(placeOf(slip))])).toEqual([]);
    }
  });

  it('is mended together with any others: the workbook is then as it was, and so is what a check says', () => {
    const cleanResult = check(cleanEntries, plan, lists);
    fc.assert(
      fc.property(fc.uniqueArray(fc.constantFrom(...slips), { selector: placeOf, minLength: 1, maxLength: 25 }), (made) => {
        const entries = entriesOf({ rows: rowsWith(made), asOf });
        const fixes = fixesOf(check(entries, plan, lists)).filter(({ fix }) => fix.kind === 'cell');
        expect(fixes.map(({ fix }) => (fix.kind === 'cell' ? placeOf({ ...fix, row: fix.rowIndex }) : '')).sort()).toEqual(made.map(placeOf).sort());
        const mended = applyCellFixes(entries, fixes);
        expect(mended.lists).toEqual(cleanEntries.lists);
        expect(check(mended, plan, lists).issues).toEqual(cleanResult.issues);
      }),
      { numRuns: 15 },
    );
  });
});

describe('whatever is typed', () => {
  const anything = fc.oneof(
    fc.constantFrom<Value>('2000万', '1,234.5 ', '2023.11.5', '20231105', '沁水', '产业类', '—', '１２', '无', '', null, '坏', '#REF!', 0.4, -3, true, '二千', '1.2亿', 45_300, 20_231_105, '是 ', '13912345678，13812345678'),
    fc.double({ noNaN: true, min: -10, max: 1e9 }),
    fc.string({ maxLength: 6 }),
  );
  const places = Object.entries(cleanRows).flatMap(([list, rows]) =>
    listOf(list).columns.flatMap((column) => (column.role === 'entry' ? rows.map((_, row) => ({ list, row, column: column.key })) : [])),
  );
  it('mending all that can be mended leaves none of it, changes only cells that were listed, and brings nothing new on cells', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.record({ at: fc.constantFrom(...places), wrong: anything }), { selector: ({ at }) => placeOf(at), maxLength: 30 }), (made) => {
        const entries = entriesOf({ rows: rowsWith(made.map(({ at, wrong }) => ({ ...at, right: null, wrong }))), asOf });
        const before = check(entries, plan, lists);
        const fixes = fixesOf(before).filter(({ fix }) => fix.kind === 'cell');
        // A user sees the cell of each fix: it is the one that the issue names.
        for (const { fix, list, rowIndex, columns } of fixes) expect(fix).toMatchObject({ list, rowIndex, column: columns[0] });
        const after = check(applyCellFixes(entries, fixes), plan, lists);
        const left = new Set(after.issues.map(({ id }) => id));
        expect(fixes.filter(({ id }) => left.has(id))).toEqual([]);
        const known = new Set(before.issues.map(({ id }) => id));
        const brought = after.issues.filter(({ id, code }) => !known.has(id) && code.startsWith('cell/'));
        expect(brought.filter(({ code }) => code !== 'cell/required')).toEqual([]);
      }),
      { numRuns: 20 },
    );
  });
});
