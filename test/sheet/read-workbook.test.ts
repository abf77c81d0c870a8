import fc from 'fast-check';
import type { Value } from '../../src/list/list';
import { emptyRecord } from '../../src/list/record';
import { listsOf } from '../../src/list/registry';
import { schemaVersion } from '../../src/list/schema-version';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { toSerial } from '../../src/plan/day';
import { buildData } from '../../src/sheet/build-data';
import type { BuildInput } from '../../src/sheet/build-input';
import { buildWorkbook } from '../../src/sheet/build-workbook';
import { contentOf } from '../../src/sheet/content-of';
import { gridOf } from '../../src/sheet/grid';
import type { WorkbookModel } from '../../src/sheet/model';
import { readData } from '../../src/sheet/read-data';
import { readWorkbook, type WorkbookReading } from '../../src/sheet/read-workbook';
import { deleteSheet, findSheet, insertColumn, insertRows, renameSheet, withSheet } from '../job/mishap';
import { newWorkbook } from '../job/workbook';

const asOf = toSerial('2023-12-25');
const tab5 = '5 未开工项目';
const tab6 = '6 已开工未入统项目';

function read(model: WorkbookModel): WorkbookReading {
  const content = contentOf(model);
  return readWorkbook(content, readData(content)!, plan, asOf);
}

/** Names of a list's projects, with the total investment beside each. */
const rowsOf = ({ entries }: WorkbookReading, list: string) =>
  (entries.lists[list]!.values['projectName'] ?? []).flatMap((name, row) =>
    name === null ? [] : [[name, entries.lists[list]!.values['totalInvestment']?.[row] ?? null]],
  );
const findingsOf = ({ entries }: WorkbookReading) => entries.findings.filter(({ kind }) => kind !== 'cityFigure');

function editCells(model: WorkbookModel, name: string, change: (row: number, column: number, cell: unknown) => Value | undefined): WorkbookModel {
  return withSheet(model, name, {
    blocks: findSheet(model, name).blocks.map((block) => ({
      ...block,
      content: block.content.map((cells, row) =>
        cells.map((cell, column) => {
          const changed = change(block.row + row, block.column + column, cell);
          return changed === undefined ? cell : changed;
        }),
      ),
    })),
  });
}

let clean: WorkbookModel;
let expected: unknown[][];
beforeAll(async () => {
  clean = (await newWorkbook({ sample: { kind: 'clean', seed: 14 }, asOf })).model();
  expected = rowsOf(read(clean), '5');
});

describe('the hidden sheet', () => {
  it('is read back as it was written, texts that look like numbers or formulas too', () => {
    const text = fc.oneof(fc.string({ minLength: 1 }), fc.constantFrom('=A1', '007', '1e5', '真', '__proto__'));
    const identity = fc.string({ minLength: 1 }).filter((key) => key !== '__proto__' && !/^\d+$/.test(key));
    fc.assert(
      fc.property(
        fc.record({
          scope: fc.oneof(fc.constant({ kind: 'city' } as const), fc.constantFrom(...plan.units).map(({ key }) => ({ kind: 'unit', unit: key }) as const)),
          lastCheck: fc.option(fc.string({ minLength: 1 })),
          issued: fc.dictionary(fc.constantFrom('5', '6', 'A'), fc.dictionary(identity, fc.record({ name: text, unit: text }), { minKeys: 1 })),
          explanations: fc.array(fc.record({ row: fc.string(), code: text, valueHash: text, who: text, why: text })),
          ruleSettings: fc.array(fc.record({ code: text, severity: fc.constantFrom('error', 'warning', 'info', 'off'), who: text, why: text })),
          base: fc.option(fc.record({ batch: text, issuedAt: text, rows: fc.dictionary(fc.constantFrom('5', 'A'), fc.dictionary(identity, fc.dictionary(identity, fc.oneof(text, fc.integer(), fc.boolean(), fc.constant(null))))) })),
          exchanges: fc.array(
            fc.record({
              kind: fc.constantFrom('split', 'merge', 'undo'),
              at: text,
              unit: text,
              batch: text,
              file: fc.string(),
              fingerprint: fc.string(),
              counts: fc.record({ added: fc.nat(), changed: fc.nat(), deleted: fc.nat(), conflicting: fc.nat(), refused: fc.nat() }),
              decisions: fc.array(fc.string()),
            }),
          ),
          cityLevelReserve: fc.option(fc.dictionary(fc.constantFrom('reserveCount', 'reserveInvestment'), fc.double({ min: 0, max: 1e6, noNaN: true }), { minKeys: 1 })),
        }),
        (parts) => {
          const input: BuildInput = { plan, asOf, rows: {}, ...parts };
          const sheet = buildData(input, listsOf(plan), '_数据');
          const data = readData(contentOf({ sheets: [sheet], names: [], activeSheet: '' }))!;
          expect(data).toMatchObject({ planId: plan.id, schemaVersion, scope: parts.scope, lastCheck: parts.lastCheck });
          expect(JSON.stringify(data.issued)).toBe(JSON.stringify(parts.issued));
          expect(data.explanations).toEqual(parts.explanations);
          expect(data.ruleSettings).toEqual(parts.ruleSettings);
          expect(data.base).toEqual(parts.base);
          expect(data.exchanges).toEqual(parts.exchanges);
          expect(data.cityLevelReserve).toEqual(parts.cityLevelReserve === null ? null : Object.fromEntries(Object.entries(parts.cityLevelReserve).map(([key, value]) => [key, value + 0])));
          expect(data.headers['5']!['totalInvestment']).toBe('总投资（万元）');
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is found by its mark, whatever its tab is called; nothing else is taken for it', () => {
    const renamed = contentOf(renameSheet(clean, '_数据', 'Sheet1'));
    expect(readData(renamed)?.sheet).toBe('Sheet1');
    expect(readData(contentOf(deleteSheet(clean, '_数据')))).toBeNull();
  });
});

describe('texts on the hidden sheet that objects know by themselves', () => {
  it.each(['__proto__', 'constructor', 'toString'])('%s is a key like any other, and changes nothing else', (key) => {
    const data = readData(contentOf(editCells(clean, '_数据', (row, column) => (row === 1 && column >= 3 && column < 11 ? key : undefined))))!;
    expect(Object.keys(data.headers)).toContain(key);
    expect(data.headers[key]![key]).toBe(key);
    expect(data.issued[key]![key]).toEqual({ name: key, unit: key });
    expect(data.issued['valueOf']).toBeUndefined();
    expect(({} as Record<string, unknown>)[key]).not.toEqual(expect.objectContaining({ name: key }));
  });
});

describe('what was entered', () => {
  it('is read back from a workbook just built, whatever it is', () => {
    const list = listsOf(plan).find(({ key }) => key === '6')!;
    const keys = list.columns.filter(({ role }) => role === 'entry').map(({ key }) => key);
    const value = fc.oneof(fc.string({ minLength: 1 }), fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Object.is(number, -0)), fc.boolean(), fc.constant(null));
    const rows = fc.array(fc.tuple(...keys.map(() => value)), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(rows, (cells) => {
        const values = Object.fromEntries(keys.map((key, at) => [key, cells.map((row) => row[at]!)]));
        const model = buildWorkbook({
          plan,
          scope: { kind: 'city' },
          asOf,
          rows: { '6': { rowCount: cells.length, values } },
          ...emptyRecord,
          lastCheck: null,
        });
        const { entries, lists } = read(model);
        expect(lists).toHaveLength(11);
        for (const key of keys) expect(entries.lists['6']!.values[key]!.slice(0, cells.length)).toEqual(values[key]);
      }),
      { numRuns: 25 },
    );
  });

  it('is read where rows stand above the header', () => {
    const reading = read(insertRows(clean, tab5, 0, 4));
    expect(rowsOf(reading, '5')).toEqual(expected);
    expect(findingsOf(reading)).toEqual([]);
  });

  it('is read where a program moved the cells and left the table behind', () => {
    const moved = withSheet(insertRows(clean, tab5, 0, 1), tab5, { tables: findSheet(clean, tab5).tables });
    const reading = read(moved);
    expect(rowsOf(reading, '5')).toEqual(expected);
    expect(findingsOf(reading)).toEqual([]);
  });

  it('is read where a program inserted a column and pushed the last one out of the table', () => {
    const wide = withSheet(insertColumn(clean, tab5, 3, '自用', () => '用'), tab5, { tables: findSheet(clean, tab5).tables });
    const reading = read(wide);
    expect(rowsOf(reading, '5')).toEqual(expected);
    expect(reading.entries.lists['5']!.values['identity']).toEqual(read(clean).entries.lists['5']!.values['identity']);
    expect(findingsOf(reading)).toEqual([]);
  });

  it('is read where tabs were renamed and moved', () => {
    const renamed = renameSheet(renameSheet(clean, tab5, '丙'), tab6, tab5);
    const reading = read({ ...renamed, sheets: [...renamed.sheets].reverse() });
    expect(rowsOf(reading, '5')).toEqual(expected);
    expect(reading.sheetNames).toMatchObject({ '5': '丙', '6': tab5 });
    expect(findingsOf(reading)).toEqual([]);
  });

  it('is read in whatever order the columns stand, with columns of the user’s between and after them', () => {
    const { headers } = findSheet(clean, tab5).tables[0]!;
    const wide = insertColumn(insertColumn(clean, tab5, 8, '自用', (row) => row), tab5, headers.length + 1, '末列', () => '末');
    const reading = read(wide);
    expect(rowsOf(reading, '5')).toEqual(expected);
    const { userColumns } = reading.entries.lists['5']!;
    expect(userColumns.map(({ header, at, values }) => [header, at, values[1]])).toEqual([
      ['自用', 8, 1],
      ['末列', headers.length + 1, '末'],
    ]);
    expect(findingsOf(reading)).toEqual([]);
  });

  it('is read where every table was turned into plain cells and tabs were renamed', () => {
    let model: WorkbookModel = { ...clean, sheets: clean.sheets.map((sheet) => ({ ...sheet, tables: [] })) };
    for (const { sheetName, key } of listsOf(plan)) model = renameSheet(model, sheetName, `表${key}`);
    const reading = read(model);
    for (const { key } of listsOf(plan)) {
      expect(reading.entries.lists[key]!.sheetName).toBe(`表${key}`);
      expect(reading.readings[key]!.hasTable).toBe(false);
    }
    expect(rowsOf(reading, '5')).toEqual(expected);
    expect(findingsOf(reading)).toEqual([]);
  });

  it('is never taken from another list that looks alike', () => {
    const plain = { ...clean, sheets: clean.sheets.map((sheet) => ({ ...sheet, tables: [] })) };
    const reading = read(deleteSheet(plain, tab5));
    expect(reading.entries.lists['5']).toBeUndefined();
    expect(reading.entries.lists['6']!.sheetName).toBe(tab6);
    expect(findingsOf(reading)).toEqual([{ kind: 'sheetMissing', list: '5' }]);
    const copied = { ...plain, sheets: [...plain.sheets, { ...findSheet(plain, tab6), name: '6 的副本' }] };
    expect(read(deleteSheet(copied, tab5)).entries.lists['5']).toBeUndefined();
  });
});

describe('what was done to the structure', () => {
  const headerRow = 5;
  const column = () => findSheet(clean, tab5).tables[0]!.headers.indexOf('总投资（万元）');
  const rename = (text: string | null, at = column()) => editCells(clean, tab5, (row, place) => (row === headerRow && place === at ? text : undefined));

  it('a renamed header is certain by its place and content, and its values are kept', () => {
    const reading = read(rename('总投资'));
    expect(findingsOf(reading)).toEqual([
      { kind: 'headerAltered', list: '5', column: 'totalInvestment', row: headerRow, at: column(), seen: '总投资', certain: true },
    ]);
    expect(reading.entries.lists['5']!.values['totalInvestment']).toBeUndefined();
    expect(reading.readings['5']!.rows.values['totalInvestment']!.slice(0, expected.length)).toEqual(expected.map(([, total]) => total));
  });

  it('blanks, line breaks and half-width brackets in a header are no change', () => {
    expect(findingsOf(read(rename('总投资\n (万元)')))).toEqual([]);
  });

  it('a renamed header over other content is not certain, nor are two neighbours renamed', () => {
    const words = editCells(rename('备用'), tab5, (row, place) => (row > headerRow && place === column() ? '文字' : undefined));
    expect(findingsOf(read(words))).toMatchObject([{ column: 'totalInvestment', certain: false }]);
    const both = editCells(rename('甲'), tab5, (row, place) => (row === headerRow && place === column() + 1 ? '乙' : undefined));
    expect(findingsOf(read(both))).toMatchObject([{ certain: false }, { certain: false }]);
    expect(read(both).entries.lists['5']!.userColumns.map(({ header }) => header)).toEqual(['甲', '乙']);
  });

  it('a doubled header is pointed at, the first one counts', () => {
    const doubled = insertColumn(clean, tab5, column() + 1, '总投资（万元）', () => 1);
    expect(findingsOf(read(doubled))).toEqual([
      { kind: 'headerAltered', list: '5', column: 'totalInvestment', row: headerRow, at: column() + 1, seen: '总投资（万元）', certain: false },
    ]);
    expect(rowsOf(read(doubled), '5')).toEqual(expected);
  });

  it('entries below and beside a table are found', () => {
    const { area } = findSheet(clean, tab5).tables[0]!;
    const noted = withSheet(clean, tab5, {
      blocks: [
        ...findSheet(clean, tab5).blocks,
        { row: area.row + area.rows + 1, column: 1, content: [['表外项目']] },
        { row: area.row + 3, column: area.columns + 1, content: [['旁注', 1]] },
      ],
    });
    expect(findingsOf(read(noted))).toEqual([
      { kind: 'outsideTable', list: '5', row: area.row + area.rows, column: 0, rows: 2, columns: area.columns, growable: true },
      { kind: 'outsideTable', list: '5', row: area.row + 3, column: area.columns + 1, rows: 1, columns: 2, growable: false },
    ]);
    expect(read(noted).readings['5']!.rows.values['projectName']!.at(-1)).toBe('表外项目');
  });

  it('说明 that is gone leaves 统计截止日 to the fallback, what is no day too; a day written in another way is that day', () => {
    expect(read(deleteSheet(clean, '说明')).intro).toBeNull();
    const asOfOf = (typed: Value) =>
      read(
        withSheet(clean, '说明', {
          blocks: findSheet(clean, '说明').blocks.map((block) => (block.row === 3 ? { ...block, content: [['统计截止日', typed]] } : block)),
        }),
      ).entries.asOf;
    for (const typed of [20231305, 99_999_999, -1, '不详', '2023-02-30', true]) expect(asOfOf(typed)).toBe(asOf);
    for (const typed of ['2023-12-05', 20231205, '2023年12月5日']) expect(asOfOf(typed)).toBe(toSerial('2023-12-05'));
  });

  it('figures above a target list are read with what their formulas come to', () => {
    const reading = read(clean);
    const lines = reading.entries.findings.filter(({ kind, list }) => kind === 'cityFigure' && list === '1');
    expect(lines).toContainEqual(expect.objectContaining({ column: 'fixedAssetInvestment.target', line: 'notice', hasFormula: false }));
    expect(lines).toContainEqual(expect.objectContaining({ column: 'fixedAssetInvestment.m10', line: 'total', hasFormula: true }));
  });
});

it('a mishap in a test really is one', () => {
  expect(gridOf(findSheet(insertRows(clean, tab5, 0, 4), tab5).blocks).get(9)).toEqual(gridOf(findSheet(clean, tab5).blocks).get(5));
});
