import { builtInPlan } from '../../src/plan/built-in';
import { measureOf, sumOfUnits, targetOf } from '../../src/plan/measure';
import type { MeasureKey } from '../../src/plan/plan';
import { flatten, noticeText, passages } from './notice-text';

const plan = builtInPlan;
const unitNames = plan.units.map((unit) => unit.name);

/** Every number of a text with the words before it and its unit, in order. */
function figuresIn(text: string): { words: string; number: number; unit: string }[] {
  return [...text.matchAll(/([^\d，、；。：.]*)((?:\d+-)?\d+(?:\.\d+)?)(亿元以上|亿元|个|年|月|%)?/g)].map(
    ([, words = '', number = '', unit = '']) => ({ words, number: Number(number), unit }),
  );
}

/** 城区：…；泽州县：… → the unit's own passage by name, and the city's before the first. */
function splitByUnit(text: string): Map<string, string> {
  const parts = text.split(new RegExp(`(${unitNames.join('|')})：`));
  const found = new Map([['全市', parts[0] ?? '']]);
  for (let at = 1; at < parts.length; at += 2) found.set(parts[at] ?? '', parts[at + 1] ?? '');
  return found;
}

/** The measures of a clause in the order in which it prints them, each with the words before its number. */
const printed = {
  '二(一)': [
    ['fixedAssetInvestment', /固定资产投资$/],
    ['industrialInvestment', /产业项目投资$/],
    ['privateInvestment', /民间投资$/],
  ],
  '二(二)': [
    ['reserveCount', /(?:^|建设)项目(?:储备)?数量(?:不少于)?$/],
    ['reserveInvestment', /年度投资(?:不低于)?$/],
    ['reserveIndustrialCount', /^产业项目数量(?:不少于)?$/],
    ['reserveIndustrialInvestment', /年度投资(?:不低于)?$/],
    ['reservePrivateCount', /^民间投资项目数量(?:不少于)?$/],
    ['reservePrivateInvestment', /年度投资(?:不低于)?$/],
    ['reserveKeyCount', /^省级重点工程(?:建设)?项目数量(?:不少于)?$/],
    ['reserveKeyInvestment', /年度投资(?:不低于)?$/],
  ],
  '二(五)': [
    ['signedInvestment', /新签约项目总投资$/],
    ['newStartInvestment', /新开工固定资产项目计划总投资$/],
    ['arrivedFunds', /固定资产投资项目资金到位$/],
  ],
} as const satisfies Record<string, readonly (readonly [MeasureKey, RegExp])[]>;

describe.each(Object.keys(printed) as (keyof typeof printed)[])('figures of %s', (clause) => {
  const passage = splitByUnit(passages[clause]);

  it('names the seven units and the city', () => {
    expect([...passage.keys()]).toEqual(['全市', ...plan.units.filter((unit) => unit.kind === 'county').map((unit) => unit.name)]);
  });

  it.each([...passage.keys()])('has every number printed for %s, under its own measure, and no other', (name) => {
    const seen = figuresIn(passage.get(name) ?? '').filter(({ unit }) => unit !== '年');
    const unit = plan.units.find((one) => one.name === name);
    expect(seen.map(({ number, unit: unitOfMeasure }) => [number, unitOfMeasure])).toEqual(
      printed[clause].map(([key]) => {
        const measure = measureOf(plan, key);
        return [unit ? measure.units[unit.key] : measure.city, measure.unitOfMeasure];
      }),
    );
    printed[clause].forEach(([, words], at) => expect(seen[at]?.words).toMatch(words));
  });

  it('sets 市本级 no figure', () => {
    for (const [key] of printed[clause]) expect(targetOf(plan, key, 'shibenji')).toBeNull();
  });
});

describe.each([
  ['二(三)', 'startCount'],
  ['二(四)', 'statisticsCount'],
] as const)('figures of %s', (clause, key) => {
  it('has the number of each of the eight units and of the city, and no other', () => {
    const measure = measureOf(plan, key);
    const counts = figuresIn(passages[clause]).filter(({ unit }) => unit === '个');
    expect(counts[0]?.number).toBe(measure.city);
    expect(Object.fromEntries(counts.slice(1).map(({ words, number }) => [words.replace(/^分别是/, ''), number]))).toEqual(
      Object.fromEntries(plan.units.map((unit) => [unit.name, measure.units[unit.key]])),
    );
    expect(counts).toHaveLength(1 + plan.units.length);
  });
});

it('二(三): has the share of next quarter’s starts', () => {
  const share = figuresIn(passages['二(三)']).find(({ unit }) => unit === '%');
  expect(share?.number).toBe(plan.thresholds.nextQuarterStartRate * 100);
});

describe('figures of 三(一)3', () => {
  const bands = [
    ['bandLargeCount', '50亿元以上'],
    ['bandMiddleCount', '10-50亿元'],
    ['bandSmallCount', '5-10亿元'],
  ] as const;
  const passage = splitByUnit(passages['三(一)3']);

  it.each(['全市', ...unitNames])('has the bands printed for %s, 0 for a band not printed, and no other', (name) => {
    const text = passage.get(name) ?? '';
    const seen = Object.fromEntries(
      [...text.matchAll(/(50亿元以上|10-50亿元|(?<!\d)5-10亿元)(?:项目)?(\d+)个/g)].map(([, band, count]) => [band, Number(count)]),
    );
    const unit = plan.units.find((one) => one.name === name);
    const expected = Object.fromEntries(
      bands
        .map(([key, label]) => [label, unit ? targetOf(plan, key, unit.key) : measureOf(plan, key).city] as const)
        .filter(([label, count]) => count !== 0 || label in seen),
    );
    expect(seen).toEqual(expected);
    expect(text.match(/\d+个/g)).toHaveLength(Object.keys(seen).length);
    for (const [key, label] of bands) expect(measureOf(plan, key).name).toBe(label);
  });

  it('has the bounds of the bands', () => {
    expect(plan.thresholds.bands).toEqual([50, 10, 5]);
    expect(passages['三(一)3']).toContain('50亿元以上项目5个，10-50亿元项目25个、5-10亿元项目33个');
  });
});

describe.each([
  ['三(四)1', 'startCount', '5', ['2023年', '12月']],
  ['三(四)2', 'behindCount', '7', ['2023年']],
  ['三(四)3', 'statisticsCount', '6', ['2023年']],
] as const)('figures of %s', (clause, key, list, dates) => {
  const text = passages[clause];
  const parts = text.slice(text.indexOf('包括') + 2).split(/(?<=\d+个项目)[，。]/).filter((part) => part !== '');

  it('has a part for each of the eight units, in order, with its number', () => {
    expect(parts.map((part) => unitNames.find((name) => part.startsWith(name)))).toEqual(unitNames);
    expect(parts.map((part) => Number(/(\d+)个项目$/.exec(part)?.[1]))).toEqual(plan.units.map((unit) => targetOf(plan, key, unit.key)));
  });

  it('has no number besides those, the city’s, the dates and those inside the projects’ names', () => {
    const names = plan.namedProjects.filter((project) => project.list === list).map((project) => flatten(project.name));
    const rest = names.reduce((left, name) => left.replace(name, ''), text);
    const measure = measureOf(plan, key);
    expect((rest.match(/\d+年|\d+月|\d+/g) ?? []).sort()).toEqual(
      [...dates, String(measure.city), ...plan.units.map((unit) => String(measure.units[unit.key]))].sort(),
    );
  });

  it('names the projects of each unit as printed, whole and in order', () => {
    plan.units.forEach((unit, at) => {
      const names = plan.namedProjects.filter((project) => project.list === list && project.unit === unit.key);
      const printedNames = (parts[at] ?? '').replace(/(?:等)?\d+个项目$/, '');
      for (const project of names) expect(noticeText).toContain(project.name);
      const given = names.map((project) => flatten(project.name)).join('、');
      expect([given, `${unit.name}${given}`]).toContain(printedNames);
      expect(new Set(names.map((project) => project.clause))).toEqual(new Set([clause]));
    });
  });
});

it('三(四): names 15, 16 and 16 projects, as printed', () => {
  const count = (list: string): number => plan.namedProjects.filter((project) => project.list === list).length;
  expect([count('5'), count('7'), count('6')]).toEqual([15, 16, 16]);
  expect(plan.namedProjects.filter((project) => project.list === '5' && project.unit === 'gaoping').map((project) => project.name)).toEqual([
    '高平市第十中学校',
    '高平市城乡一体化供水工程',
  ]);
});

it('三(五)3: has the problems handed over by two rounds, and no other number is printed', () => {
  const [second, third] = plan.problemCounts;
  const numbers = passages['三(五)3'].replace('13710', '').match(/\d+/g)?.map(Number);
  expect([second?.projects, second?.problems, third?.among, third?.projects, third?.problems]).toEqual(numbers);
  expect(plan.problemCounts.map(({ source, clause }) => [source, clause])).toEqual([
    ['q2', '三(五)3'],
    ['q3', '三(五)3'],
  ]);
});

describe('the plan’s figures among themselves', () => {
  it('differ from the units’ sum in exactly the three places of 二(二)', () => {
    const differing = plan.measures
      .filter((measure) => measure.city !== null && sumOfUnits(measure) !== measure.city)
      .map((measure) => ({ measure: measure.key, city: measure.city, sum: sumOfUnits(measure) }));
    expect(differing).toEqual([
      { measure: 'reservePrivateInvestment', city: 352, sum: 352.1 },
      { measure: 'reserveKeyCount', city: 57, sum: 45 },
      { measure: 'reserveKeyInvestment', city: 161, sum: 115.6 },
    ]);
    expect(plan.knownDifferences).toEqual(differing);
  });

  it.each([
    ['industrialInvestment', 'fixedAssetInvestment'],
    ['privateInvestment', 'fixedAssetInvestment'],
    ['reserveIndustrialCount', 'reserveCount'],
    ['reserveIndustrialInvestment', 'reserveInvestment'],
    ['reservePrivateCount', 'reserveCount'],
    ['reservePrivateInvestment', 'reserveInvestment'],
    ['reserveKeyCount', 'reserveCount'],
    ['reserveKeyInvestment', 'reserveInvestment'],
  ] as const)('keep %s within %s, in every unit and the city', (part, whole) => {
    const [less, more] = [measureOf(plan, part), measureOf(plan, whole)];
    expect(less.city).toBeLessThanOrEqual(more.city ?? 0);
    for (const [unit, target] of Object.entries(less.units)) expect(target).toBeLessThanOrEqual(more.units[unit] ?? -1);
  });

  it('each have a clause of the notice and a period', () => {
    const ids = plan.clauses.map((clause) => clause.id);
    for (const measure of plan.measures) expect(ids).toContain(measure.clause);
    const spanOf = (key: MeasureKey): string => Object.values(measureOf(plan, key).period).join(' ');
    expect(spanOf('signedInvestment')).toBe('2023-10-01 2023-12-31');
    expect(spanOf('reserveCount')).toBe('2024-01-01 2024-12-31');
    expect(spanOf('behindCount')).toBe('2023-01-01 2023-12-31');
  });
});
