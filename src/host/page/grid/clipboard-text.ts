import type { Area } from '../../../sheet/model';

/** Tab-separated text to rows. Quoted cells may hold tabs, quotes (doubled) and line breaks, as Excel writes them. */
export function parseTabText(text: string): string[][] {
  const rows: string[][] = [];
  let row: string[] = [];
  let cell = '';
  let at = 0;
  const endCell = (): void => {
    row.push(cell);
    cell = '';
  };
  const endRow = (): void => {
    endCell();
    rows.push(row);
    row = [];
  };
  while (at < text.length) {
    const quoted = cell === '' && text[at] === '"' ? readQuoted(text, at) : null;
    if (quoted) {
      cell = quoted.cell;
      at = quoted.next;
      continue;
    }
    const character = text[at]!;
    at += 1;
    if (character === '\t') endCell();
    else if (character === '\n') endRow();
    else if (character === '\r') {
      if (text[at] === '\n') at += 1;
      endRow();
    } else cell += character;
  }
  // Excel ends the last row with a line break too; only text after it is another row.
  if (cell !== '' || row.length > 0) endRow();
  return rows;
}

/** A quoted cell from here, or null where the quote is not closed before a tab, a line end or the end: then it is text. */
function readQuoted(text: string, start: number): { cell: string; next: number } | null {
  let cell = '';
  for (let at = start + 1; at < text.length; at += 1) {
    if (text[at] !== '"') {
      cell += text[at];
      continue;
    }
    if (text[at + 1] === '"') {
      cell += '"';
      at += 1;
      continue;
    }
    const next = text[at + 1];
    return next === undefined || next === '\t' || next === '\n' || next === '\r'
      ? { cell: cell.replace(/\r\n?/g, '\n'), next: at + 1 }
      : null;
  }
  return null;
}

/** Rows to tab-separated text; what would break a cell is quoted. */
export function formatTabText(rows: readonly (readonly string[])[]): string {
  return rows
    .map((row) => row.map((cell) => (/[\t\r\n]|^"/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join('\t'))
    .join('\r\n');
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/** Rows to an HTML table, for Word, mail and other programs. */
export function formatHtmlTable(rows: readonly (readonly string[])[]): string {
  const escape = (cell: string): string => cell.replace(/[&<>"]/g, (found) => entities[found]!).replace(/\r?\n/g, '<br>');
  const body = rows.map((row) => `<tr>${row.map((cell) => `<td>${escape(cell)}</td>`).join('')}</tr>`).join('');
  return `<table>${body}</table>`;
}

/**
 * Where a copied block goes, as Excel does it: one cell fills the whole selection, a block is repeated where the
 * selection is a whole multiple of it, otherwise it is laid once; rows and columns beyond the sheet's edge are left out.
 */
export function layPaste<T>(
  block: readonly (readonly T[])[],
  selection: Area,
  edge: { readonly rows: number; readonly columns: number },
  blank: T,
): { readonly row: number; readonly column: number; readonly content: T[][] } {
  const high = block.length;
  const wide = Math.max(0, ...block.map((row) => row.length));
  if (high === 0 || wide === 0) return { row: selection.row, column: selection.column, content: [] };
  const repeats = selection.rows % high === 0 && selection.columns % wide === 0;
  const rows = Math.min(repeats ? selection.rows : high, edge.rows - selection.row);
  const columns = Math.min(repeats ? selection.columns : wide, edge.columns - selection.column);
  const content = Array.from({ length: rows }, (_, row) =>
    Array.from({ length: columns }, (_unused, column) => block[row % high]![column % wide] ?? blank),
  );
  return { row: selection.row, column: selection.column, content };
}
