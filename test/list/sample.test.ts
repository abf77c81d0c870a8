import Big from 'big.js';
import fc from 'fast-check';
import notice from '../../src/plan/jincheng-2023-31.json';
import { sampleRows } from '../../src/list/sample/sample';
import { listsOf } from '../../src/list/registry';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { labelOf } from '../../src/plan/choice';
import { toSerial } from '../../src/plan/day';
import { loadPlan } from '../../src/plan/load-plan';
import type { MeasureKey, Plan, PlanInput } from '../../src/plan/plan';

const asOf = toSerial('2023-12-25');
const city = { kind: 'city' } as const;
const label = (choice: Parameters<typeof labelOf>[1], key: string) => labelOf(plan, choice, key);

type Row = Record<string, unknown>;

function rowsOf(columns: Record<string, readonly unknown[]>): Row[] {
  const count = Object.values(columns)[0]!.length;
  return Array.from({ length: count }, (_, at) => Object.fromEntries(Object.entries(columns).map(([key, cells]) => [key, cells[at]])));
}

const sum = (rows: readonly Row[], key: string) => Number(rows.reduce((total, row) => total.plus(Number(row[key] ?? 0)), new Big(0)));

/** The figures of the notice counted anew from the rows, without any code of ours. */
function recount(sample: ReturnType<typeof sampleRows>): Record<MeasureKey, (units: readonly string[]) => number> {
  const ledgerA = rowsOf(sample['A']!);
  const ledgerB = rowsOf(sample['B']!);
  const yes = label('yesNo', 'yes');
  const inQuarter = (day: unknown) => Number(day) >= toSerial('2023-10-01') && Number(day) <= toSerial('2023-12-31');
  const of = (rows: readonly Row[], units: readonly string[]) => rows.filter((row) => units.includes(String(row['unit'])));
  const a = (test: (row: Row) => boolean) => (units: readonly string[]) => of(ledgerA, units).filter(test);
  const money = (rows: (units: readonly string[]) => Row[]) => (units: readonly string[]) => Number(new Big(sum(rows(units), 'nextYearPlan')).div(10_000));
  const count = (rows: (units: readonly string[]) => Row[]) => (units: readonly string[]) => rows(units).length;
  const [all, industrial, isPrivate, key] = [
    a(() => true),
    a((row) => row['projectType'] === '产业'),
    a((row) => row['isPrivate'] === yes),
    a((row) => row['isKey'] === yes),
  ];
  const bandOf = (low: number, high: number) =>
    count(a((row) => row['startKind'] === '新开工' && Number(row['plannedStart']) >= toSerial('2024-01-01') && Number(row['plannedStart']) < toSerial('2025-01-01') && Number(row['totalInvestment']) >= low * 10_000 && Number(row['totalInvestment']) < high * 10_000));
  const rows = (list: string) => (units: readonly string[]) => of(rowsOf(sample[list]!), units).length;
  const b = (test: (row: Row) => boolean, column: string) => (units: readonly string[]) => sum(of(ledgerB, units).filter(test), column);
  const never = () => Number.NaN;
  return {
    fixedAssetInvestment: never,
    industrialInvestment: never,
    privateInvestment: never,
    reserveCount: count(all!),
    reserveInvestment: money(all!),
    reserveIndustrialCount: count(industrial!),
    reserveIndustrialInvestment: money(industrial!),
    reservePrivateCount: count(isPrivate!),
    reservePrivateInvestment: money(isPrivate!),
    reserveKeyCount: count(key!),
    reserveKeyInvestment: money(key!),
    bandLargeCount: bandOf(50, Number.MAX_SAFE_INTEGER),
    bandMiddleCount: bandOf(10, 50),
    bandSmallCount: bandOf(5, 10),
    signedInvestment: b((row) => row['agreementKind'] === '正式合同' && inQuarter(row['signedOn']), 'signedInvestment'),
    newStartInvestment: b((row) => row['isFixedAsset'] === yes && inQuarter(row['actualStart']), 'plannedInvestment'),
    arrivedFunds: b((row) => row['isFixedAsset'] === yes, 'arrivedFunds'),
    startCount: rows('5'),
    statisticsCount: rows('6'),
    behindCount: rows('7'),
  };
}

function expectAccepted(of: Plan, sample: ReturnType<typeof sampleRows>): void {
  for (const list of listsOf(of)) {
    for (const [key, cells] of Object.entries(sample[list.key] ?? {})) {
      const column = list.columns.find((candidate) => candidate.key === key)!;
      expect(column.role).toBe('entry');
      expect(cells.filter((cell) => cell !== null && !column.schema.safeParse(cell).success)).toEqual([]);
    }
  }
}

describe('the clean sample', () => {
  it.each([1, 2, 77])('meets every figure of the notice, unit by unit (seed %i)', (seed) => {
    const counted = recount(sampleRows(plan, city, asOf, { kind: 'clean', seed }));
    for (const { key, units } of plan.measures) {
      if (Number.isNaN(counted[key]([]))) continue;
      const isReserve = key.startsWith('reserve');
      for (const [unit, figure] of Object.entries(units)) {
        const { name } = plan.units.find((candidate) => candidate.key === unit)!;
        // 城区 “含市本级”.
        const names = isReserve && unit === 'chengqu' ? [name, '市本级'] : [name];
        expect([key, unit, counted[key](names)]).toEqual([key, unit, figure]);
      }
    }
  });

  it('has 1,547 rows in ledger A, and the problems that earlier rounds handed over', () => {
    const sample = sampleRows(plan, city, asOf, { kind: 'clean', seed: 1 });
    expect(sample['A']!['projectName']).toHaveLength(1547);
    for (const { source, problems, projects } of plan.problemCounts) {
      const rows = rowsOf(sample['8']!).filter((row) => row['problemSource'] === label('problemSource', source));
      expect(rows).toHaveLength(problems);
      expect(new Set(rows.map((row) => row['projectName'])).size).toBe(projects);
    }
  });

  it('says of every row that it is made up, but for the names that the notice itself gives', () => {
    const sample = sampleRows(plan, city, asOf, { kind: 'clean', seed: 1 });
    const named = new Set(plan.namedProjects.map(({ name }) => name));
    for (const key of ['4', '5', '6', '7', '8', '9', 'A', 'B']) {
      for (const row of rowsOf(sample[key]!)) {
        expect(row['remark']).toBe('示例数据');
        expect(named.has(String(row['projectName'])) || String(row['projectName']).startsWith('示例')).toBe(true);
      }
    }
  });

  it('fills typed columns only, each with what its column accepts', () => {
    expectAccepted(plan, sampleRows(plan, city, asOf, { kind: 'clean', seed: 5 }));
  });

  it('is the same for the same seed, and another for another', () => {
    const make = (seed: number) => sampleRows(plan, city, asOf, { kind: 'clean', seed });
    expect(make(3)).toEqual(make(3));
    expect(make(3)).not.toEqual(make(4));
  });

  it("gives a unit its own part of the city's", () => {
    const whole = rowsOf(sampleRows(plan, city, asOf, { kind: 'clean', seed: 9 })['A']!);
    const part = rowsOf(sampleRows(plan, { kind: 'unit', unit: 'gaoping' }, asOf, { kind: 'clean', seed: 9 })['A']!);
    expect(part.map((row) => row['projectCode'])).toEqual(whole.filter((row) => row['unit'] === '高平市').map((row) => row['projectCode']));
  });

  it('can be made for every day of the campaign and every unit', () => {
    for (const day of ['2023-11-01', '2023-11-30', '2023-12-31', '2024-02-29']) {
      for (const unit of plan.units) {
        const sample = sampleRows(plan, { kind: 'unit', unit: unit.key }, toSerial(day), { kind: 'mistakes', seed: 13 });
        expect(sample['A']!['projectName']!.length).toBeGreaterThan(0);
      }
    }
  });
});

describe('the sample with mistakes', () => {
  it('differs from the clean one in a few cells of each list', () => {
    const [clean, mistakes] = (['clean', 'mistakes'] as const).map((kind) => sampleRows(plan, city, asOf, { kind, seed: 2 }));
    for (const key of ['1', '5', '6', '7', '8', '9', 'A', 'B']) {
      const differing = Object.entries(clean![key]!).flatMap(([column, cells]) => cells.filter((cell, row) => cell !== mistakes![key]![column]![row]));
      expect(differing.length).toBeGreaterThan(0);
      expect(differing.length).toBeLessThan(6);
    }
  });
});

/** The notice with other figures, by measure and unit; its figures for the city are left out. */
function planWith(figures: Partial<Record<MeasureKey, Readonly<Record<string, number>>>>, change: (draft: PlanInput) => void = () => undefined): Plan {
  const draft = structuredClone(notice) as unknown as PlanInput;
  draft.knownDifferences.length = 0;
  for (const measure of draft.measures) {
    measure.city = null;
    Object.assign(measure.units, figures[measure.key]);
  }
  change(draft);
  return loadPlan(draft, '下一年的方案.json');
}

describe('the clean sample of another plan', () => {
  const bands = ['bandLargeCount', 'bandMiddleCount', 'bandSmallCount'] as const;
  const reserve = ['reserveCount', 'reserveInvestment', 'reserveIndustrialCount', 'reserveIndustrialInvestment', 'reservePrivateCount', 'reservePrivateInvestment', 'reserveKeyCount', 'reserveKeyInvestment'] as const;
  const target = (of: Plan, key: MeasureKey, unit: string) => of.measures.find((measure) => measure.key === key)!.units[unit] ?? 0;

  /** 三(一)3 names the bands' numbers; 二(二) says 不少于, 不低于. */
  function expectMet(of: Plan, sample: ReturnType<typeof sampleRows>): void {
    const counted = recount(sample);
    for (const { key, name } of of.units) {
      for (const band of bands) expect([name, band, counted[band]([name])]).toEqual([name, band, target(of, band, key)]);
      const names = key === 'chengqu' ? [name, '市本级'] : [name];
      for (const figure of reserve) expect(counted[figure](names)).toBeGreaterThanOrEqual(target(of, figure, key));
    }
    // An error on list 1: 产业项目投资 and 民间投资 are parts of 固定资产投资.
    const done = (row: Row, metric: string) => Number(row[`${metric}.m10`]);
    for (const row of rowsOf(sample['1']!)) expect(Math.max(done(row, 'industrialInvestment'), done(row, 'privateInvestment'))).toBeLessThanOrEqual(done(row, 'fixedAssetInvestment'));
    for (const figure of ['signedInvestment', 'newStartInvestment', 'arrivedFunds'] as const) {
      for (const { key, name } of of.units) expect(counted[figure]([name])).toBeGreaterThanOrEqual(target(of, figure, key));
    }
  }

  it('has as many projects as the bands need where 二(二) asks for fewer: 不少于 is no upper bound', () => {
    const few = planWith({ reserveCount: { qinshui: 3 }, reserveIndustrialCount: { qinshui: 2 }, reservePrivateCount: { qinshui: 2 }, reserveKeyCount: { qinshui: 1 } });
    const sample = sampleRows(few, city, asOf, { kind: 'clean', seed: 1 });
    expectMet(few, sample);
    // One of 50亿元以上, three of 10-50亿元 and four of 5-10亿元 are eight.
    expect(rowsOf(sample['A']!).filter((row) => row['unit'] === '沁水县').length).toBeGreaterThanOrEqual(8);
  });

  it('gives 市本级 as many of 城区’s projects as its own bands need, and no more than the figure', () => {
    const few = planWith({ reserveCount: { chengqu: 16 }, reserveIndustrialCount: { chengqu: 6 }, reservePrivateCount: { chengqu: 8 }, reserveInvestment: { chengqu: 60 }, reserveIndustrialInvestment: { chengqu: 20 }, reservePrivateInvestment: { chengqu: 30 } });
    for (const seed of [1, 2, 3, 4, 5]) {
      const sample = sampleRows(few, city, asOf, { kind: 'clean', seed });
      expectMet(few, sample);
      expect(recount(sample).reserveCount(['城区', '市本级'])).toBe(16);
    }
  });

  it('is made where a plan sets next to nothing: no projects of earlier lists, no money, no items but those that totals need', () => {
    const bare = planWith(
      Object.fromEntries(plan.measures.map(({ key, units }) => [key, Object.fromEntries(Object.keys(units).map((unit) => [unit, 0]))])),
      (draft) => {
        draft.namedProjects.length = 0;
        draft.choices.projectType.splice(1);
        draft.choices.investor.splice(0, 3);
        draft.choices.statisticsReason = draft.choices.statisticsReason.filter(({ key }) => key !== 'reported');
        draft.thresholds.leaderProjects = 0;
      },
    );
    const sample = sampleRows(bare, city, asOf, { kind: 'clean', seed: 1 });
    expectAccepted(bare, sample);
    expect(sample['A']!['projectName']).toEqual([]);
    expect(sample['8']!['projectName']).toHaveLength(29);
  });

  it('meets whatever figures a plan may set', () => {
    const unitKeys = plan.units.map(({ key }) => key);
    const figuresOf = (keys: readonly string[], figure: fc.Arbitrary<number>) => fc.tuple(...keys.map(() => figure)).map((given) => Object.fromEntries(keys.map((key, at) => [key, given[at]!])));
    const counties = unitKeys.filter((key) => key !== 'shibenji');
    const figures = fc.record(
      Object.fromEntries(
        plan.measures.map(({ key, unitOfMeasure, units }) => [
          key,
          figuresOf('shibenji' in units ? unitKeys : counties, unitOfMeasure === '个' ? fc.integer({ min: 0, max: 9 }) : fc.integer({ min: 0, max: 5_000 }).map((hundredths) => hundredths / 100)),
        ]),
      ),
    );
    fc.assert(
      fc.property(figures, fc.integer({ min: 1, max: 999 }), (given, seed) => {
        const any = planWith(given);
        const sample = sampleRows(any, city, asOf, { kind: 'clean', seed });
        expectMet(any, sample);
        expectAccepted(any, sample);
      }),
      { numRuns: 20 },
    );
  });
});
