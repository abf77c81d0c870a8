import type { Exchange } from '../list/record';
import { buildExchange } from '../sheet/build-exchange';
import { exchangeBlock } from '../sheet/build-data';
import { keepNotes, placeNotes } from '../sheet/keep-notes';
import type { Change } from '../sheet/model';
import { sheetNameOf } from '../sheet/sheet-name';
import type { KnownWorkbook } from './recognise';

/**
 * Writes the record of exchanges, the new ones at its end, into the hidden sheet and onto the sheet 交换记录, which is
 * laid after 校验结果 where it is not there yet. What the user wrote beside it stays.
 */
export function recordExchanges({ plan, reading, content }: KnownWorkbook, exchanges: readonly Exchange[]): Change[] {
  const { sheetNames, data } = reading;
  const sheet = buildExchange(sheetNameOf('exchange', sheetNames), plan, exchanges);
  const notes = keepNotes([sheet], {}, content, [sheet.name], (formula) => formula);
  const names = content.sheets.map(({ name }) => name);
  const after = [sheetNames['result'], data.sheet].find((name) => name !== undefined && names.includes(name));
  const [laid] = placeNotes([sheet], notes);
  const block = exchangeBlock(exchanges);
  return [
    { kind: 'laySheet', sheet: laid!, after: after ?? names[names.length - 1] ?? null },
    { kind: 'writeCells', sheet: data.sheet, row: block.row, column: block.column, content: block.content },
  ];
}
