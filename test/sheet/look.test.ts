import type { Column } from '../../src/list/list';
import { listsOf } from '../../src/list/registry';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { formatValue } from '../../src/host/formula/number-format';
import { bodyStyleOf } from '../../src/sheet/look';
import { halfFilled } from '../job/workbook';

const columns = listsOf(plan).flatMap((list) => list.columns);
const of = (type: Column['type'], unit?: string): Column => columns.find((column) => column.type === type && column.key !== 'rank' && (unit === undefined || column.unitOfMeasure === unit))!;

it.each([
  [of('count'), 1547, '1,547'],
  [of('money', '万元'), 36810000, '36,810,000.00'],
  [of('money', '亿元'), 1087.5125, '1,087.5125'],
  [of('rate'), 12.345, '1,234.50%'],
])('sets thousands apart, and keeps off the text of the next column: %#', (column, value, shown) => {
  const { numberFormat, horizontal } = bodyStyleOf(column);
  expect(horizontal).toBe('right');
  expect(formatValue(value, numberFormat!).text).toBe(`${shown} `);
});

it('puts a rank in the middle, whether it is a number or —', () => {
  const ranks = columns.filter(({ key }) => key === 'rank');
  expect(ranks).toHaveLength(2);
  for (const rank of ranks) expect(bodyStyleOf(rank)).toMatchObject({ horizontal: 'center', numberFormat: '#,##0' });
});

it('counts projects in 合计 the same way', () => {
  const { sheets } = halfFilled({ scope: { kind: 'unit', unit: 'lingchuan' }, seed: 31 });
  const sheet = sheets.find(({ name }) => name === '5 未开工项目')!;
  const { area, headers } = sheet.tables[0]!;
  const [style] = sheet.styles.filter(({ area: { row, column } }) => row === area.row - 2 && column === headers.indexOf('项目名称'));
  expect(formatValue(1547, style!.style.numberFormat!).text).toBe('1,547个 ');
});
