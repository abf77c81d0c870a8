import { listsOf } from '../../src/list/registry';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { layList, type LaidColumn } from '../../src/sheet/layout';
import { bandBlock } from '../../src/sheet/list-frame';
import { layPages, widthOf } from '../../src/sheet/list-page';

const lists = listsOf(plan).map((list) => [list.key, list, layList(plan, list, { kind: 'city' }, undefined)] as const);
const pageLimit = { A4: 1740, A3: 2450 };

it.each(lists)('list %s is printed whole, but for 校验提示 and 行标识, on pages that can be read', (_key, list, layout) => {
  const pages = layPages(list, layout);
  const printed = layout.places.slice(0, pages.area.columns);
  const roles = layout.places.slice(pages.area.columns).map((place) => place.kind === 'ours' && place.column.role);
  expect(roles.filter((role) => role !== 'mark' && role !== 'identity')).toEqual([]);
  expect(printed.some((place) => place.kind === 'ours' && place.column.role === 'mark')).toBe(false);
  expect(pages.starts).toHaveLength(pages.count);
  const widths = printed.map(widthOf);
  const sum = (from: number, to: number): number => widths.slice(from, to).reduce((total, width) => total + width, 0);
  pages.starts.forEach((start, at) => {
    const repeated = at === 0 ? 0 : sum(0, pages.repeated);
    expect(repeated + sum(start, pages.starts[at + 1] ?? widths.length)).toBeLessThanOrEqual(pageLimit[list.paper]);
  });
});

it('prints a column that the user has put after 校验提示, and 校验提示 with it', () => {
  const [, list, layout] = lists.find(([key]) => key === '5')!;
  const own: LaidColumn = { kind: 'user', user: { at: 0, header: '我的备注', values: [], formulas: [] } };
  expect(layPages(list, { ...layout, places: [...layout.places, own] }).area.columns).toBe(layout.places.length + 1);
});

it.each(lists)('no merged band of list %s lies over the edge of a page, even where a program puts one more column on it', (_key, list, layout) => {
  const pages = layPages(list, layout);
  const { merges } = bandBlock(layout, pages);
  for (const start of pages.starts.slice(1)) {
    for (const edge of [start, start + 1]) expect(merges.filter(({ column, columns }) => column < edge && edge < column + columns)).toEqual([]);
  }
});
