import { parseStructRef, type ReferenceStruct } from '@borgar/fx';
import { rewriteTokens } from './reference-text';
import { foldCase } from './scalar';

/** Sheet name as it stands before the !, in quotes where Excel wants them. */
export function quoteSheetName(name: string): string {
  const isPlain = /^[A-Za-z_\u3400-\u9fff][A-Za-z0-9_.\u3400-\u9fff]*$/.test(name);
  const looksLikeCell = /^([A-Za-z]{1,3}\d+|[Rr]\d*([Cc]\d*)?|[Cc]\d*|true|false)$/i.test(name);
  return isPlain && !looksLikeCell ? name : `'${name.replaceAll("'", "''")}'`;
}

function readSheetName(prefix: string): string {
  return prefix.startsWith("'") ? prefix.slice(1, -1).replaceAll("''", "'") : prefix;
}

/** Formula after a sheet was renamed. */
export function renameSheet(formula: string, from: string, to: string): string {
  const old = foldCase(from);
  return rewriteTokens(formula, (token) => {
    if (token.type === 'context' || token.type === 'context_quote') {
      return foldCase(readSheetName(token.value)) === old ? quoteSheetName(to) : token.value;
    }
    if (!token.type.startsWith('range')) return token.value;
    const cut = token.value.lastIndexOf('!');
    if (cut < 0 || foldCase(readSheetName(token.value.slice(0, cut))) !== old) return token.value;
    return quoteSheetName(to) + token.value.slice(cut);
  });
}

/** As Excel writes it: brackets round whatever is more than letters, digits and Chinese characters. */
function writeTableReference({ table = '', sections = [], columns = [] }: ReferenceStruct, isShort: boolean): string {
  const escape = (column: string) => column.replace(/['#[\]@]/g, "'$&");
  const bracketed = columns.map((column) => `[${escape(column)}]`).join(':');
  const isPlain = columns.length === 1 && /^[\w\u3400-\u9fff]+$/.test(columns[0]!);
  if (isShort && sections.length === 1 && sections[0]!.toLowerCase() === 'this row') {
    return `${table}[@${isPlain ? columns[0]! : bracketed}]`;
  }
  if (sections.length === 0) return `${table}[${isPlain ? columns[0]! : bracketed}]`;
  const words = sections.map((section) => `#${section.toLowerCase().replace(/\b\w/g, (letter) => letter.toUpperCase())}`);
  if (columns.length === 0 && words.length === 1) return `${table}[${words[0]!}]`;
  return `${table}[${[...words.map((word) => `[${word}]`), ...(columns.length > 0 ? [bracketed] : [])].join(',')}]`;
}

/** Structured references of one table rewritten; those without a table name count when the formula is in that table. */
function rewriteTable(formula: string, table: string, isInTable: boolean, change: (parts: ReferenceStruct) => void): string {
  return rewriteTokens(formula, (token) => {
    if (token.type !== 'structured') return token.value;
    const parts = parseStructRef(token.value);
    if (!parts || (parts.table ? foldCase(parts.table) !== foldCase(table) : !isInTable)) return token.value;
    change(parts);
    return writeTableReference(parts, token.value.includes('@'));
  });
}

/** Formula after a column of a table got another header; set isInTable for a formula that stands in that table. */
export function renameTableColumn(formula: string, table: string, from: string, to: string, isInTable = false): string {
  const old = foldCase(from);
  return rewriteTable(formula, table, isInTable, (parts) => {
    parts.columns = parts.columns?.map((column) => (foldCase(column) === old ? to : column));
  });
}

/** Formula after a table was renamed. */
export function renameTable(formula: string, from: string, to: string): string {
  return rewriteTable(formula, from, false, (parts) => {
    parts.table = to;
  });
}
