import type { ProjectList, TargetList } from '../list/list';
import { targetColumn } from '../list/target-list';
import { noticeLine, totalLine, type LineCell } from '../total/city-line';
import { isFilled, valuesOf, type TotalData } from '../total/data';
import { columnReference } from '../total/reference';
import { roundTo, sumOf } from '../total/round';
import { cityLevelLabel, sheetLabels } from '../text/sheet';
import { formatAbsoluteAddress } from './address';
import type { BuildInput } from './build-input';
import { columnAt, type ListLayout } from './layout';
import type { Content } from './model';

/** The 合计 row of a project list: it follows the filter, so it sums what is shown. */
export function projectTotals(list: ProjectList, layout: ListLayout, data: TotalData): Content[] {
  return layout.places.map((place, at): Content => {
    if (at === 0) return sheetLabels.total;
    if (place.kind !== 'ours') return null;
    const { column } = place;
    const reference = columnReference(list, column.key);
    const values = valuesOf(data, list.key, column.key);
    if (column.key === list.nameColumn) {
      return { formula: `=SUBTOTAL(103,${reference})`, value: values.filter(isFilled).length };
    }
    if (column.summed !== true) return null;
    const decimals = column.decimals ?? 2;
    return {
      formula: `=ROUND(SUBTOTAL(109,${reference}),${decimals})`,
      value: roundTo(sumOf(values), decimals),
    };
  });
}

/** 全市合计 and 文件全市数 above a target list of the city workbook. */
export function cityLines(list: TargetList, layout: ListLayout, data: TotalData): Content[][] {
  const cell = (row: number | null) => (key: string) => formatAbsoluteAddress(row ?? 0, columnAt(layout, key));
  const cells = { total: cell(layout.cityTotalRow), notice: cell(layout.noticeRow) };
  const lines = [
    { label: sheetLabels.cityTotal, cellOf: totalLine },
    { label: sheetLabels.notice, cellOf: noticeLine },
  ];
  return lines.map(({ label, cellOf }) =>
    layout.places.map((place): Content => {
      if (place.kind !== 'ours') return null;
      if (place.column.key === 'unit') return label;
      return contentOf(cellOf(list, place.column, data, cells));
    }),
  );
}

/** 市本级's subtotals in 城区's workbook, locked: without them 储备差额 of 城区 cannot be told. */
export function cityLevelLine(layout: ListLayout, input: BuildInput): Content[] {
  return layout.places.map((place): Content => {
    if (place.kind !== 'ours') return null;
    const { key, measure } = place.column;
    if (key === 'unit') return cityLevelLabel(input.plan);
    if (measure === undefined || key !== targetColumn(measure, 'done')) return null;
    return input.cityLevelReserve?.[measure] ?? null;
  });
}

function contentOf({ formula, value }: LineCell): Content {
  return formula === null ? value : { formula, value };
}
