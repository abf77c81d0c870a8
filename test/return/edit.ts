import type { MergeCounts } from '../../src/exchange/proposal';
import { formatSerial, toSerial } from '../../src/plan/day';
import type { City } from './city';
import type { SavedFormat, Step } from './step';

/** Something done to a unit's file in another program, and what 回收 must then make of it. */
export interface Edit {
  readonly name: string;
  readonly format?: SavedFormat;
  /** Saved with this password; only LibreOffice can. */
  readonly password?: string;
  readonly steps: (city: City) => readonly Step[];
  readonly becomes: Outcome;
}

export type Outcome =
  /** Exactly these changes to list 5 and none to any other; `cells` are the changed ones by column key, in order. */
  | { readonly kind: 'merged'; readonly counts: Partial<MergeCounts>; readonly cells?: readonly (readonly [column: string, returned: unknown])[]; readonly added?: string }
  /** The words that the refusal must hold. */
  | { readonly kind: 'refused'; readonly says: RegExp };

const TAB = '5 未开工项目';
const DEVELOPER = '示例联合建设有限公司';
const NEW_NAME = '年产十万吨新材料项目';

/** A row's place on the sheet: the nth of list 5. */
const row = ({ list }: City, nth: number): number => list.firstRow + nth;

const change = (city: City, nth: number, key: string, value: string | number | null): Step => ({
  do: 'setCell', sheet: TAB, row: row(city, nth), column: city.at(key), value,
});

/** Rows of list 5 that hold a project. */
export function filledRows({ list }: City): number {
  return (list.values['projectName'] ?? []).filter((name) => name !== null).length;
}

const nothing: Outcome = { kind: 'merged', counts: {} };

export const edits: readonly Edit[] = [
  { name: 'saved as it was', steps: () => [], becomes: nothing },
  {
    name: 'cells changed: a text, what would be a formula, a date, a date as text',
    steps: (city) => [
      change(city, 0, 'reasonText', '等待环评批复'),
      change(city, 1, 'remark', '@SUM(1)'),
      change(city, 2, 'plannedStart', toSerial('2023-12-30')),
      change(city, 3, 'plannedStart', '2023年12月29日'),
    ],
    becomes: {
      kind: 'merged',
      counts: { changed: 4 },
      cells: [['reasonText', '等待环评批复'], ['remark', '@SUM(1)'], ['plannedStart', toSerial('2023-12-30')], ['plannedStart', '2023年12月29日']],
    },
  },
  {
    name: 'a row inserted among the others',
    steps: (city) => [{ do: 'insertRow', sheet: TAB, row: row(city, 2), cells: { [city.at('projectName')]: NEW_NAME } }],
    becomes: { kind: 'merged', counts: { added: 1 }, added: NEW_NAME },
  },
  {
    name: 'a row deleted',
    steps: (city) => [{ do: 'deleteRow', sheet: TAB, row: row(city, 1) }],
    becomes: { kind: 'merged', counts: { deleted: 1 } },
  },
  {
    name: 'rows sorted, then a cell changed',
    steps: (city) => [
      { do: 'sortRows', sheet: TAB, row: row(city, 0), rows: filledRows(city), columns: city.at('identity') + 1, by: city.at('projectName') },
      change(city, 0, 'reasonText', '等待用地批复'),
    ],
    becomes: { kind: 'merged', counts: { changed: 1 }, cells: [['reasonText', '等待用地批复']] },
  },
  {
    name: 'a title line put above',
    steps: (city) => [{ do: 'insertRow', sheet: TAB, row: 0, cells: { 0: '请于月底前报市项目建设专班' } }, change({ ...city, list: { ...city.list, firstRow: city.list.firstRow + 1 } }, 0, 'reasonText', '等待资金')],
    becomes: { kind: 'merged', counts: { changed: 1 }, cells: [['reasonText', '等待资金']] },
  },
  {
    name: 'a column moved',
    steps: (city) => [{ do: 'moveColumn', sheet: TAB, from: city.at('reasonText'), to: city.at('projectCode') }],
    becomes: nothing,
  },
  {
    name: 'a column of the own inserted',
    steps: (city) => [{ do: 'insertColumn', sheet: TAB, column: city.at('projectCode'), row: city.list.headerRow, header: '科室内部编号' }],
    becomes: nothing,
  },
  {
    name: 'the developers of two rows merged into one cell',
    steps: (city) => [change(city, 1, 'developer', DEVELOPER), { do: 'mergeCells', sheet: TAB, row: row(city, 1), column: city.at('developer'), rows: 2 }],
    becomes: { kind: 'merged', counts: { changed: 2 }, cells: [['developer', DEVELOPER], ['developer', DEVELOPER]] },
  },
  {
    name: 'rows hidden, and a date typed as the text that it was',
    steps: (city) => [
      change(city, 0, 'plannedStart', formatSerial(Number(city.list.values['plannedStart']![0]))),
      { do: 'hideRows', sheet: TAB, row: row(city, 1), rows: 3 },
    ],
    becomes: nothing,
  },
  {
    name: 'a filter left on, and the sheet renamed',
    steps: (city) => [
      {
        do: 'filterRows', sheet: TAB, row: row(city, 0), rows: filledRows(city), columns: city.at('identity') + 1,
        by: city.at('projectName'), text: String(city.list.values['projectName']![0]),
      },
      { do: 'renameSheet', sheet: TAB, name: '未开工（城区报）' },
    ],
    becomes: nothing,
  },
  {
    name: 'the list copied into a workbook of its own',
    steps: (city) => [change(city, 1, 'reasonText', '等待林地批复'), { do: 'keepSheet', sheet: TAB }],
    // Without the hidden sheet there is no base: the two ways differ where the unit changed.
    becomes: { kind: 'merged', counts: { conflicting: 1 }, cells: [['reasonText', '等待林地批复']] },
  },
  { name: 'saved with a password', password: '冬季行动', steps: () => [], becomes: { kind: 'refused', says: /密码.*请/ } },
  { name: 'saved as .xls', format: 'xls', steps: () => [], becomes: { kind: 'refused', says: /旧格式.*另存为/ } },
  { name: 'saved as .ods', format: 'ods', steps: () => [], becomes: { kind: 'refused', says: /OpenDocument.*另存为/ } },
  { name: 'saved as .csv', format: 'csv', steps: () => [], becomes: { kind: 'refused', says: /纯文本.*另存为/ } },
  { name: 'saved as a web page', format: 'html', steps: () => [], becomes: { kind: 'refused', says: /网页.*另存为/ } },
];
