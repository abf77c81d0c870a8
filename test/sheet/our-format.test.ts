import { applyChanges } from '../../src/sheet/apply-change';
import { markFormats } from '../../src/sheet/mark-format';
import { isOurFormula } from '../../src/sheet/our-format';
import type { ConditionalFormat } from '../../src/sheet/model';
import { sheetOf, workbookOf } from './small-model';

const ours = markFormats({ headerRow: 5, firstRow: 6, rowCount: 30, column: 0, columns: 20, markColumn: 18 });

describe('a conditional format is known again as a mark of ours', () => {
  it.each([
    ['as it was laid', '=ISNUMBER(FIND("【"&A$6&"】",$S7))'],
    ['pasted elsewhere', '=ISNUMBER(FIND("〔"&AC$6&"〕",$S1204))'],
    ['after columns were inserted', '=ISNUMBER(FIND("〈"&B$8&"〉",$AZ9))'],
    ['when 校验提示 has been deleted', '=ISNUMBER(FIND("【"&A$6&"】",#REF!))'],
    ['when it comes without the sign of equality', 'ISNUMBER(FIND("【"&A$6&"】",$S7))'],
  ])('%s', (_, formula) => {
    expect(isOurFormula(formula, ours)).toBe(true);
  });

  it.each([
    ['another search of the user’s', '=ISNUMBER(FIND("未开工",$S7))'],
    ['a text in quotes that looks like a reference', '=ISNUMBER(FIND("A6"&A$6&"】",$S7))'],
    ['a comparison', '=$A7>100'],
    ['more than ours', '=AND(ISNUMBER(FIND("【"&A$6&"】",$S7)),$B7="城区")'],
  ])('not %s', (_, formula) => {
    expect(isOurFormula(formula, ours)).toBe(false);
  });
});

it('marks laid again leave exactly one set of them, above the user’s own formats', () => {
  const own: ConditionalFormat[] = [
    { kind: 'dataBar', area: { row: 6, column: 3, rows: 30, columns: 1 }, color: '#638EC6', minimum: 0, maximum: 90 },
    { kind: 'formula', area: { row: 6, column: 0, rows: 30, columns: 20 }, formula: '=$D7>100', fill: '#FFFF00' },
  ];
  const broken = ours.flatMap((format): ConditionalFormat[] => [
    { ...format, area: { ...format.area, rows: 10 } },
    { ...format, area: { row: 17, column: 2, rows: 19, columns: 3 }, formula: format.formula.replace('A$6', 'C$6').replace('$S7', '$S18') },
  ]);
  const [first, second] = own;
  const sheet = sheetOf({ name: '清单', conditionalFormats: [broken[0]!, first!, ...broken.slice(1), second!] });
  const after = applyChanges(workbookOf(sheet), [{ kind: 'replaceConditionalFormats', sheet: '清单', formats: ours }]);
  expect(after.sheets[0]!.conditionalFormats).toEqual([...ours, ...own]);
});
