import type { Value } from '../list/list';
import type { TotalData } from '../total/data';
import { asOfName, dash } from '../total/reference';
import { computeRanks, rankFormula, rankings } from '../total/ranking';
import { computeSummaryInSteps, hasList, totalFormula, type SummaryColumn } from '../total/summary';
import type { CountPair } from '../total/permit-count';
import { finish, type Steps } from '../total/steps';
import { rateFormula } from '../total/target-formula';
import { formatDay } from '../text/format';
import { sheetLabels, summaryLabels, workbookTitle } from '../text/sheet';
import { formatAddress, formatArea } from './address';
import type { BuildInput } from './build-input';
import type { Block, Content, SheetModel } from './model';
import { reporterName, sheetNameOf } from './sheet-name';
import { rateChart } from './summary-chart';
import { laySummary, type BlockLayout, type SummaryLayout } from './summary-layout';
import { dataBars, summaryHeights, summaryMerges, summaryStyles } from './summary-look';
import { behindFormat, elapsedBlock, leadContent } from './summary-progress';
import { reconciliationBlock } from './summary-reconciliation';

/**
 * 汇总: rates with data bars, how they stand against the time gone by, the four rankings, what the rates are made
 * of, and the reconciliation. All native formulas.
 */
export function buildSummary(...source: Parameters<typeof buildSummaryInSteps>): SheetModel {
  return finish(buildSummaryInSteps(...source));
}

/** The same a few milliseconds at a time. */
export function* buildSummaryInSteps(input: BuildInput, data: TotalData, reporter: string): Steps<SheetModel> {
  const layout = laySummary(input.plan, input.scope);
  const columns = yield* computeSummaryInSteps(data, layout.units);
  const { reconciliation } = layout;
  const blocks: Block[] = [
    { row: 0, column: 0, content: [[`${workbookTitle(input.plan, input.scope)}汇总`]] },
    { row: 1, column: 0, content: [[infoLine(input, reporter)]] },
    ...rateBlocks(layout, columns),
    elapsedBlock(layout, columns),
    ...leadBlocks(layout, columns),
    ...countBlocks(layout.done, summaryLabels.done, layout, columns, data, (column) => column.rate.done, (column) => column.done),
    ...countBlocks(layout.target, summaryLabels.target, layout, columns, data, (column) => column.rate.target, (column) => column.target),
    ...rankingBlocks(layout, columns),
    ...(reconciliation === null ? [] : reconciliationBlock(reconciliation, data)),
  ];
  return {
    name: sheetNameOf('summary', input.sheetNames),
    visibility: 'visible',
    tabColor: '#0F5C7A',
    gridlines: false,
    blocks,
    styles: summaryStyles(layout, columns),
    merges: summaryMerges(layout, columns),
    columnWidths: Array.from({ length: layout.columns }, (_, column) => ({ column, width: column === 0 ? 96 : 92 })),
    rowHeights: summaryHeights(layout),
    tables: [],
    validations: [],
    conditionalFormats: [behindFormat(layout, columns.length), ...dataBars(layout, columns)],
    links: [],
    // One unit alone has nothing to be compared with.
    ...(reconciliation !== null && { charts: [rateChart(layout, columns)] }),
    freeze: { rows: 2, columns: 1 },
    print: {
      paper: 'A4',
      orientation: 'landscape',
      fitToWidth: 1,
      titleRows: { from: 0, to: 1 },
      ...(reconciliation !== null && { breaks: [layout.ranking, layout.done, reconciliation].map(({ sectionRow }) => sectionRow) }),
      centerHorizontally: true,
      footer: { left: sheetLabels.signature, center: '', right: sheetLabels.page },
      margins: { top: 0.6, bottom: 0.7, left: 0.4, right: 0.4, footer: 0.3 },
    },
    protection: { allowFormatColumns: true, allowFilter: false },
  };
}

function infoLine(input: BuildInput, reporter: string): Content {
  return {
    formula:
      `="${sheetLabels.reporter}："&${reporterName}` +
      `&"　　${sheetLabels.asOf}："&YEAR(${asOfName})&"年"&MONTH(${asOfName})&"月"&DAY(${asOfName})&"日"`,
    value: `${sheetLabels.reporter}：${reporter}　　${sheetLabels.asOf}：${formatDay(input.asOf)}`,
  };
}

/** Rate = done ÷ target, cell by cell; — where either is —. */
function rateBlocks(layout: SummaryLayout, columns: readonly SummaryColumn[]): Block[] {
  const body = lineNames(layout).map((name, line): Content[] => [
    name,
    ...columns.map((column, at): Content => {
      const done = formatAddress(layout.done.firstRow + line, at + 1);
      const target = formatAddress(layout.target.firstRow + line, at + 1);
      return {
        formula: `=IF(AND(ISNUMBER(${done}),ISNUMBER(${target})),${rateFormula(done, target)},"${dash}")`,
        value: column.rates[line] ?? dash,
      };
    }),
  ]);
  return framed(layout.rate, summaryLabels.rate, columns, body, (column) => column.rate.name);
}

/** The names that stand beside the rates, and the points by which each is ahead of the time gone by. */
function leadBlocks(layout: SummaryLayout, columns: readonly SummaryColumn[]): Block[] {
  const leads = leadContent(layout, columns);
  const body = lineNames(layout).map((name, line): Content[] => [name, ...leads[line]!]);
  return framed(layout.lead, summaryLabels.lead, columns, body, (column) => column.rate.name);
}

function countBlocks(
  part: BlockLayout,
  section: string,
  layout: SummaryLayout,
  columns: readonly SummaryColumn[],
  data: TotalData,
  pairOf: (column: SummaryColumn) => CountPair,
  valuesOf: (column: SummaryColumn) => readonly Value[],
): Block[] {
  const unitCount = layout.units.length;
  const body = lineNames(layout).map((name, line): Content[] => [
    name,
    ...columns.map((column, at): Content => {
      const value = valuesOf(column)[line] ?? dash;
      if (line >= unitCount) {
        const cells = formatArea({ row: part.firstRow, column: at + 1, rows: unitCount, columns: 1 });
        return { formula: totalFormula(cells, column.rate.decimals), value };
      }
      const { formula } = pairOf(column);
      if (formula === null || !hasList(data.lists, column.rate.list)) return value;
      return { formula: `=${formula(`$${formatAddress(part.firstRow + line, 0)}`, data.lists)}`, value };
    }),
  ]);
  return framed(part, section, columns, body, (column) => `${column.rate.counted}\n（${column.rate.unitOfMeasure}）`);
}

/** Section line, bands, headers and body of a block with a column for each rate. */
function framed(
  part: BlockLayout,
  section: string,
  columns: readonly SummaryColumn[],
  body: Content[][],
  headerOf: (column: SummaryColumn) => string,
): Block[] {
  const bands = columns.map((column, at) => (columns[at - 1]?.rate.band === column.rate.band ? null : column.rate.band));
  return [
    { row: part.sectionRow, column: 0, content: [[section]] },
    { row: part.bandRow!, column: 0, content: [[summaryLabels.unit, ...bands]] },
    { row: part.headerRow, column: 0, content: [[null, ...columns.map(headerOf)]] },
    { row: part.firstRow, column: 0, content: body },
  ];
}

/** Each ranking shows the rate again beside its rank, over the counties; 市本级 is shown, not ranked. */
function rankingBlocks(layout: SummaryLayout, columns: readonly SummaryColumn[]): Block[] {
  const part = layout.ranking;
  const ranked = rankings.map((ranking) => {
    const at = columns.findIndex((column) => column.rate.key === ranking.rate);
    return { ranking, at, ranks: computeRanks(columns[at]!, layout.units) };
  });
  const body = layout.units.map((unit, line): Content[] => [
    unit.name,
    ...ranked.flatMap(({ at, ranks }): Content[] => {
      const rate = formatAddress(layout.rate.firstRow + line, at + 1);
      const cells = formatArea({ row: layout.rate.firstRow, column: at + 1, rows: layout.counties, columns: 1 });
      const isRanked = unit.kind === 'county' && layout.units.length > 1;
      return [
        { formula: `=${rate}`, value: columns[at]!.rates[line] ?? dash },
        isRanked ? { formula: rankFormula(rate, cells), value: ranks[line] ?? dash } : dash,
      ];
    }),
  ]);
  return [
    { row: part.sectionRow, column: 0, content: [[summaryLabels.ranking]] },
    { row: part.bandRow!, column: 0, content: [[summaryLabels.unit, ...rankings.flatMap(({ name }) => [name, null])]] },
    {
      row: part.headerRow,
      column: 0,
      content: [[null, ...rankings.flatMap(() => [summaryLabels.rankRate, summaryLabels.rank])]],
    },
    { row: part.firstRow, column: 0, content: body },
  ];
}

function lineNames(layout: SummaryLayout): string[] {
  const names = layout.units.map((unit) => unit.name);
  return layout.lines > names.length ? [...names, sheetLabels.city] : names;
}
