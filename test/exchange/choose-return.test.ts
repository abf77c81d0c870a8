import { chooseReturns } from '../../src/exchange/choose-return';
import { change, cityOf, identity, partOf, plan, returnedOf, type Return } from './workbook';

const school = identity('5', 1);
const city = cityOf({ '5': [{ identity: school, projectName: '第十中学', unit: '泽州县', developer: '教育局' }] });

function fileOf(developer: string, given: Return, batch = 'B1', unit = 'zezhou') {
  const part = partOf(city, unit, batch);
  return returnedOf(part, { '5': change(school, { developer }) }, { fingerprint: developer, ...given });
}

describe('two files of one unit', () => {
  it('the later batch counts, whenever it was saved', () => {
    const older = fileOf('旧', { file: 'a', savedAt: 2 }, 'B1');
    const newer = fileOf('新', { file: 'b', savedAt: 1 }, 'B2');
    const { chosen, superseded } = chooseReturns([newer, older], plan);
    expect(chosen).toEqual([newer]);
    expect(superseded).toMatchObject([{ returned: older, by: newer, reason: 'olderBatch' }]);
  });

  it('of one batch the later saved counts, and the differences are told from this to that', () => {
    const first = fileOf('旧', { file: 'a', savedAt: 1 });
    const second = fileOf('新', { file: 'b', savedAt: 2 });
    for (const given of [[first, second], [second, first]]) {
      const { chosen, superseded } = chooseReturns(given, plan);
      expect(chosen).toEqual([second]);
      expect(superseded).toMatchObject([
        {
          returned: first,
          reason: 'savedEarlier',
          differences: [{ list: '5', changed: [{ identity: school, cells: [{ column: 'developer', before: '旧', after: '新' }] }] }],
        },
      ]);
      expect(superseded[0]!.differences).toHaveLength(1);
    }
  });

  it('a file made by hand counts least, then one without a time', () => {
    const byHand = fileOf('手', { file: 'c', savedAt: 9, base: null });
    const timeless = fileOf('无', { file: 'a' });
    const saved = fileOf('有', { file: 'b', savedAt: 1 });
    expect(chooseReturns([byHand, timeless, saved], plan).chosen).toEqual([saved]);
    expect(chooseReturns([byHand, timeless], plan).chosen).toEqual([timeless]);
  });

  it('the same content twice is said to be that', () => {
    const files = [fileOf('同', { file: 'a', savedAt: 1 }), fileOf('同', { file: 'b', savedAt: 2 })];
    expect(chooseReturns(files, plan).superseded).toMatchObject([{ returned: { file: 'a' }, reason: 'sameContent', differences: [] }]);
  });
});

it('takes one file of each unit, in the plan’s order', () => {
  const files = [fileOf('一', {}, 'B1', 'gaoping'), fileOf('二', {}, 'B1', 'zezhou')];
  expect(chooseReturns(files, plan)).toEqual({ chosen: [files[1], files[0]], superseded: [] });
});
