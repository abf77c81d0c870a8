import fc from 'fast-check';
import { hashOfPart, mix, powersTo, prefixesOf } from '../../src/rule/name-hash';
import { pieceKeysOf, soughtKeysOf } from '../../src/rule/name-piece';
import { NearBand, ownKeysOf, soughtKeysFor } from '../../src/rule/near-band';
import { NearCrowd } from '../../src/rule/near-crowd';
import { NearIndex } from '../../src/rule/near-index';
import { bandOf, compareProjects, isNear, isWithinTwoEdits, mayBeNear, stemOf, type NamedAmount } from '../../src/rule/near-name';

const share = 0.05;
const of = (unit: number, name: string, total = 1_000): NamedAmount => ({ unit, name, total });

describe('the stem of a name', () => {
  it.each([
    ['智慧城市建设(一期)工程', '智慧城市建设'],
    ['智慧城市建设第二期项目', '智慧城市建设'],
    ['智慧城市12期工程项目', '智慧城市'],
    ['工程项目一期', ''],
    ['智慧()城市', '智慧城市'],
    ['期货市场', '期货市场'],
    ['第一中学', '第一中学'],
  ])('of %s is %s', (name, stem) => expect(stemOf(name)).toBe(stem));
});

describe('within two edits', () => {
  it.each([
    ['', '', true],
    ['', 'ab', true],
    ['', 'abc', false],
    ['abc', '', false],
    ['abcdef', 'abcdef', true],
    ['abcdef', 'abXdef', true],
    ['abcdef', 'XbcdeX', true],
    ['abcdef', 'XbXdeX', false],
    ['abcd', 'bacd', true],
    ['abcd', 'dcba', false],
    ['abcdef', 'abef', true],
    ['abcdef', 'bcde', true],
    ['abcdef', 'acdeXf', true],
    ['abcdef', 'Xabcde', true],
    ['abcdef', 'bcdefX', true],
    ['abcdef', 'bcdefgh', false],
    ['abcdef', 'XabcdYef', true],
    ['abcdef', 'XaYbcdZef', false],
    ['abcdef', 'XabcYef', true],
    ['abcdef', 'abXYdef', true],
    ['abcdef', 'XYcdeef', false],
    ['abc', 'aXbYc', true],
    ['abc', 'XbYZc', false],
    ['ab', 'XbYa', false],
    ['abab', 'baba', true],
    ['aXb', 'aYZb', true],
    ['aXb', 'aYZWb', false],
    ['aXb', 'aYXZb', true],
  ])('%s and %s: %s', (a, b, near) => {
    expect(isWithinTwoEdits(a, b)).toBe(near);
    expect(isWithinTwoEdits(b, a)).toBe(near);
  });

  it('counts edits as the table of distances does', () => {
    const distance = (a: string, b: string): number => {
      const table = Array.from({ length: a.length + 1 }, (_, i) => Array.from({ length: b.length + 1 }, (_, j) => i + j));
      for (let i = 1; i <= a.length; i++) {
        for (let j = 1; j <= b.length; j++) {
          table[i]![j] = Math.min(table[i - 1]![j]! + 1, table[i]![j - 1]! + 1, table[i - 1]![j - 1]! + (a[i - 1] === b[j - 1] ? 0 : 1));
        }
      }
      return table[a.length]![b.length]!;
    };
    const words = ['', 'a', 'b', 'c'].flatMap((a) => ['', 'a', 'b'].flatMap((b) => ['', 'a', 'c'].flatMap((c) => ['ab', 'ba', 'c'].map((d) => a + d + b + c))));
    const wrong = words.flatMap((a) => words.filter((b) => isWithinTwoEdits(a, b) !== distance(a, b) <= 2).map((b) => `${a} ${b}`));
    expect(wrong).toEqual([]);
  });
});

describe('two projects', () => {
  it.each([
    ['of one unit', of(1, '国道207线升级改造'), of(1, '国道207线升级改建'), false],
    ['of one name', of(1, '国道207线升级改造'), of(2, '国道207线升级改造'), false],
    ['of two units and two names', of(1, '国道207线升级改造'), of(2, '国道207线升级改建'), true],
    ['whose 总投资 is just as far apart as may be', of(1, '国道207线升级改造', 950), of(2, '国道207线升级改建', 1_000), true],
    ['whose 总投资 is a little further apart', of(1, '国道207线升级改造', 949), of(2, '国道207线升级改建', 1_000), false],
    ['of eight letters', of(1, '国道二零七线改造'), of(2, '国道二零七线改建'), true],
    ['of seven letters', of(1, '国道二零七改造'), of(2, '国道二零七改建'), false],
    ['of which one has seven letters', of(1, '国道二零七线改造'), of(2, '国道二零七改造'), false],
    ['of three letters in another phase', of(1, '改水路一期'), of(2, '改水路二期'), false],
    ['of four letters in another phase', of(1, '改水公路一期'), of(2, '改水公路二期项目'), true],
    ['of other letters in the same phase', of(1, '改水公路一期工程'), of(2, '开山铁路一期工程'), false],
  ])('%s are near: %s', (_, a, b, near) => {
    expect(isNear(a, b, share)).toBe(near);
    expect(isNear(b, a, share)).toBe(near);
  });
  it('may be near by unit, name and money alone', () => {
    expect(mayBeNear(of(1, '甲', 1_000), of(2, '乙', 960), share)).toBe(true);
    expect([mayBeNear(of(1, '甲'), of(1, '乙'), share), mayBeNear(of(1, '甲'), of(2, '甲'), share), mayBeNear(of(1, '甲', 900), of(2, '乙'), share)]).toEqual([false, false, false]);
    expect(mayBeNear(of(1, '甲', 0), of(2, '乙', 0), share)).toBe(true);
  });
  it('lie in the same or in neighbouring bands where their 总投资 may be near', () => {
    for (const total of [0.5, 1, 3, 950, 12_345.67, 5_000_000]) {
      expect(Math.abs(bandOf(total * (1 - share), share) - bandOf(total, share))).toBeLessThanOrEqual(1);
      expect(bandOf(total, share)).toBeGreaterThan(bandOf(0, share));
      expect(bandOf(total * 1.2, share)).toBeGreaterThan(bandOf(total, share) + 1);
    }
    expect(bandOf(-1, share)).toBe(bandOf(0, share));
  });
  it('are told by unit, then the shorter name, then the lesser', () => {
    const ordered = [of(0, '丙丙丙'), of(1, '乙'), of(1, '甲'), of(1, '甲乙'), of(2, '一')];
    expect([...ordered].reverse().sort(compareProjects)).toEqual(ordered);
    expect(compareProjects(of(1, '甲', 5), of(1, '甲', 9))).toBe(0);
  });
});

describe('hashes of names', () => {
  it('of a part are those of the same letters anywhere', () => {
    const parts = (name: string, from: number, to: number) => hashOfPart(prefixesOf(name), from, to);
    expect(parts('国道改造', 2, 4)).toBe(parts('乡村道路改造工程', 4, 6));
    expect(parts('国道改造', 0, 4)).toBe(parts('甲国道改造', 1, 5));
    expect(parts('国道改造', 1, 3)).not.toBe(parts('国道改造', 2, 4));
    expect(parts('国道', 0, 0)).toBe(0);
  });
  it('are those of a short name after a long one, and of a long one after it', () => {
    const short = prefixesOf('国道改造').slice(0, 5);
    const long = '国道改造'.repeat(200);
    const prefixes = prefixesOf(long);
    expect(hashOfPart(prefixes, 796, 800)).toBe(short[4]);
    expect(hashOfPart(prefixes, 4, 404)).toBe(hashOfPart(prefixes, 0, 400));
    expect(hashOfPart(prefixes, 4, 404)).not.toBe(hashOfPart(prefixes, 3, 403));
    expect([...prefixesOf('国道改造').slice(0, 5)]).toEqual([...short]);
  });
  it('are moved by the powers of their base', () => {
    const few = [...powersTo(3).slice(0, 4)];
    expect(few[0]).toBe(1);
    expect([...powersTo(700).slice(0, 4)]).toEqual(few);
    expect(powersTo(700).length).toBeGreaterThan(700);
    for (let at = 1; at < 700; at++) if (powersTo(700)[at] !== Math.imul(powersTo(700)[at - 1]!, few[1]!)) throw new Error(`power ${at}`);
  });
  it('fall on all places alike when mixed, by either number', () => {
    const places = (hash: (at: number) => number) => new Set(Array.from({ length: 4_096 }, (_, at) => hash(at) & 63)).size;
    expect([places((at) => mix(at, 7)), places((at) => mix(7, at)), places((at) => mix(at * 64, 7)), places((at) => mix(7, at * 64))]).toEqual([64, 64, 64, 64]);
    expect(mix(3, 5)).not.toBe(mix(5, 3));
  });
});

const letters = '国道改造升级工程乡村供水';
const name = fc.string({ unit: fc.constantFrom(...letters), minLength: 8, maxLength: 16 });
/** A name and what one or two edits make of it. */
const edited = fc.tuple(name, fc.array(fc.tuple(fc.nat(16), fc.constantFrom('', '新', '旧二'), fc.nat(1)), { minLength: 1, maxLength: 2 })).map(([own, edits]) => {
  let other = own;
  for (const [at, put, cut] of edits) other = other.slice(0, at) + put + other.slice(at + cut);
  return [own, other] as const;
});

describe('the pieces of a name', () => {
  it('are shared with every name within two edits, in three of five', () => {
    fc.assert(
      fc.property(edited, ([own, other]) => {
        if (other.length < 8 || !isWithinTwoEdits(own, other)) return;
        const keys = new Set(pieceKeysOf(own));
        expect([...soughtKeysOf(other)].some((key) => keys.has(key))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
  it.each([
    ['国道二零七线升级改造工程', '国道二零七线改造工程'],
    ['国道二零七线升级改造工程', '新国道二零七线升级改造工'],
    ['国道二零七线升级改造工程', '新旧国道二零七线升级改造工程'],
    ['国道二零七线升级改造工程', '道二零七线升级改造工'],
    ['国道二零七线升级改造工程', '国道二零七线升级改造工程新旧'],
    ['国道二零七线升级改造工程', '国道二零八线升级改建工程'],
    ['国道二零七线升级改造工程', '国新道二零七线升级改造工旧程'],
    ['国道二零七线升级', '道二零七线升级改'],
    ['国道二零七线升级', '国道二零七线升级改造'],
  ])('are shared by %s and %s', (own, other) => {
    const keys = new Set(pieceKeysOf(own));
    expect([...soughtKeysOf(other)].some((key) => keys.has(key))).toBe(true);
    const others = new Set(pieceKeysOf(other));
    expect([...soughtKeysOf(own)].some((key) => others.has(key))).toBe(true);
  });
  it('are ten threes that names are found by, and none of a name of other letters', () => {
    const keys = [...pieceKeysOf('国道二零七线升级改造工程')];
    expect(new Set(keys).size).toBe(10);
    expect([...soughtKeysOf('国道二零七线升级改造工程')]).toEqual(expect.arrayContaining(keys));
    expect([...soughtKeysOf('乡村供水管网巩固提升项目')].some((key) => keys.includes(key))).toBe(false);
    expect([...soughtKeysOf('国道二零七线升级改造工程一二三')].some((key) => keys.includes(key))).toBe(false);
  });
  it('are looked up in names of eight letters and more', () => {
    const sought = soughtKeysOf('国道二零七线升').length;
    expect(sought).toBeGreaterThan(10);
    expect(soughtKeysOf('国道二零七线升级改').length).toBeGreaterThan(sought);
  });
});

const compare = (a: number, b: number) => a - b;

describe('a band of names', () => {
  const names = ['国道二零七线升级改造工程', '国道二零七线升级改建工程', '国道二零七线改建工程', '乡村供水一期', '乡村供水二期', '路'];
  const bandOfNames = () => {
    const band = new NearBand(compare);
    names.forEach((each, id) => band.add(id, ownKeysOf(each)));
    return band;
  };
  const found = (band: NearBand, sought: string) => {
    const told: [number, boolean][] = [];
    band.find(soughtKeysFor(sought), (id, mayHaveStem) => told.push([id, mayHaveStem]) > 0);
    return { byStem: [...new Set(told.filter(([, stem]) => stem).map(([id]) => id))].sort(compare), byPiece: [...new Set(told.filter(([, stem]) => !stem).map(([id]) => id))].sort(compare), first: told[0] };
  };

  it('tells those of the stem first, then those that share three pieces', () => {
    expect(found(bandOfNames(), '国道二零七线升级改建项目')).toEqual({ byStem: [1], byPiece: [0, 1, 2], first: [1, true] });
    expect(found(bandOfNames(), '乡村供水三期')).toEqual({ byStem: [3, 4], byPiece: [], first: [3, true] });
    expect(found(bandOfNames(), '路')).toEqual({ byStem: [], byPiece: [], first: undefined });
  });
  it('tells nothing of those that are gone', () => {
    const band = bandOfNames();
    for (const id of [1, 3]) band.remove(id, ownKeysOf(names[id]!));
    expect(found(band, '国道二零七线升级改建项目')).toMatchObject({ byStem: [], byPiece: [0, 2] });
    expect(found(band, '乡村供水三期').byStem).toEqual([4]);
  });
  it('leaves those of a crowd to whoever asks, all of them, and whoever joins it', () => {
    const band = bandOfNames();
    const crowd = new Set<number>();
    const told = new Set<number>();
    const few = (sought: string, most: number) => band.findFew(soughtKeysFor(sought), most, crowd, (id) => told.add(id).size > 0);
    expect(few('国道二零七线升级改建项目', 3)).toBe(false);
    expect([[...told].sort(compare), crowd.size]).toEqual([[0, 1, 2], 0]);
    told.clear();
    expect(few('国道二零七线升级改建项目', 1)).toBe(true);
    expect([...crowd].sort(compare)).toEqual([0, 1]);
    expect([...told]).toContain(1);
    expect(band.add(6, ownKeysOf('国道二零七线升级改良工程'))).toBe(true);
    expect(band.add(7, ownKeysOf('某某产业园区标准化厂房建设'))).toBe(false);
    crowd.clear();
    expect([few('国道二零七线升级改建项目', 99), crowd.size]).toEqual([true, 0]);
    band.forgetCrowds();
    expect([few('国道二零七线升级改建项目', 99), band.add(8, ownKeysOf('国道二零七线升级改良项目'))]).toEqual([false, false]);
  });
  it('stops asking where no later one is wanted', () => {
    const told: number[] = [];
    bandOfNames().find(soughtKeysFor('乡村供水三期'), (id) => told.push(id) < 1);
    expect(told).toEqual([3]);
  });
});

describe('a crowd of names', () => {
  const names = ['国道二零七线一标段', '国道二零七线二标段', '国道二零七线十一标段', '国道二零七线十二标段', '国道二零七线标段', '国国道二零七线三标', '国道二零八线一标段新', '国道二零七线一标段新旧路'];
  const crowdOf = (all: readonly string[], bands: (id: number) => number = () => 3) => {
    const crowd = new NearCrowd(compare);
    for (const step of crowd.meet(all.keys(), (id) => all[id]!)) expect(step).toBeUndefined();
    all.forEach((_, id) => crowd.add(id, bands(id)));
    return crowd;
  };
  const foundBy = (crowd: NearCrowd, id: number, band = 3) => {
    const told = new Set<number>();
    crowd.find(id, band, (other) => told.add(other).size > 0);
    return told;
  };

  it('finds of each all that are within two edits', () => {
    const crowd = crowdOf(names);
    names.forEach((own, id) => {
      const near = [...names.keys()].filter((other) => isWithinTwoEdits(own, names[other]!));
      expect([...foundBy(crowd, id)]).toEqual(expect.arrayContaining(near));
    });
  });
  it('finds them in the band that is asked about', () => {
    const crowd = crowdOf(names, (id) => id % 2);
    expect([...foundBy(crowd, 0, 1)].every((id) => id % 2 === 1)).toBe(true);
    expect([...foundBy(crowd, 0, 1)]).toEqual(expect.arrayContaining([1]));
    expect([...foundBy(crowd, 0, 2)]).toEqual([]);
  });
  it('finds equal names, and few of many that are not near', () => {
    const series = Array.from({ length: 90 }, (_, at) => `某某产业园区第${String(at + 10)}号厂房`);
    const crowd = crowdOf([...series, series[5]!]);
    expect(foundBy(crowd, 5).has(90)).toBe(true);
    const far = Array.from({ length: 60 }, (_, at) => `${letters[at % 12]}${letters[(at * 5) % 12]}某某产业园区${letters[(at * 7) % 12]}厂房${letters[(at * 11 + 3) % 12]}`);
    expect(foundBy(crowdOf(far), 0).size).toBeLessThan(30);
  });
  it('finds all that are near among any letters', () => {
    const word = fc.string({ unit: fc.constantFrom('东', '西', '路'), minLength: 4, maxLength: 9 });
    fc.assert(
      fc.property(fc.uniqueArray(word, { minLength: 2, maxLength: 14 }), (all) => {
        const crowd = crowdOf(all);
        all.forEach((own, id) => {
          const near = [...all.keys()].filter((other) => isWithinTwoEdits(own, all[other]!));
          const told = foundBy(crowd, id);
          expect(near.filter((other) => !told.has(other))).toEqual([]);
        });
      }),
      { numRuns: 60 },
    );
  });
});

describe('an index of near names', () => {
  const indexOf = (all: readonly NamedAmount[], most?: number) => {
    const index = new NearIndex<NamedAmount>(share, most);
    for (const step of index.build(all)) expect(step).toBeUndefined();
    return index;
  };
  const laterAmong = (own: NamedAmount, all: readonly NamedAmount[]) => all.filter((other) => other.unit > own.unit && isNear(own, other, share)).sort(compareProjects).slice(0, 6);
  const expectFirstLater = (index: NearIndex<NamedAmount>, all: readonly NamedAmount[]) => expect(all.map((own) => index.laterOf(own))).toEqual(all.map((own) => laterAmong(own, all)));
  /** Twelve of a series in three units, one of another amount, one in another phase, and one by itself. */
  const projects = [
    ...Array.from({ length: 12 }, (_, at) => of(at % 3, `某某产业园区第${at + 1}号厂房`, 1_000 + at * 3)),
    of(0, '乡村供水一期', 200),
    of(2, '乡村供水二期工程', 208),
    of(1, '乡村供水三期项目', 300),
    of(1, '某某产业园区第3号厂房项目', 1_049),
    of(4, '城市照明', 0),
    of(5, '城市照明工程', 0),
  ];

  it.each([0, 2, 32])('knows the first six later ones of each, where more than %s are a crowd', (most) => expectFirstLater(indexOf(projects, most), projects));

  it('tells all that are near, of one that is in it or not', () => {
    const index = indexOf(projects);
    for (const own of [...projects, of(3, '乡村供水二期', 204), of(3, '别的名字一二三四')]) {
      expect(new Set(index.nearTo(own))).toEqual(new Set(projects.filter((other) => isNear(own, other, share))));
      expect(index.nearTo(own)).toHaveLength(new Set(index.nearTo(own)).size);
    }
    expect(index.laterOf(of(3, '乡村供水二期', 204))).toEqual([]);
  });

  it('knows them after each comes and goes, and says whose are others now', () => {
    const index = indexOf(projects.slice(0, 6));
    const known = projects.slice(0, 6);
    const step = (change: () => readonly NamedAmount[], own: NamedAmount) => {
      const before = new Map(known.filter((each) => each !== own).map((each) => [each, laterAmong(each, known)]));
      if (known.includes(own)) known.splice(known.indexOf(own), 1);
      else known.push(own);
      const changed = change();
      expectFirstLater(index, known);
      const others = [...before].filter(([each, later]) => laterAmong(each, known).some((other, at) => other !== later[at]) || laterAmong(each, known).length !== later.length).map(([each]) => each);
      expect(new Set(changed)).toEqual(new Set(others));
      expect(changed).toHaveLength(others.length);
    };
    for (const own of projects.slice(6)) step(() => index.add(own), own);
    for (const own of [projects[2]!, projects[13]!, projects[0]!, projects[17]!]) step(() => index.remove(own), own);
    for (const own of [projects[0]!, projects[2]!]) step(() => index.add(own), own);
    expect(index.remove(of(3, '乡村供水二期', 204))).toEqual([]);
  });

  it('knows the first of many whatever the order in which they came', () => {
    const [own, ...others] = [of(0, '某某产业园区第1号厂房'), ...[2, 9, 8, 7, 6, 5, 4, 3].map((number) => of(1, `某某产业园区第${number}号厂房`))];
    const index = indexOf([own!]);
    others.forEach((each) => index.add(each));
    expect(index.laterOf(own!).map((each) => each.name)).toEqual([2, 3, 4, 5, 6, 7].map((number) => `某某产业园区第${number}号厂房`));
    const turned = indexOf([]);
    others.forEach((each) => turned.add(each));
    turned.add(own!);
    expect(turned.laterOf(own!)).toEqual(index.laterOf(own!));
  });

  it('lets the caller breathe while it takes in hundreds, and not while it takes in a few', () => {
    const series = (count: number) => Array.from({ length: count }, (_, at) => of(at % 2, `${letters[at % 12]}${letters[(at * 5) % 12]}${letters[(at * 7) % 11]}村道路硬化${at}`, 1_000 + (at % 11) * 6));
    const breathsOf = (all: readonly NamedAmount[]) => [...new NearIndex<NamedAmount>(share).build(all)].length;
    const few = breathsOf(series(20));
    const many = breathsOf(series(400));
    expect(few).toBeLessThan(30);
    expect(many).toBeGreaterThan(few);
    expect(many).toBeLessThan(100);
  });

  it('has room for more than at first', () => {
    const many = Array.from({ length: 150 }, (_, at) => of(at % 5, `${letters[at % 12]}${letters[(at * 5) % 12]}${at % 9}村道路硬化${at % 4}期`, 1_000 + (at % 11) * 6));
    expectFirstLater(indexOf(many), many);
    const index = indexOf([]);
    many.forEach((each) => index.add(each));
    expectFirstLater(index, many);
  });
});
