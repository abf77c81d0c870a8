import type { Value } from '../list/list';
import type { Bulletin, RankedProgress, Standing } from '../total/bulletin';
import { writeBulletin } from '../text/bulletin';
import {
  bulletinDays,
  bulletinLabels as labels,
  bulletinNotes,
  bulletinOffice,
  bulletinTitle,
  describeRankChange,
  formerPeriod,
  progressWords,
  rankingHeading,
} from '../text/bulletin-word';
import { blockStyles, bulletinStyles } from './bulletin-look';
import { layBulletinSheet, type BlockPlace, type BulletinLayout } from './bulletin-layout';
import { fitParagraphs } from './fit-paragraph';
import type { Area, Block, SheetModel } from './model';

/** What the sheet 排名通报 is built from. */
export interface BulletinSheet {
  readonly bulletin: Bulletin;
  /** Name of the older file, as shown; null without one. */
  readonly olderFile: string | null;
}

/** Native table of the first ranking, by which the sheet is known again. */
export const bulletinTable = 'tBulletin_list';

const pixelsPerPoint = 96 / 72;
/** Two characters, as Chinese paragraphs begin. */
const indent = '　　';

/**
 * The sheet 排名通报: head, four rankings and the words, one A4 page. Values only: it is a paper of a day, and says so.
 */
export function buildBulletin(name: string, { bulletin, olderFile }: BulletinSheet): SheetModel {
  const layout = layBulletinSheet(bulletin);
  const { columns, officeRow, ruleRow, titleRow, infoRow, situationRow, firstParagraphRow } = layout;
  const told = [...bulletinNotes(bulletin), ...writeBulletin(bulletin)].map((text) => `${indent}${text}`);
  const paragraphs = fitParagraphs(told, sumOf(layout.columnWidths) / pixelsPerPoint, paragraphRoom(layout));
  const signatureRow = firstParagraphRow + told.length;
  const lines: [row: number, text: string, height: number][] = [
    [officeRow, bulletinOffice(bulletin.plan), 44],
    [ruleRow, '', 3],
    [titleRow, bulletinTitle(bulletin.plan), 40],
    [infoRow, bulletinDays(bulletin, olderFile), 20],
    [situationRow, labels.situation, 24],
    ...told.map((text, at): [number, string, number] => [firstParagraphRow + at, text, paragraphs.heights[at]!]),
    [signatureRow, bulletinOffice(bulletin.plan), 24],
    [signatureRow + 1, labels.date, 18],
    [signatureRow + 2, `${labels.snapshot}${labels.legend}`, noteHeight],
  ];
  const wholeLine = (row: number): Area => ({ row, column: 0, rows: 1, columns });
  const [first] = layout.blocks;
  return {
    name,
    visibility: 'visible',
    tabColor: '#B3261E',
    gridlines: false,
    blocks: [
      ...lines.flatMap(([row, text]): Block[] => (text === '' ? [] : [{ row, column: 0, content: [[text]] }])),
      ...layout.blocks.flatMap((place, at) => rankingBlocks(bulletin, bulletin.rankings[at]!, place, at)),
    ],
    styles: [
      ...bulletinStyles(layout, { ...paragraphs, count: told.length, signatureRow }),
      ...layout.blocks.flatMap((place, at) => blockStyles(layout, place, bulletin.rankings[at]!)),
    ],
    merges: [
      ...lines.map(([row]) => wholeLine(row)),
      ...layout.blocks.map(({ sectionRow, column }) => ({ row: sectionRow, column, rows: 1, columns: layout.blockWidths.length })),
    ],
    columnWidths: layout.columnWidths.map((width, column) => ({ column, width })),
    rowHeights: [...lines.map(([row, , height]) => ({ row, height })), ...blockHeights(layout)],
    tables:
      first === undefined
        ? []
        : [
            {
              name: bulletinTable,
              area: { row: first.headerRow, column: first.column, rows: layout.lines + 1, columns: layout.blockWidths.length },
              headers: headersOf(bulletin, bulletin.rankings[0]!),
              filter: false,
              style: null,
            },
          ],
    validations: [],
    conditionalFormats: [],
    links: [],
    print: {
      paper: 'A4',
      orientation: 'portrait',
      fitToWidth: 1,
      area: { row: 0, column: 0, rows: signatureRow + 3, columns },
      centerHorizontally: true,
      footer: { left: '', center: '', right: '' },
      margins: { top: 0.6, bottom: 0.5, left: 0.5, right: 0.5, footer: 0.2 },
    },
  };
}

const noteHeight = 30;
const [sectionHeight, headerHeight, lineHeight, gapHeight] = [24, 30, 18, 6] as const;

function blockHeights({ blocks, lines }: BulletinLayout): { row: number; height: number }[] {
  return blocks.filter(({ column }) => column === 0).flatMap(({ sectionRow, headerRow, firstRow }) => [
    { row: sectionRow, height: sectionHeight },
    { row: headerRow, height: headerHeight },
    ...Array.from({ length: lines }, (_, line) => ({ row: firstRow + line, height: lineHeight })),
    { row: firstRow + lines, height: gapHeight },
  ]);
}

/** Points that an A4 page leaves for the words when its width is filled, by the heights of everything else. */
function paragraphRoom(layout: BulletinLayout): number {
  const [pageWidth, pageHeight] = [8.27 - 1, 11.69 - 1.1].map((inches) => inches * 72) as [number, number];
  const scale = Math.min(1, pageWidth / (sumOf(layout.columnWidths) / pixelsPerPoint));
  const blocks = blockHeights(layout).reduce((sum, { height }) => sum + height, 0);
  const rest = 44 + 3 + 40 + 20 + 24 + 24 + 18 + noteHeight;
  // Programs round rows to their own pixels.
  return (pageHeight / scale) * 0.97 - blocks - rest;
}

function sumOf(numbers: readonly number[]): number {
  return numbers.reduce((sum, number) => sum + number, 0);
}

function headersOf(bulletin: Bulletin, { ranking, rate }: RankedProgress): string[] {
  const words = progressWords[ranking.key];
  const former = formerPeriod(bulletin);
  return [
    labels.rank,
    labels.unit,
    words.target,
    words.done,
    rate.name,
    ...(bulletin.olderAsOf === null ? [] : [`${former}${labels.rank}`, `${former}${labels.rate}`, labels.change]),
  ];
}

function rankingBlocks(bulletin: Bulletin, ranking: RankedProgress, place: BlockPlace, at: number): Block[] {
  const { column, sectionRow, headerRow } = place;
  const { city } = ranking;
  const isCompared = bulletin.olderAsOf !== null;
  const unitLine = ({ unit, rank, target, done, rate, before, change }: Standing): Value[] => [
    rank,
    unit.name,
    target,
    done,
    rate,
    ...(before === null ? [] : [before.rank, before.rate, describeRankChange(change)]),
  ];
  const cityLine: Value[] =
    city === null ? [] : [null, labels.city, city.target, city.done, city.rate, ...(isCompared ? [null, city.olderRate, null] : [])];
  return [
    { row: sectionRow, column, content: [[rankingHeading(at, ranking.ranking.name, ranking.rate.unitOfMeasure)]] },
    { row: headerRow, column, content: [headersOf(bulletin, ranking), ...ranking.standings.map(unitLine), ...(city === null ? [] : [cityLine])] },
  ];
}
