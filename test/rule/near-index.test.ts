import fc from 'fast-check';
import { NearIndex } from '../../src/rule/near-index';
import { compareProjects, isNear, type NamedAmount } from '../../src/rule/near-name';
import { plan } from './fixture';

const share = plan.thresholds.nearNameShare;

/** A sentence of a series: the same head, a number somewhere, and a few of them with a slip. */
const series = fc
  .record({
    head: fc.constantFrom('沁水县王庄村道路硬化工程', '某某产业园基础设施', '道路'),
    tail: fc.constantFrom('', '标段', '号楼及室外配套项目一期', '年年年'),
    digits: fc.constantFrom(1, 3, 5),
    numbers: fc.uniqueArray(fc.nat(1_200), { minLength: 5, maxLength: 45 }),
    slips: fc.array(fc.tuple(fc.nat(44), fc.nat(20), fc.constantFrom('', '一', '00', '村')), { maxLength: 6 }),
  })
  .map(({ head, tail, digits, numbers, slips }) => {
    const names = numbers.map((number) => `${head}${String(number).padStart(digits, '0')}${tail}`);
    for (const [at, where, put] of slips) {
      const name = names[at];
      if (name) names.push(name.slice(0, where) + put + name.slice(where + 1));
    }
    return names;
  });
const ofSeries = fc.tuple(fc.array(series, { minLength: 1, maxLength: 2 }), fc.integer({ min: 2, max: 3 }), fc.constantFrom(1, 7, 60)).map(([all, units, amounts]) =>
  [...new Set(all.flat())].map((name, at): NamedAmount => ({ unit: at % units, name, total: 1_000 + (at % amounts) * 3 })),
);

/** What the index knows of each project against what comparing all with all gives: the first six later ones. */
function expectFirstLater(index: NearIndex<NamedAmount>, projects: readonly NamedAmount[]): void {
  for (const own of projects) {
    const later = projects.filter((other) => other.unit > own.unit && isNear(own, other, share)).sort(compareProjects);
    expect(index.laterOf(own)).toEqual(later.slice(0, 6));
  }
}
function indexOf(projects: readonly NamedAmount[], most?: number): NearIndex<NamedAmount> {
  const index = new NearIndex<NamedAmount>(share, most);
  for (const step of index.build(projects)) expect(step).toBeUndefined();
  return index;
}

/** All pairs that the index finds, as positions, the smaller first. */
function pairsOf(projects: readonly NamedAmount[]): string[] {
  const index = new NearIndex<NamedAmount>(share);
  const at = new Map(projects.map((project, position) => [project, position]));
  for (const step of index.build(projects)) expect(step).toBeUndefined();
  return projects.flatMap((project, i) => index.nearTo(project).flatMap((other) => (i < at.get(other)! ? [`${i},${at.get(other)}`] : [])));
}

describe('an index of near names', () => {
  it('finds every pair that comparing all with all finds', () => {
    const letter = fc.constantFrom('东', '西', '路', '桥', '(', ')', '一', '二', '期');
    const project = fc.record({
      unit: fc.integer({ min: 0, max: 2 }),
      name: fc.array(letter, { minLength: 3, maxLength: 12 }).map((letters) => letters.join('')),
      total: fc.constantFrom(0, 100, 104, 109, 95, 5_000),
    });
    const edited = fc.tuple(project, fc.integer({ min: 0, max: 12 }), letter, fc.integer({ min: 0, max: 2 })).map(([base, where, put, cut]) => [
      base,
      { ...base, unit: (base.unit + 1) % 3, name: base.name.slice(0, where) + put + base.name.slice(where + cut) },
    ]);
    fc.assert(
      fc.property(fc.array(edited, { maxLength: 12 }), (groups) => {
        const projects: NamedAmount[] = groups.flat();
        const expected: string[] = [];
        projects.forEach((a, i) => projects.forEach((b, j) => (i < j && isNear(a, b, share) ? expected.push(`${i},${j}`) : 0)));
        expect(pairsOf(projects).sort()).toEqual(expected.sort());
      }),
      { numRuns: 300 },
    );
  });
  it('finds what comparing all with all finds among names as offices make them', () => {
    let seed = 7;
    const next = (below: number) => (seed = (seed * 48_271) % 2_147_483_647) % below;
    const words = ['产业园', '道路', '供水', '光伏', '改造', '冷链物流', '厂房', '学校', '煤矿', '东', '西', '南'];
    const projects = Array.from({ length: 400 }, (_, id) => ({
      unit: id % 8,
      name: `${words[next(12)]}${words[next(3)]}${words[next(3)]}${words[next(12)]}${next(30)}号建设`,
      total: 1_000 + next(60),
    }));
    const expected = projects.flatMap((a, i) => projects.flatMap((b, j) => (i < j && isNear(a, b, share) ? [`${i},${j}`] : [])));
    expect(expected.length).toBeGreaterThan(10);
    expect(pairsOf(projects).sort()).toEqual(expected.sort());
  });
});

describe('near names that come and go', () => {
  it('are known as if they had all been there at once, whatever the order', () => {
    const name = fc.tuple(fc.constantFrom('智慧城市建设', '国道升级改造', '城市建设'), fc.integer({ min: 0, max: 30 }), fc.constantFrom('项目', '工程', '', '一期')).map(([head, number, tail]) => `${head}${number}${tail}`);
    const project = fc.record({ unit: fc.integer({ min: 0, max: 3 }), name, total: fc.constantFrom(1_000, 1_040, 2_000) });
    const projects = fc.uniqueArray(project, { selector: (each) => `${each.unit}|${each.name}`, maxLength: 60 });
    fc.assert(
      fc.property(projects, fc.array(fc.nat(59), { maxLength: 20 }), (all, goers) => {
        const index = indexOf(all.slice(0, Math.floor(all.length / 2)));
        for (const each of all.slice(Math.floor(all.length / 2))) index.add(each);
        expectFirstLater(index, all);
        const gone = new Set(goers.flatMap((at) => all[at] ?? []));
        for (const each of gone) index.remove(each);
        expectFirstLater(index, all.filter((each) => !gone.has(each)));
      }),
      { numRuns: 40 },
    );
  });

  it.each([0, 3, 32])('of numbered series, with slips among them, are those of all, where more than %s are a crowd', (most) => {
    fc.assert(
      fc.property(ofSeries, fc.array(fc.nat(90), { maxLength: 6 }), (projects, goers) => {
        const index = indexOf(projects, most);
        expectFirstLater(index, projects);
        const gone = new Set(goers.flatMap((at) => projects[at] ?? []));
        for (const each of gone) index.remove(each);
        expectFirstLater(index, projects.filter((each) => !gone.has(each)));
        for (const each of gone) index.add(each);
        expectFirstLater(index, projects);
      }),
      { numRuns: 15 },
    );
  });

  it.each([0, 2])('are found among any letters, where more than %s are a crowd', (most) => {
    const name = fc.string({ unit: fc.constantFrom('东', '西', '路'), minLength: 7, maxLength: 11 });
    const projects = fc.uniqueArray(fc.record({ unit: fc.integer({ min: 0, max: 2 }), name, total: fc.constantFrom(1_000, 1_040) }), { selector: (each) => `${each.unit}|${each.name}`, maxLength: 50 });
    fc.assert(fc.property(projects, (all) => expectFirstLater(indexOf(all, most), all)), { numRuns: 30 });
  });

  it('of a numbered series miss no project that has one, though pairs are without number', () => {
    const series = Array.from({ length: 600 }, (_, at) => ({ unit: at % 2, name: `产业园基础设施项目${at + 1}`, total: 1_000 }));
    expectFirstLater(indexOf(series), series);
  });
});
