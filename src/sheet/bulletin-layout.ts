import type { Bulletin } from '../total/bulletin';

/** Where everything stands on the sheet 排名通报, 0-based: four rankings two by two, the words under them. */
export interface BulletinLayout {
  /** Widths in pixels of one ranking's columns. */
  readonly blockWidths: readonly number[];
  readonly columns: number;
  readonly columnWidths: readonly number[];
  readonly officeRow: number;
  readonly ruleRow: number;
  readonly titleRow: number;
  readonly infoRow: number;
  /** Units and 全市. */
  readonly lines: number;
  readonly blocks: readonly BlockPlace[];
  readonly situationRow: number;
  readonly firstParagraphRow: number;
}

/** Where one ranking stands: its name, its header, its first unit. */
export interface BlockPlace {
  readonly column: number;
  readonly sectionRow: number;
  readonly headerRow: number;
  readonly firstRow: number;
}

// 名次, 单位, 应开工, 已开工, 开工率, and of the older workbook 名次, 完成率, 升降.
const compared = [32, 56, 44, 44, 68, 56, 68, 52];
const plain = [46, 88, 78, 78, 90];
const gap = 14;

export function layBulletinSheet(bulletin: Bulletin): BulletinLayout {
  const blockWidths = bulletin.olderAsOf === null ? plain : compared;
  const lines = bulletin.units.length + 1;
  const firstSection = 4;
  const blockRows = lines + 3;
  const blocks = bulletin.rankings.map((_, at): BlockPlace => {
    const sectionRow = firstSection + Math.floor(at / 2) * blockRows;
    const column = (at % 2) * (blockWidths.length + 1);
    return { column, sectionRow, headerRow: sectionRow + 1, firstRow: sectionRow + 2 };
  });
  const situationRow = firstSection + Math.ceil(bulletin.rankings.length / 2) * blockRows;
  return {
    blockWidths,
    columns: blockWidths.length * 2 + 1,
    columnWidths: [...blockWidths, gap, ...blockWidths],
    officeRow: 0,
    ruleRow: 1,
    titleRow: 2,
    infoRow: 3,
    lines,
    blocks,
    situationRow,
    firstParagraphRow: situationRow + 1,
  };
}
