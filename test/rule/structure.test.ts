import { applyCellFixes } from './apply-fix';
import { entriesOf, issuesOf, judge, lists, plan, rowWith, undecidedOf, type Row } from './fixture';
import { targetColumn } from '../../src/list/target-list';
import { check } from '../../src/rule/engine';

/** List 1 as issued: every county's row with its targets. */
const issuedRows = (change: (row: Record<string, Row[string]>) => Row | null = (row) => row): Row[] =>
  plan.units
    .filter((unit) => unit.kind === 'county')
    .map((unit) =>
      change({
        unit: unit.name,
        ...Object.fromEntries(
          (['fixedAssetInvestment', 'industrialInvestment', 'privateInvestment'] as const).map((key) => [
            targetColumn(key, 'target'),
            plan.measures.find((measure) => measure.key === key)?.units[unit.key] ?? null,
          ]),
        ),
      }),
    )
    .filter((row): row is Row => row !== null);

const target = targetColumn('fixedAssetInvestment', 'target');

describe('list/sheet-missing', () => {
  it('passes when every sheet of the scope is there', () => {
    expect(issuesOf('list/sheet-missing', { rows: {} })).toEqual([]);
    expect(issuesOf('list/sheet-missing', { rows: {}, scope: { kind: 'unit', unit: 'shibenji' } })).toEqual([]);
  });
  it('reports when one is gone, with the fix of laying it out again', () => {
    const workbook = { rows: {}, findings: [{ kind: 'sheetMissing', list: '5' }] } as const;
    expect(issuesOf('list/sheet-missing', workbook)).toMatchObject([
      { severity: 'error', list: '5', rowIndex: null, fix: { kind: 'restoreSheet', list: '5' } },
    ]);
  });
  it('is never undecided; what the sheet held is', () => {
    const workbook = { rows: {}, findings: [{ kind: 'sheetMissing', list: '1' }] } as const;
    expect(undecidedOf('row/part-exceeds-whole', workbook)).toMatchObject([{ list: '1', reason: 'structure' }]);
  });
});

describe('list/header-altered', () => {
  const finding = { kind: 'headerAltered', list: '5', column: 'developer', row: 5, at: 3, seen: '业主单位', certain: true } as const;
  it('passes when no header was found altered', () => expect(issuesOf('list/header-altered', { rows: {} })).toEqual([]));
  it('reports when one was, with a fix where the column is certain', () => {
    expect(issuesOf('list/header-altered', { rows: {}, findings: [finding] })).toMatchObject([
      { severity: 'error', columns: ['developer'], place: { row: 5, column: 3 }, fix: { kind: 'restoreHeader', at: 3 } },
    ]);
    const [uncertain] = issuesOf('list/header-altered', { rows: {}, findings: [{ ...finding, certain: false }] });
    expect(uncertain?.fix).toBeUndefined();
    const [gone] = issuesOf('list/header-altered', { rows: {}, findings: [{ ...finding, at: null, seen: null }] });
    expect(gone?.fix).toBeUndefined();
  });
  it('leaves undecided what needs the column', () => {
    const workbook = { rows: { 5: [rowWith({})] }, findings: [finding], gone: { 5: ['developer'] } };
    expect(undecidedOf('cell/required', workbook)).toMatchObject([{ reason: 'structure', params: { column: 'developer' } }]);
  });
});

describe('list/outside-table', () => {
  const finding = { kind: 'outsideTable', list: '5', row: 40, column: 0, rows: 3, columns: 4, growable: true } as const;
  it('passes when nothing stands outside', () => expect(issuesOf('list/outside-table', { rows: {} })).toEqual([]));
  it('reports entries below or beside the table, with a fix where growing takes them in', () => {
    expect(issuesOf('list/outside-table', { rows: {}, findings: [finding] })).toMatchObject([
      { severity: 'error', place: { row: 40, column: 0 }, fix: { kind: 'growTable', rows: 3 } },
    ]);
    const [beside] = issuesOf('list/outside-table', { rows: {}, findings: [{ ...finding, growable: false }] });
    expect(beside?.fix).toBeUndefined();
  });
  it('is never undecided: a table that is gone is list/sheet-missing', () => {
    const workbook = { rows: {}, findings: [finding, { kind: 'sheetMissing', list: '5' }] } as const;
    expect(issuesOf('list/outside-table', workbook)).toEqual([]);
  });
});

describe('list/target-altered', () => {
  it('passes when every target is the plan’s, and — where it sets none', () => {
    expect(issuesOf('list/target-altered', { rows: { 1: issuedRows() } })).toEqual([]);
    const rows = { 2: [{ unit: '市本级', [targetColumn('reserveCount', 'target')]: '—', [targetColumn('bandLargeCount', 'target')]: 1, [targetColumn('bandMiddleCount', 'target')]: 3, [targetColumn('bandSmallCount', 'target')]: 3 }] };
    expect(issuesOf('list/target-altered', { rows })).toEqual([]);
  });
  it('reports when one was typed over, with the fix of restoring it', () => {
    const rows = { 1: issuedRows((row) => (row['unit'] === '泽州县' ? { ...row, [target]: 4.07 } : row)) };
    expect(issuesOf('list/target-altered', { rows })).toMatchObject([
      { severity: 'error', unit: 'zezhou', rowIndex: 1, columns: [target], fix: { kind: 'restoreTarget', rowIndex: 1, after: 40.7 } },
    ]);
    const text = { 1: issuedRows((row) => (row['unit'] === '泽州县' ? { ...row, [target]: '#REF!' } : row)) };
    expect(issuesOf('list/target-altered', { rows: text })).toHaveLength(1);
  });
  it('reports a 文件全市数 that is not the notice’s', () => {
    const finding = { kind: 'cityFigure', list: '1', column: target, row: 4, at: 1, line: 'notice' } as const;
    expect(issuesOf('list/target-altered', { rows: {}, findings: [{ ...finding, seen: 241.2 }] })).toEqual([]);
    expect(issuesOf('list/target-altered', { rows: {}, findings: [{ ...finding, seen: 240 }] })).toMatchObject([
      { place: { row: 4, column: 1 }, fix: { kind: 'restoreTarget', rowIndex: null, after: 241.2 } },
    ]);
  });
  it('is undecided when the column is gone', () => {
    expect(undecidedOf('list/target-altered', { rows: { 1: issuedRows() }, gone: { 1: [target] } })).toMatchObject([
      { list: '1', reason: 'structure', params: { column: target } },
    ]);
  });
});

describe('list/unit-rows', () => {
  const on1 = (rows: Row[]) => issuesOf('list/unit-rows', { rows: { 1: rows, 2: plan.units.map(({ name }) => ({ unit: name })), 3: issuedRows() } });
  it('passes when every unit has its row', () => expect(on1(issuedRows())).toEqual([]));
  it('asks a unit’s own workbook for that unit’s row only', () => {
    const scope = { kind: 'unit', unit: 'zezhou' } as const;
    const own = [{ unit: '泽州县' }];
    expect(issuesOf('list/unit-rows', { rows: { 1: own, 2: own, 3: own }, scope })).toEqual([]);
  });
  it('reports a row that is missing, twice, or of no unit', () => {
    expect(on1(issuedRows((row) => (row['unit'] === '开发区' ? null : row)))).toMatchObject([{ unit: 'kaifaqu', params: { reason: 'missing' } }]);
    expect(on1([...issuedRows(), { unit: '泽州县' }])).toMatchObject([{ unit: 'zezhou', rowIndex: 7, params: { reason: 'twice', first: 8 } }]);
    expect(on1([...issuedRows(), { unit: '市本级' }])).toMatchObject([{ params: { reason: 'unknown' } }]);
  });
  it('offers the name where one row and one unit are left over, or the name is only written otherwise', () => {
    const renamed = on1(issuedRows((row) => (row['unit'] === '开发区' ? { ...row, unit: '新区' } : row)));
    expect(renamed.filter((issue) => issue.fix)).toMatchObject([{ fix: { before: '新区', after: '开发区' } }]);
    expect(on1(issuedRows((row) => (row['unit'] === '泽州县' ? { ...row, unit: '泽州' } : row)))).toMatchObject([
      { params: { reason: 'renamed' }, fix: { after: '泽州县' } },
    ]);
  });
  it('is mended by its fix', () => {
    const entries = entriesOf({ rows: { 1: issuedRows((row) => (row['unit'] === '开发区' ? { ...row, unit: '新区' } : row)) } });
    const on = (result: ReturnType<typeof check>) => result.issues.filter((issue) => issue.code === 'list/unit-rows' && issue.list === '1');
    const found = on(check(entries, plan, lists));
    expect(found).toHaveLength(2);
    expect(on(check(applyCellFixes(entries, found), plan, lists))).toEqual([]);
  });
  it('is undecided when 责任主体 is gone', () => {
    expect(undecidedOf('list/unit-rows', { rows: { 1: issuedRows() }, gone: { 1: ['unit'] } })).toMatchObject([{ list: '1', reason: 'structure' }]);
  });
});

const named = { identity: '5-a', projectName: '程颢书院文化产业园', unit: '城区' };
const issued = { 5: { '5-a': { name: '程颢书院文化产业园', unit: 'chengqu' } } };

describe('list/unfilled', () => {
  const on5 = (asOf: string, rows: Row[]) =>
    issuesOf('list/unfilled', { rows: { 5: rows }, issued, asOf, scope: { kind: 'unit', unit: 'chengqu' } }).filter((issue) => issue.list === '5');
  it('passes before the list-due day, and when every row is filled in', () => {
    expect(on5('2023-11-29', [named])).toEqual([]);
    expect(on5('2023-11-30', [rowWith({ unit: '城区' })])).toEqual([]);
  });
  it('reports once per unit and list from the due day on, with how many rows', () => {
    expect(on5('2023-11-30', [named, rowWith({ unit: '城区' })])).toMatchObject([
      { severity: 'warning', unit: 'chengqu', row: null, params: { waiting: 1, filled: 1 }, place: { row: 6, column: 1 } },
    ]);
    expect(on5('2023-11-30', [])).toMatchObject([{ unit: 'chengqu', params: { waiting: 0, filled: 0 } }]);
  });
  it('asks no unit for lists 4 and 8, but the city', () => {
    const found = issuesOf('list/unfilled', { rows: {}, asOf: '2023-11-30' });
    expect(found.filter((issue) => issue.list === '4' || issue.list === '8')).toMatchObject([{ unit: null }, { unit: null }]);
    expect(found.filter((issue) => issue.list === '9')).toHaveLength(8);
    expect(found.filter((issue) => issue.list === 'B')).toHaveLength(7);
    expect(found.filter((issue) => issue.list === '2')).toEqual([]);
  });
  it('is undecided, not wrong, until then: the rows are counted as waiting', () => {
    const result = judge({ rows: { 5: [named] }, issued, asOf: '2023-11-29' });
    expect(result.waiting).toContainEqual({ list: '5', unit: 'chengqu', waitingRows: 1, filledRows: 0, expectedRows: 11 });
    expect(result.undecided).toContainEqual({ code: 'cell/required', list: '5', unit: 'chengqu', reason: 'waiting', params: {}, count: 1 });
  });
});

describe('list/row-count', () => {
  const rowsOf = (count: number) => Array.from({ length: count }, (_, index) => rowWith({ identity: `5-${index}`, projectName: `项目${index}`, unit: '陵川县' }));
  const scope = { kind: 'unit', unit: 'yangcheng' } as const;
  const on = (count: number) => ({ rows: { 5: rowsOf(count).map((row) => ({ ...row, unit: '阳城县' })) }, scope });
  it('passes when the unit has the notice’s number of rows or more, 申请调出 and waiting ones among them', () => {
    expect(issuesOf('list/row-count', on(5))).toEqual([]);
    expect(issuesOf('list/row-count', on(7))).toEqual([]);
    const withdrawn = on(5).rows[5].map((row, index) => (index === 0 ? { ...row, startState: '申请调出' } : row));
    expect(issuesOf('list/row-count', { rows: { 5: withdrawn }, scope })).toEqual([]);
  });
  it('reports when it has fewer', () => {
    expect(issuesOf('list/row-count', on(4))).toMatchObject([{ severity: 'warning', unit: 'yangcheng', params: { count: 4, expected: 5 }, source: '二(三)' }]);
  });
  it('is undecided when the unit has entered nothing on the list', () => {
    const found = undecidedOf('list/row-count', { rows: {}, scope });
    expect(found).toHaveLength(3);
    expect(found).toContainEqual(expect.objectContaining({ list: '5', unit: 'yangcheng', reason: 'waiting' }));
  });
});

describe('cross-county/total', () => {
  const column = targetColumn('fixedAssetInvestment', 'm10');
  const finding = (seen: Row[string]) => ({ kind: 'cityFigure', list: '1', column, row: 3, at: 2, line: 'total', seen }) as const;
  const rows = { 1: issuedRows((row) => ({ ...row, [column]: 0.1 })) };
  it('passes when the figure is the sum, to half a unit in the last place', () => {
    expect(issuesOf('cross-county/total', { rows, findings: [finding(0.7)] })).toEqual([]);
    expect(issuesOf('cross-county/total', { rows, findings: [finding(0.70005)] })).toEqual([]);
  });
  it('reports when it is not', () => {
    expect(issuesOf('cross-county/total', { rows, findings: [finding(0.7002)] })).toMatchObject([
      { severity: 'error', params: { seen: 0.7002, expected: 0.7 }, place: { row: 3, column: 2 } },
    ]);
    expect(issuesOf('cross-county/total', { rows, findings: [finding(null)] })).toHaveLength(1);
  });
  it('is undecided when the column is gone', () => {
    expect(undecidedOf('cross-county/total', { rows, findings: [finding(0.7)], gone: { 1: [column] } })).toMatchObject([{ reason: 'structure' }]);
  });
});

describe('cross-county/source-difference', () => {
  it('reports exactly the notice’s three, once each, with the difference', () => {
    expect(issuesOf('cross-county/source-difference', { rows: {} }).map(({ severity, params }) => [severity, params['city'], params['sum']])).toEqual([
      ['info', 352, 352.1],
      ['info', 57, 45],
      ['info', 161, 115.6],
    ]);
  });
  it('passes when the workbook is one unit’s', () => {
    expect(issuesOf('cross-county/source-difference', { rows: {}, scope: { kind: 'unit', unit: 'zezhou' } })).toEqual([]);
  });
  it('is never undecided: it reads the plan alone', () => expect(undecidedOf('cross-county/source-difference', { rows: {} })).toEqual([]));
});
