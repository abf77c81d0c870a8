import { listsOf } from '../../src/list/registry';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { layList } from '../../src/sheet/layout';
import { markedTableOf, markFormats } from '../../src/sheet/mark-format';
import { markBrackets } from '../../src/text/mark-bracket';

describe('the conditional formats of marks', () => {
  it('look for the header of the cell’s own column in 校验提示 of its own row, errors first', () => {
    const formats = markFormats({ headerRow: 5, firstRow: 6, rowCount: 30, column: 0, columns: 20, markColumn: 18 });
    expect(formats).toMatchObject([
      { kind: 'formula', area: { row: 6, column: 0, rows: 30, columns: 20 }, formula: '=ISNUMBER(FIND("【"&A$6&"】",$S7))' },
      { formula: '=ISNUMBER(FIND("〔"&A$6&"〕",$S7))' },
      { formula: '=ISNUMBER(FIND("〈"&A$6&"〉",$S7))' },
    ]);
  });

  it('have colours of their own', () => {
    const fills = markFormats({ headerRow: 0, firstRow: 1, rowCount: 1, column: 0, columns: 1, markColumn: 0 }).map((format) => ('fill' in format ? format.fill : ''));
    expect(new Set(fills).size).toBe(3);
  });

  it('stay under 255 characters for the longest header of every list', () => {
    for (const list of listsOf(plan)) {
      const layout = layList(plan, list, { kind: 'city' }, undefined);
      for (const format of markFormats(markedTableOf(layout))) expect('formula' in format ? format.formula.length : 0).toBeLessThan(255);
    }
  });

  it('cannot be set off by a header itself: no header has their brackets', () => {
    const brackets = new RegExp(`[${Object.values(markBrackets).flat().join('')}]`);
    expect(listsOf(plan).flatMap(({ columns }) => columns.filter(({ header }) => brackets.test(header)))).toEqual([]);
  });
});
