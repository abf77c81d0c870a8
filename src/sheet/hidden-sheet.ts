import { styles } from './look';
import type { Block, SheetModel } from './model';

/** A very hidden sheet of texts: what the workbook knows of itself, and nothing that anybody looks at. */
export function hiddenSheet(name: string, blocks: readonly Block[]): SheetModel {
  const rows = Math.max(...blocks.map((block) => block.row + block.content.length));
  const columns = Math.max(...blocks.map((block) => block.column + (block.content[0]?.length ?? 0)));
  return {
    name,
    visibility: 'veryHidden',
    gridlines: true,
    blocks,
    styles: [{ area: { row: 0, column: 0, rows, columns }, style: styles.hidden }],
    merges: [],
    columnWidths: [],
    rowHeights: [],
    tables: [],
    validations: [],
    conditionalFormats: [],
    links: [],
  };
}
