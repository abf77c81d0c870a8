import { listsOf } from '../../src/list/registry';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { toSerial } from '../../src/plan/day';
import { isInArea } from '../../src/sheet/area';
import { layList } from '../../src/sheet/layout';
import { headBlocks, headMerges } from '../../src/sheet/list-head';
import { layPages } from '../../src/sheet/list-page';
import { emptyRecord } from '../../src/list/record';

const input = { plan, scope: { kind: 'city' }, asOf: toSerial('2023-12-25'), rows: {}, sheetNames: {}, ...emptyRecord, lastCheck: null } as const;

describe.each(listsOf(plan).map((list) => [list.key, list] as const))('list %s', (_key, list) => {
  const layout = layList(plan, list, input.scope, undefined);
  const pages = layPages(list, layout);
  const blocks = headBlocks(list, layout, pages, input, '市项目攻坚指挥部办公室');
  const merges = headMerges(layout, pages);
  const textsIn = (row: number, from: number, to: number): unknown[] =>
    blocks.flatMap(({ row: at, column, content }) => {
      const [cell] = content[0]!;
      return at === row && column >= from && column < to ? [typeof cell === 'object' && cell !== null ? cell.value : cell] : [];
    });

  it('has the whole title and the day on each page across, and no more than once', () => {
    pages.starts.forEach((start, at) => {
      const end = pages.starts[at + 1] ?? pages.area.columns;
      expect(textsIn(layout.titleRow, start, end)).toEqual([list.title]);
      expect(textsIn(layout.infoRow, start, end)).toEqual([expect.stringMatching(/^填报单位：市项目攻坚指挥部办公室\s+统计截止日：2023年12月25日(\s+单位：[万亿]元)?$/)]);
    });
  });

  it('begins nothing in the columns repeated on each page that would be cut off where they end', () => {
    expect(textsIn(layout.attachmentRow, 0, 1)).toEqual([list.attachment]);
    expect(textsIn(layout.infoRow, 0, pages.repeated)).toEqual([]);
    const ahead = layout.places.slice(0, pages.repeated).reduce((sum, place) => sum + (place.kind === 'ours' ? place.column.width : 0), 0);
    const [first] = merges.filter(({ row }) => row === layout.titleRow);
    const width = layout.places.slice(0, first!.columns).reduce((sum, place) => sum + (place.kind === 'ours' ? place.column.width : 0), 0);
    // Pixels of a letter of the title: 20 points.
    expect((width - list.title.length * 20 * (4 / 3)) / 2).toBeGreaterThan(ahead);
  });

  it('merges nothing over the edge of a page, even where a program puts one more column on it', () => {
    for (const start of pages.starts.slice(1)) {
      for (const edge of [start, start + 1]) expect(merges.filter(({ column, columns }) => column < edge && edge < column + columns)).toEqual([]);
    }
    for (const { row, column } of blocks) expect(merges.filter((area) => isInArea(area, row, column) && area.column !== column)).toEqual([]);
  });
});
