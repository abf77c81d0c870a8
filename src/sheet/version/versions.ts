import type { Plan, Scope } from '../../plan/plan';
import { unitsInScope } from '../../list/registry';
import type { VersionChange } from '../../text/version';
import type { StoodSummary } from '../keep-notes';
import type { Area, RowMove, WorkbookContent } from '../model';
import { cellReader } from '../read-data';
import type { SummarySection, Version } from './version';
import { version1 } from './version-1';
import { version2 } from './version-2';

/** Every version that was handed out, the oldest first. A change of what is written is a new one here, with its file. */
export const versions: readonly Version[] = [version1, version2];

/** What has changed since a version, oldest first. */
export function changesSince(version: number): readonly VersionChange[] {
  return versions.flatMap((each) => (each.version > version ? each.changes : []));
}

/** The add-in's version that wrote such a workbook, as people say it: 0.1. */
export function productOf(version: number): string {
  const { product } = versions.find((each) => each.version === version) ?? version1;
  return product.split('.').slice(0, 2).join('.');
}

/** 汇总 as a version laid it: its sections with the cells that they take, the two lines above all of them included. */
export interface StatedSummary {
  readonly headings: readonly { readonly row: number; readonly text: string }[];
  readonly areas: readonly Area[];
}

/** 汇总 (its tab) where it stands as an earlier version laid it; null where it does not, or is gone. */
export function stoodSummary({ sheets }: WorkbookContent, name: string, plan: Plan, scope: Scope): StoodSummary | null {
  const sheet = sheets.find((each) => each.name === name);
  if (sheet === undefined) return null;
  const cell = cellReader(sheet);
  const former = versions.slice(0, -1).map((version) => stateSummary(version, plan, scope));
  const stated = former.find(({ headings }) => headings.every(({ row, text }) => cell(row, 0) === text));
  return stated === undefined ? null : { sheet: name, areas: stated.areas, moves: movesFrom(stated, plan, scope) };
}

/** The rows that have come in between the sections of 汇总 since a version. */
export function summaryMovesSince(version: number, plan: Plan, scope: Scope): readonly RowMove[] {
  const former = versions.slice(0, -1).find((each) => each.version === version);
  return former === undefined ? [] : movesFrom(stateSummary(former, plan, scope), plan, scope);
}

/** The rows that come in between for every section to stand where it stands today, so that what reads its cells can follow. */
function movesFrom({ headings }: StatedSummary, plan: Plan, scope: Scope): readonly RowMove[] {
  const bare = (text: string): string => text.replace(/^[一二三四五六七八九十]、/, '');
  const today = new Map(stateSummary(versions[versions.length - 1]!, plan, scope).headings.map(({ row, text }) => [bare(text), row]));
  const moves: RowMove[] = [];
  for (const { row, text } of headings) {
    const now = moves.reduce((at, move) => at + move.count, row);
    const count = (today.get(bare(text)) ?? now) - now;
    if (count > 0) moves.push({ row: now, count });
  }
  return moves;
}

export function stateSummary({ summary }: Version, plan: Plan, scope: Scope): StatedSummary {
  const sections = summary.filter(({ cityOnly }) => scope.kind === 'city' || cityOnly !== true);
  const headings: { row: number; text: string }[] = [];
  const areas: Area[] = [{ row: 0, column: 0, rows: 2, columns: Math.max(...summary.map(({ columns }) => columns)) }];
  let row = 3;
  for (const section of sections) {
    const rows = 1 + section.headerLines + linesOf(section, plan, scope) + (section.footLines ?? 0);
    headings.push({ row, text: section.heading });
    areas.push({ row, column: 0, rows, columns: section.columns });
    row += rows + 1;
  }
  return { headings, areas };
}

function linesOf({ lines }: SummarySection, plan: Plan, scope: Scope): number {
  if (lines === 'measures') return plan.measures.length;
  const units = unitsInScope(plan, scope).length;
  return lines === 'unitsAndCity' && scope.kind === 'city' ? units + 1 : units;
}
