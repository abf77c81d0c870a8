import type { Plan, Scope, Unit } from '../plan/plan';
import { summaryRates } from '../total/summary';
import { unitsInScope } from '../list/registry';
import { unitOf } from '../plan/unit';
import { rankings } from '../total/ranking';

/** Where the blocks of 汇总 stand, 0-based. Column 0 holds the units' names, column 1 + i the i-th rate. */
export interface SummaryLayout {
  readonly units: readonly Unit[];
  /** Units, and 全市 last in the city workbook. */
  readonly lines: number;
  readonly counties: number;
  readonly columns: number;
  readonly rate: BlockLayout;
  /** Under the rates: their periods, and the share of each gone by. */
  readonly periodRow: number;
  readonly elapsedRow: number;
  readonly lead: BlockLayout;
  readonly done: BlockLayout;
  readonly target: BlockLayout;
  readonly ranking: BlockLayout;
  /** Null in a unit's workbook. */
  readonly reconciliation: BlockLayout | null;
}

/** A section line, one or two header rows, and the body. */
export interface BlockLayout {
  readonly sectionRow: number;
  readonly bandRow: number | null;
  readonly headerRow: number;
  readonly firstRow: number;
  readonly rows: number;
}

const firstSectionRow = 3;

export function laySummary(plan: Plan, scope: Scope): SummaryLayout {
  const units = unitsInScope(plan, scope).map((key) => unitOf(plan, key));
  const isCity = scope.kind === 'city';
  const lines = units.length + (isCity ? 1 : 0);
  const rate = block(firstSectionRow, lines, true);
  const periodRow = rate.firstRow + lines;
  const elapsedRow = periodRow + 1;
  const lead = block(elapsedRow + 2, lines, true);
  const ranking = block(after(lead), units.length, true);
  const done = block(after(ranking), lines, true);
  const target = block(after(done), lines, true);
  return {
    units,
    lines,
    counties: units.filter((unit) => unit.kind === 'county').length,
    columns: 1 + Math.max(summaryRates(plan).length, rankings.length * 2),
    rate,
    periodRow,
    elapsedRow,
    lead,
    done,
    target,
    ranking,
    reconciliation: isCity ? block(after(target), plan.measures.length, false) : null,
  };
}

function block(sectionRow: number, rows: number, hasBand: boolean): BlockLayout {
  const headerRow = sectionRow + (hasBand ? 2 : 1);
  return { sectionRow, bandRow: hasBand ? sectionRow + 1 : null, headerRow, firstRow: headerRow + 1, rows };
}

function after(previous: BlockLayout): number {
  return previous.firstRow + previous.rows + 1;
}
