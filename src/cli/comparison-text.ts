import type { ComparisonReport } from '../job/compare';
import { listOf } from '../list/registry';
import {
  comparedUnitName,
  comparisonKindName,
  comparisonKinds,
  comparisonLabels,
  comparisonNotes,
  comparisonPeriod,
} from '../text/exchange-comparison';

/** The result of `compare` for people: numbers per unit and list; the projects are in --json and --out. */
export function comparisonText({ plan, lists, comparison, olderFile }: ComparisonReport): string {
  const { olderAsOf, newerAsOf, missing, units, counts } = comparison;
  const said = (own: typeof counts) =>
    comparisonKinds.flatMap((kind) => (own[kind] > 0 ? [`${comparisonKindName(kind)} ${own[kind]}`] : [])).join('，') || '没有变化';
  return [
    comparisonPeriod(olderAsOf, newerAsOf, olderFile),
    ...comparisonNotes(olderAsOf, newerAsOf, missing.map((key) => listOf(lists, key))),
    ...units.flatMap(({ unit, counts: own, lists: sections }) => [
      `${comparedUnitName(plan, unit)}：${said(own)}`,
      ...sections.map((section) => `  《${listOf(lists, section.list).sheetName}》${said(section.counts)}`),
    ]),
    `${comparisonLabels.total}：${said(counts)}`,
    '',
  ].join('\n');
}
