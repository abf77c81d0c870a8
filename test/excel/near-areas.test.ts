import fc from 'fast-check';
import { joinNearAreas } from '../../src/excel/near-areas';
import { intersectAreas, isSameArea } from '../../src/sheet/area';
import type { Area } from '../../src/sheet/model';

const cell = (row: number, column: number): Area => ({ row, column, rows: 1, columns: 1 });

describe('places whose formats are asked for together', () => {
  test('a column of telephone numbers in every other row is one question', () => {
    const areas = Array.from({ length: 1_000 }, (_, at) => cell(at * 2, 7));
    expect(joinNearAreas(areas)).toEqual([{ row: 0, column: 7, rows: 1_999, columns: 1 }]);
  });

  test('places far from each other, or over other columns, are asked for apart', () => {
    const areas = [cell(0, 1), cell(5_000, 1), cell(0, 3), { row: 1, column: 1, rows: 1, columns: 2 }];
    expect(joinNearAreas(areas)).toHaveLength(4);
  });

  test('a long column is asked for in parts that Excel answers', () => {
    const areas = Array.from({ length: 50_000 }, (_, at) => cell(at, 7));
    const joined = joinNearAreas(areas);
    expect(joined.map(({ rows }) => rows)).toEqual([20_000, 20_000, 10_000]);
  });

  test('each place lies whole within one of the questions, and no question reaches beyond the places', () => {
    const area = fc.record({ row: fc.nat(400), column: fc.nat(3), rows: fc.integer({ min: 1, max: 60 }), columns: fc.integer({ min: 1, max: 3 }) });
    fc.assert(
      fc.property(fc.array(area, { maxLength: 40 }), (areas) => {
        const joined = joinNearAreas(areas);
        for (const one of areas) {
          expect(joined.some((whole) => isSameArea(intersectAreas(whole, one) ?? cell(-1, -1), one))).toBe(true);
        }
        for (const whole of joined) {
          const within = areas.filter((one) => intersectAreas(whole, one) !== null);
          expect(Math.min(...within.map(({ row }) => row))).toBeLessThanOrEqual(whole.row);
          expect(Math.max(...within.map(({ row, rows }) => row + rows))).toBeGreaterThanOrEqual(whole.row + whole.rows);
        }
        expect(joined.length).toBeLessThanOrEqual(areas.length);
      }),
    );
  });
});
