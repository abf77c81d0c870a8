import type { ComparisonReport } from '../job/compare';
import { listOf } from '../list/registry';
import { formatSerial } from '../plan/day';
import { comparisonKinds, comparedUnitName } from '../text/exchange-comparison';

/** The structured result of `compare --json`. */
export function comparisonData({ plan, lists, comparison, olderFile }: ComparisonReport): string {
  const data = {
    plan: plan.id,
    older: { file: olderFile, asOf: formatSerial(comparison.olderAsOf) },
    newer: { asOf: formatSerial(comparison.newerAsOf) },
    counts: comparison.counts,
    missing: comparison.missing,
    units: comparison.units.map(({ unit, counts, lists: sections }) => ({
      unit: unit === null ? null : comparedUnitName(plan, unit),
      counts,
      lists: sections.map((section) => {
        const list = listOf(lists, section.list);
        const header = (key: string) => list.columns.find((column) => column.key === key)?.header ?? key;
        const rows = comparisonKinds.map((kind) => [
          kind,
          section[kind].map(({ identity, name, cells }) => ({
            row: identity,
            name,
            cells: cells.map((cell) => ({ ...cell, header: header(cell.column) })),
          })),
        ]);
        return { list: section.list, sheet: list.sheetName, counts: section.counts, ...Object.fromEntries(rows) };
      }),
    })),
  };
  return `${JSON.stringify(data, null, 2)}\n`;
}
