import type { Comparison, ComparisonCounts, UnitComparison } from '../exchange/compare';
import type { ComparedRow, ListComparison } from '../exchange/compare-row';
import type { List } from '../list/list';
import { listOf } from '../list/registry';
import type { Plan, Scope } from '../plan/plan';
import {
  comparedUnitName,
  comparisonKinds,
  comparisonLabels as labels,
  comparisonNotes,
  comparisonPeriod,
  comparisonTitle,
  describeComparedCell,
} from '../text/exchange-comparison';
import { colors, styles } from './look';
import type { Area, AreaStyle, Block, CellStyle, Content, SheetModel } from './model';
import { printReport } from './report-print';

/** What the sheet 比上月 is built from. */
export interface ComparisonSheet {
  readonly plan: Plan;
  /** Scope of the newer workbook. */
  readonly scope: Scope;
  readonly lists: readonly List[];
  readonly comparison: Comparison;
  /** Name of the older file, as shown. */
  readonly olderFile: string;
}

/** Native table of the details, by which the sheet is known again. */
export const comparisonTable = 'tCompare_list';

/** As wide as an A4 page at full size. */
const widths = [44, 84, 150, 50, 50, 50, 50, 50, 50, 190, 300];
const columns = widths.length;
const firstCount = 3;
const countColumns = comparisonKinds.length;
/** A cell holds no more; who changed so much is looked up in the lists. */
const longestText = 2_000;

/**
 * The sheet 比上月: numbers per unit, per unit and list, and project by project what came to be what. Values only: it
 * is a paper of a day, to be printed for a meeting, A4 landscape.
 */
export function buildComparison(name: string, input: ComparisonSheet): SheetModel {
  const { plan, comparison, lists, olderFile } = input;
  const { olderAsOf, newerAsOf, missing } = comparison;
  const notes = comparisonNotes(olderAsOf, newerAsOf, missing.map((key) => listOf(lists, key)));
  const isCity = input.scope.kind === 'city';
  const unitRows = comparison.units.map((unit) => countRow(plan, unit, labels.allLists, unit.counts));
  const totals = isCity ? [[null, labels.total, labels.allLists, ...counts(comparison.counts)]] : [];
  const listRows = comparison.units.flatMap((unit) => unit.lists.map((own) => countRow(plan, unit, listOf(lists, own.list).sheetName, own.counts)));
  const details = detailRows(input);
  const paper = new Paper();
  paper.line(comparisonTitle(plan, input.scope), { ...styles.title }, 34);
  paper.line(comparisonPeriod(olderAsOf, newerAsOf, olderFile), { ...styles.info, horizontal: 'center', color: colors.quiet }, 20);
  for (const note of notes) paper.line(note, { ...styles.info, wrap: true, color: '#8B1A1A' }, 20);
  paper.line(labels.byUnit, styles.section, 26);
  paper.table(countHeaders, [...unitRows, ...totals], countWidth, totals.length);
  if (listRows.length > 0) {
    paper.line(labels.byList, styles.section, 26);
    paper.table(countHeaders, listRows, countWidth, 0);
  }
  paper.line(labels.details, styles.section, 26);
  const headerRow = paper.row;
  // Where the figures fill a page or more, the projects begin on one of their own, or their header could be left alone at its foot.
  const breaks = headerRow > rowsOfPage ? [headerRow - 1] : [];
  paper.table(labels.detailHeaders, details.length > 0 ? details : [emptyDetails], columns, 0);
  const body: Area = { row: headerRow + 1, column: 0, rows: Math.max(1, details.length), columns };
  return {
    name,
    visibility: 'visible',
    tabColor: '#0F5C7A',
    gridlines: false,
    blocks: paper.blocks,
    styles: [...paper.styles, ...detailStyles(body)],
    merges: paper.merges,
    columnWidths: widths.map((width, column) => ({ column, width })),
    rowHeights: paper.heights,
    tables: [{ name: comparisonTable, area: { ...body, row: headerRow, rows: body.rows + 1 }, headers: [...labels.detailHeaders], filter: true, style: null }],
    validations: [],
    conditionalFormats: [],
    links: [],
    freeze: { rows: 2, columns: 0 },
    print: { ...printReport(headerRow), ...(breaks.length > 0 && { breaks }) },
  };
}

/** Rows of figures on a page. */
const rowsOfPage = 30;

/** The tables of numbers end where the project's name begins. */
const countWidth = firstCount + countColumns;

const countHeaders = ['', ...labels.detailHeaders.slice(1, countWidth)];

function countRow(plan: Plan, { unit }: UnitComparison, list: string, own: ComparisonCounts): Content[] {
  return [null, comparedUnitName(plan, unit), list, ...counts(own)];
}

function counts(own: ComparisonCounts): number[] {
  return comparisonKinds.map((kind) => own[kind]);
}

const emptyDetails: readonly Content[] = labels.detailHeaders.map((_, at) => (at === columns - 1 ? labels.none : null));

/** One line for each project of a list, with a tick for everything that happened to it. */
function detailRows({ plan, lists, comparison }: ComparisonSheet): Content[][] {
  const lines = comparison.units.flatMap(({ unit, lists: sections }) =>
    sections.flatMap((section) => {
      const list = listOf(lists, section.list);
      return [...projectsOf(section)].map(([row, kinds]): Content[] => [
        comparedUnitName(plan, unit),
        list.sheetName,
        ...comparisonKinds.map((kind) => (kinds.has(kind) ? labels.tick : null)),
        row.name === '' ? null : row.name,
        row.cells.map((cell) => describeComparedCell(list, cell)).join('；').slice(0, longestText) || null,
      ]);
    }),
  );
  return lines.map((line, at) => [at + 1, ...line]);
}

/** Every project of the section once, in the order of its rows, those that are gone last. */
function projectsOf(section: ListComparison): Map<ComparedRow, Set<string>> {
  const projects = new Map<string, { readonly row: ComparedRow; readonly kinds: Set<string> }>();
  for (const kind of comparisonKinds) {
    for (const row of section[kind]) {
      const key = `${row.olderRow ?? ''}/${row.newerRow ?? ''}`;
      const known = projects.get(key);
      if (known === undefined) projects.set(key, { row, kinds: new Set([kind]) });
      else known.kinds.add(kind);
    }
  }
  const ordered = [...projects.values()].sort((a, b) => (a.row.newerRow ?? Infinity) - (b.row.newerRow ?? Infinity) || (a.row.olderRow ?? 0) - (b.row.olderRow ?? 0));
  return new Map(ordered.map(({ row, kinds }) => [row, kinds]));
}

function detailStyles(body: Area): AreaStyle[] {
  const column = (at: number, count: number, style: CellStyle): AreaStyle => ({ area: { ...body, column: at, columns: count }, style });
  return [column(1, 1, { horizontal: 'center' }), column(2, 1, { horizontal: 'left', wrap: true }), column(9, 2, { horizontal: 'left', wrap: true })];
}

/** The sheet line by line, from the top. */
class Paper {
  row = 0;
  readonly blocks: Block[] = [];
  readonly styles: AreaStyle[] = [];
  readonly merges: Area[] = [];
  readonly heights: { row: number; height: number }[] = [];

  /** A line over the whole width. */
  line(text: string, style: CellStyle, height: number): void {
    const area = { row: this.row, column: 0, rows: 1, columns };
    this.blocks.push({ row: this.row, column: 0, content: [[text]] });
    this.styles.push({ area, style });
    this.merges.push(area);
    this.heights.push({ row: this.row, height });
    this.row += 1;
  }

  /** A header row and rows of figures; the last `totals` of them stand out. The first column of a table of numbers stays empty. */
  table(headers: readonly string[], rows: readonly (readonly Content[])[], width: number, totals: number): void {
    const from = headers[0] === '' ? 1 : 0;
    const at = (row: number, count: number) => ({ row, column: from, rows: count, columns: width - from });
    this.blocks.push({ row: this.row, column: from, content: [headers.slice(from), ...rows.map((cells) => cells.slice(from, width))] });
    this.styles.push({ area: at(this.row, 1), style: styles.header });
    this.styles.push({ area: at(this.row + 1, rows.length), style: { ...styles.body, horizontal: 'center', numberFormat: from === 1 ? '#,##0' : 'General' } });
    if (totals > 0) this.styles.push({ area: at(this.row + 1 + rows.length - totals, totals), style: { ...styles.total, horizontal: 'center' } });
    this.heights.push({ row: this.row, height: 24 });
    this.row += 1 + rows.length;
  }
}
