import fc from 'fast-check';
import type { List, TargetList, Value } from '../../src/list/list';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { toSerial } from '../../src/plan/day';
import type { Plan, Scope } from '../../src/plan/plan';
import { unitsInScope } from '../../src/list/registry';
import { formatAddress } from '../../src/sheet/address';
import { noticeLine, totalLine } from '../../src/total/city-line';
import { computeColumns, formulaPairOf } from '../../src/total/compute';
import type { TotalData } from '../../src/total/data';
import { computeRanks, rankFormula } from '../../src/total/ranking';
import { reconcile } from '../../src/total/reconciliation';
import { computeSummary, hasList, totalFormula } from '../../src/total/summary';
import { PlainBook } from '../host/formula/plain-book';
import { computeBook, type Rows } from './book';

type Parts = NonNullable<Parameters<typeof computeBook>[1]>;

/** Sheet row of the headers; the lines above a target list stand in the first two rows, issued subtotals in the fourth. */
const headerRow = 5;
const sheetOf = (list: List) => `L${list.key}`;

/** The lists laid out on small sheets with every native formula of total; nothing computed is taken over. */
class Sheets {
  readonly book: PlainBook;

  constructor(
    readonly data: TotalData,
    asOf: string,
  ) {
    this.book = new PlainBook(['汇总', ...data.lists.map(sheetOf)]);
    this.book.put({ sheet: '汇总', row: 0, column: 0 }, toSerial(asOf));
    this.book.name('统计截止日', '汇总!A1');
    for (const list of data.lists) this.layList(list);
    for (const list of data.lists) this.layFormulas(list);
  }

  private layList(list: List): void {
    const columns = this.data.columns[list.key]!;
    const count = columns['index']?.length ?? columns['unit']!.length;
    list.columns.forEach(({ key, header, role }, column) => {
      this.book.put({ sheet: sheetOf(list), row: headerRow, column }, header);
      if (role === 'formula' || this.fills(list, key)) return;
      columns[key]!.forEach((value, row) => this.book.putConstant({ sheet: sheetOf(list), row: headerRow + 1 + row, column }, value));
    });
    this.book.table(list.tableName, `${sheetOf(list)}!A${headerRow + 1}`, Math.max(2, count + 1), list.columns.length);
    if (list.kind !== 'target') return;
    for (const [at, value] of Object.values(this.data.cityLevelReserve ?? {}).entries()) this.book.putConstant({ sheet: sheetOf(list), row: 3, column: at }, value);
  }

  private fills(list: List, key: string): boolean {
    return list.kind === 'project' && key === list.unitColumn && this.data.scope.kind === 'unit';
  }

  private layFormulas(list: List): void {
    const { plan: own, lists, scope, cityLevelReserve } = this.data;
    const issued = scope.kind === 'unit' && scope.unit === 'chengqu';
    const context = {
      plan: own,
      lists,
      scope,
      list,
      headerCell: `$A$${headerRow + 1}`,
      cityLevelCell: (measure: string) => (issued ? `$${formatAddress(3, Math.max(0, Object.keys(cityLevelReserve ?? {}).indexOf(measure)) + (cityLevelReserve?.[measure] === undefined ? 40 : 0)).replace(/\d+/, '$4')}` : null),
    };
    list.columns.forEach(({ key }, column) => {
      const pair = formulaPairOf(own, list, key, scope);
      if (pair === undefined) return;
      this.data.columns[list.key]![key]!.forEach((_, row) => this.book.put({ sheet: sheetOf(list), row: headerRow + 1 + row, column }, pair.formula(context)));
    });
  }

  valueAt(list: List, key: string, row: number): Value {
    return this.book.at(`${sheetOf(list)}!${formatAddress(headerRow + 1 + row, list.columns.findIndex((column) => column.key === key))}`);
  }

  /** What a formula comes to, written anywhere. */
  result(formula: string): Value {
    return this.book.result(formula.replace(/^=?/, '='), '汇总!ZZ900');
  }
}

const shown = (value: Value | undefined) => (value === undefined || value === '' ? null : typeof value === 'number' ? Math.round(value * 1e6) / 1e6 : value);

/** Every ƒ cell that does not come to what total computed. */
function disagreements(sheets: Sheets): unknown[] {
  const { data } = sheets;
  return data.lists.flatMap((list) =>
    list.columns.flatMap(({ key }) =>
      formulaPairOf(data.plan, list, key, data.scope) === undefined
        ? []
        : data.columns[list.key]![key]!.flatMap((value, row) => {
            const native = sheets.valueAt(list, key, row);
            return shown(native) === shown(value) ? [] : [[list.key, key, row, native, value]];
          }),
    ),
  );
}

const day = toSerial;
const start = { startKind: '新开工', plannedStart: day('2024-06-01') };
const permits = (...labels: string[]) => Object.fromEntries(plan.permits.map(({ key }, at) => [`${key}.state`, labels[at] ?? '未启动']));
const months = (measure: string, ...values: (number | null)[]) => Object.fromEntries(['m10', 'm11', 'm12'].map((month, at) => [`${measure}.${month}`, values[at] ?? null]));

/** Rows at the edges of every formula: nothing, 0, text, negative, just inside and just outside. */
const rows: Rows = {
  1: [
    { ...months('fixedAssetInvestment', 1.1, 2.2), ...months('industrialInvestment', 0), ...months('privateInvestment', 1, -0.5, 1) },
    { ...months('fixedAssetInvestment', 40.7), ...months('privateInvestment', 3) },
    {},
    { ...months('fixedAssetInvestment', 0.00004) },
    { ...months('fixedAssetInvestment', 7.8) },
  ],
  4: [{ projectName: '甲', unit: '城区', yearDone: 50, yearPlan: 200 }, { projectName: '乙', yearDone: 1, yearPlan: 0 }, {}, { projectName: '丙', yearDone: '很多', yearPlan: 3 }, { yearDone: 1, yearPlan: 3 }],
  5: [
    { projectName: '甲', unit: '泽州县', startState: '已开工', actualStart: day('2023-12-25') },
    { projectName: '乙', unit: '泽州县', startState: '已开工', actualStart: day('2023-12-26') },
    { projectName: '丙', unit: '泽州县', startState: '已开工' },
    { projectName: '丁', unit: '高平市', startState: '未开工', actualStart: day('2023-12-01') },
    { projectName: '戊', unit: '阳城县' },
    { projectName: '己', unit: '市本级', startState: '申请调出' },
  ],
  6: [{ projectName: '甲', unit: '城区', statisticsState: '已入统', statisticsOn: day('2023-12-01') }, { projectName: '乙', unit: '城区', statisticsState: '未报', statisticsOn: day('2023-12-01') }, { projectName: '丙', unit: '陵川县', statisticsState: '已入统' }],
  7: [{ projectName: '甲', unit: '城区', yearDone: 87_655, yearPlan: 100_000 }, { projectName: '乙', yearDone: 120, yearPlan: 100 }, { projectName: '丙' }, {}],
  8: [
    { projectName: '甲', unit: '高平市', problemState: '销号', assignedOn: day('2023-11-01') },
    { projectName: '乙', unit: '高平市', problemState: '交办', assignedOn: day('2023-11-01') },
    { projectName: '丙', unit: '高平市', problemState: '销号' },
    { projectName: '丁', unit: '城区', problemState: '发现' },
  ],
  9: [
    { projectName: '甲', unit: '泽州县', ...permits('已办结', '承诺制', '统一服务', '不涉及', '不涉及', '容缺受理', '办理中'), actualStart: day('2023-12-01') },
    { projectName: '乙', unit: '泽州县', ...permits('不涉及') },
    { projectName: '丙', unit: '市本级', ...permits(...plan.permits.map(() => '不涉及')) },
    permits('已办结'),
  ],
  A: [
    { projectName: '甲', unit: '泽州县', projectType: '产业', isPrivate: '是', isKey: '否', nextYearPlan: 1234, totalInvestment: 500_000, ...start },
    { projectName: '乙', unit: '泽州县', projectType: '其他', isPrivate: '否', isKey: '是', nextYearPlan: 5000.5, totalInvestment: 499_999.99, ...start },
    { projectName: '丙', unit: '泽州县', totalInvestment: 100_000, ...start, plannedStart: day('2023-12-31') },
    { projectName: '丁', unit: '城区', totalInvestment: 50_000, nextYearPlan: 0.4, ...start, plannedStart: day('2024-01-01'), actualStart: day('2023-12-25') },
    { projectName: '戊', unit: '市本级', totalInvestment: 49_999.99, nextYearPlan: 10_000, projectType: '产业', ...start, plannedStart: day('2024-12-31'), actualStart: day('2023-12-26') },
    { projectName: '己', unit: '市本级', totalInvestment: 50_000, ...start, plannedStart: day('2025-01-01') },
    { projectName: '庚', unit: '陵川县', totalInvestment: '十亿', startKind: '续建', nextYearPlan: '许多', actualStart: day('2023-12-01') },
    { projectName: '辛', unit: '高平市', totalInvestment: 60_000, startKind: '续建', plannedStart: day('2024-02-01') },
  ],
  B: [
    { projectName: '甲', unit: '阳城县', signedOn: day('2023-10-01'), agreementKind: '正式合同', signedInvestment: 1.5, isFixedAsset: '是', actualStart: day('2023-12-31'), plannedInvestment: 0.7, arrivedFunds: 0.2 },
    { projectName: '乙', unit: '阳城县', signedOn: day('2023-12-31') + 0.5, agreementKind: '框架协议', signedInvestment: 2, isFixedAsset: '否', actualStart: day('2023-10-01'), plannedInvestment: 9, arrivedFunds: 9 },
    { projectName: '丙', unit: '阳城县', signedOn: day('2023-09-30'), agreementKind: '正式合同', signedInvestment: 4, isFixedAsset: '是', actualStart: day('2024-01-01'), plannedInvestment: 8, arrivedFunds: 0.00004 },
    { projectName: '丁', unit: '泽州县', signedOn: day('2023-12-31') + 0.5, agreementKind: '正式合同', signedInvestment: 16 },
    { projectName: '戊', unit: '高平市', agreementKind: '正式合同' },
  ],
};

const counting: Plan = { ...plan, settings: { ...plan.settings, frameworkAgreementCounts: true, nextQuarterStartsFrom: '9' } };
const unit = (key: string): Scope => ({ kind: 'unit', unit: key });
const books: readonly (readonly [string, Rows, Parts])[] = [
  ['the city, empty', {}, {}],
  ['the city', rows, {}],
  ['the city after the year', rows, { asOf: '2024-03-31' }],
  ['the city before the year', rows, { asOf: '2022-12-31' }],
  ['the city where 框架协议 count and starts are read from list 9', rows, { plan: counting }],
  ['泽州县', rows, { scope: unit('zezhou') }],
  ['城区 without 市本级’s part', rows, { scope: unit('chengqu') }],
  ['城区 with it', rows, { scope: unit('chengqu'), cityLevelReserve: { reserveCount: 7, reserveInvestment: 2.5 } }],
  ['市本级', rows, { scope: unit('shibenji') }],
];

describe.each(books)('%s', (_, given, parts) => {
  const asOf = parts.asOf ?? '2023-12-25';
  const open = () => new Sheets(computeBook(given, parts), asOf);

  it('every ƒ column: the native formula comes to what is computed', () => expect(disagreements(open())).toEqual([]));

  it('汇总: done, target and 全市 of every rate', () => {
    const sheets = open();
    const { data } = sheets;
    const own = plan.units.filter(({ key }) => unitsInScope(plan, data.scope).includes(key));
    for (const { rate, done, target } of computeSummary(data, own)) {
      if (!hasList(data.lists, rate.list)) {
        expect([...done, ...target].filter((value) => value !== '—')).toEqual([]);
        continue;
      }
      for (const [what, pair, values] of [['done', rate.done, done], ['target', rate.target, target]] as const) {
        const { formula } = pair;
        if (formula !== null) own.forEach(({ name }, at) => expect([rate.key, what, name, shown(sheets.result(formula(`"${name}"`, data.lists)))]).toEqual([rate.key, what, name, shown(values[at])]));
        if (data.scope.kind !== 'city') continue;
        values.slice(0, own.length).forEach((value, at) => sheets.book.putConstant({ sheet: '汇总', row: 10 + at, column: 3 }, value));
        expect(shown(sheets.result(totalFormula('汇总!D11:D18', rate.decimals)))).toBe(shown(values[own.length]));
      }
    }
  });

  it('the reconciliation', () => {
    const sheets = open();
    if (sheets.data.scope.kind !== 'city') return;
    for (const { measure, reported, reportedFormula } of reconcile(sheets.data)) expect([measure.key, shown(sheets.result(reportedFormula))]).toEqual([measure.key, shown(reported)]);
  });

  it('the lines 全市合计 and 文件全市数 above the target lists', () => {
    const sheets = open();
    const { data, book } = sheets;
    if (data.scope.kind !== 'city') return;
    for (const list of data.lists.filter((each): each is TargetList => each.kind === 'target')) {
      const place = (row: number) => (key: string) => formatAddress(row, list.columns.findIndex((column) => column.key === key));
      const cells = { total: place(0), notice: place(1) };
      const lines = [totalLine, noticeLine].map((lineOf) => list.columns.map((column) => lineOf(list, column, data, cells)));
      lines.forEach((line, row) => line.forEach(({ formula, value }, column) => book.put({ sheet: sheetOf(list), row, column }, formula ?? value)));
      lines.forEach((line, row) =>
        line.forEach(({ value }, column) => expect([list.columns[column]!.key, row, shown(book.at(`${sheetOf(list)}!${formatAddress(row, column)}`))]).toEqual([list.columns[column]!.key, row, shown(value)])),
      );
    }
  });
});

it('the rankings: a native rank is the computed one, — where there is no rate', () => {
  fc.assert(
    fc.property(fc.array(fc.constantFrom<Value>(0.5, 0.25, 0.123456, 0, 1, '—'), { minLength: 8, maxLength: 8 }), (rates) => {
      const book = new PlainBook(['汇总']);
      rates.forEach((rate, row) => book.putConstant({ sheet: '汇总', row, column: 0 }, rate));
      const ranks = computeRanks({ rates } as unknown as Parameters<typeof computeRanks>[0], plan.units);
      expect(ranks.slice(0, 7)).toEqual(rates.slice(0, 7).map((_, row) => book.result(rankFormula(`A${row + 1}`, 'A1:A7'))));
      expect(ranks[7]).toBe('—');
    }),
    { numRuns: 20 },
  );
});

it('what was typed over a formula stays, and what follows from it follows', () => {
  const data = computeBook({ 7: [{ projectName: '甲', yearDone: 40, yearPlan: 100 }, { projectName: '乙', yearDone: 40, yearPlan: 100 }] }, { asOf: '2023-12-31' });
  const typed = computeColumns(data, (list, key, row) => (list === '7' && key === 'completionRate' && row === 1 ? 0.9 : null));
  expect([typed.columns['7']!['completionRate'], typed.columns['7']!['lagPoints']]).toEqual([[0.4, 0.9], [60, 10]]);
});
