import { projectCodePattern } from '../../list/column';
import { kindOf, type Hit } from '../compile';
import { narrow } from '../name';
import type { CellRule } from '../rule';

const kind = kindOf('cell/project-code', 'info');
const regionStart = 5;

/** The city's own region fits every unit. Those of the province and of the national platform are no unit's here. */
const regionOfCity = '140500';

/**
 * 项目代码 is not of the national platform's form; as a hint, where its region is another county's than the row's
 * unit. Blind spot: the check digits of a code are not public, so a slip inside them is not seen.
 */
export const projectCode: CellRule = {
  scope: 'cell',
  code: 'cell/project-code',
  severity: 'warning',
  source: '惯例',
  lists: 'all',
  passes(table, { plan }) {
    return table.list.columns
      .filter((column) => column.type === 'projectCode')
      .map((column) => {
        const indexOfRegion = new Map(plan.units.map((unit, index) => [unit.regionCode, index]));
        const run = (from: number, to: number, hit: Hit) => {
          const values = table.cells(column.key);
          for (let row = from; row < to; row++) {
            const value = values[row];
            if (typeof value !== 'string') continue;
            const unit = table.unit[row]!;
            const region = value.slice(regionStart, regionStart + 6);
            const owner = indexOfRegion.get(region);
            if (unit < 0 || owner === undefined || owner === unit || region === regionOfCity) continue;
            if (projectCodePattern.test(value)) hit(kind, row);
          }
        };
        return { column: column.key, run };
      });
  },
  detail({ table, column: key, row }, { plan }) {
    const before = table.value(key, row);
    const text = String(before);
    if (projectCodePattern.test(text)) {
      const region = text.slice(regionStart, regionStart + 6);
      const owner = plan.units.find((unit) => unit.regionCode === region)!;
      return { columns: [key], params: { seen: before, expected: null, region, owner: owner.key } };
    }
    const tidied = narrow(text).replace(/\s/g, '').replace(/[—–_]/g, '-');
    const after = projectCodePattern.test(tidied) ? tidied : null;
    return {
      columns: [key],
      params: { seen: before, expected: after, region: null, owner: null },
      ...(after !== null ? { fix: { kind: 'cell', list: table.list.key, rowIndex: row, column: key, before, after } } : {}),
    };
  },
};
