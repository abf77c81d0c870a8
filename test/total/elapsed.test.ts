import { builtInPlan as plan } from '../../src/plan/built-in';
import { toSerial as day } from '../../src/plan/day';
import { computeLead, elapsedFormula, elapsedShare, leadFormula } from '../../src/total/elapsed';
import { computeSummary } from '../../src/total/summary';
import { PlainBook } from '../host/formula/plain-book';
import { computeBook } from './book';

const quarter = { start: '2023-10-01', end: '2023-12-31' };

describe('时间进度', () => {
  it.each([
    ['2023-09-30', 0],
    ['2023-10-01', 0.01087],
    ['2023-12-25', 0.934783],
    ['2023-12-31', 1],
    ['2024-02-20', 1],
  ])('of the fourth quarter on %s is %d', (asOf, share) => {
    expect(elapsedShare(quarter, day(asOf))).toBe(share);
  });

  it('is measured over each rate’s own days: the quarter, the action, or next quarter', () => {
    const at = new Map(computeSummary(computeBook({}), plan.units).map(({ rate, elapsed }) => [rate.key, elapsed]));
    expect(at.get('fixedAssetInvestment')).toBe(0.934783);
    expect(at.get('startRate')).toBe(0.934783);
    expect(at.get('signedInvestment')).toBe(0.934783);
    expect(at.get('reserveCount')).toBe(0.491071);
    expect(at.get('permitRate')).toBe(0.491071);
    expect(at.get('problemRate')).toBe(0.491071);
    expect(at.get('nextQuarterStartRate')).toBe(0);
  });
});

describe('ahead or behind', () => {
  it('is rate − 时间进度 in percentage points, to the last place; — without a rate', () => {
    expect([computeLead(0.688509, 0.934783), computeLead(1, 0.934783), computeLead('—', 0.5)]).toEqual([-24.6274, 6.5217, '—']);
  });

  it.each([...['2023-09-30', '2023-10-01', '2023-11-17', '2023-12-31', '2024-02-20'].flatMap((asOf) => [0, 0.333333, 0.934783, 1.25, '—'].map((rate) => [asOf, rate] as const))])(
    'as of %s at %s: the native formula comes to the same',
    (asOf, rate) => {
      const book = new PlainBook(['表']);
      const put = (column: number, content: string | number): void => book.put({ sheet: '表', row: 0, column }, content);
      put(0, day(asOf));
      book.name('统计截止日', '表!A1');
      put(1, rate);
      put(2, `=${elapsedFormula(quarter)}`);
      put(3, leadFormula('B1', 'C1'));
      const elapsed = elapsedShare(quarter, day(asOf));
      expect([book.at('表!C1'), book.at('表!D1')]).toEqual([elapsed, computeLead(rate, elapsed)]);
    },
  );
});
