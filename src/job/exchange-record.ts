import type { Exchange } from '../list/record';
import { buildExchange } from '../sheet/build-exchange';
import { exchangeBlock } from '../sheet/build-data';
import { keepNotes, placeNotes } from '../sheet/keep-notes';
import { rewriteBlock } from '../sheet/rewrite-block';
import { sheetNameOf } from '../sheet/sheet-name';
import type { KnownWorkbook } from './known-workbook';
import type { LayChange } from './put-back';
import type { SafeWrite } from './safe-write';

/**
 * Writes the record of exchanges, the new ones at its end, into the hidden sheet and onto the sheet 交换记录, which is
 * laid after 校验结果 where it is not there yet. What the user wrote beside it stays.
 */
export function recordExchanges({ plan, reading, content }: KnownWorkbook, exchanges: readonly Exchange[]): SafeWrite {
  const { sheetNames, data } = reading;
  const names = content.sheets.map(({ name }) => name);
  const after = [sheetNames['result'], data.sheet].find((name) => name !== undefined && names.includes(name));
  const lay = (shown: readonly Exchange[]): LayChange => {
    const sheet = buildExchange(sheetNameOf('exchange', sheetNames), plan, shown);
    const [laid] = placeNotes([sheet], keepNotes([sheet], {}, content, [sheet.name], (formula) => formula));
    return { kind: 'laySheet', sheet: laid!, after: after ?? names[names.length - 1] ?? null };
  };
  const block = exchangeBlock(exchanges);
  const record = rewriteBlock(content.sheets.find(({ name }) => name === data.sheet)!, block);
  return { entered: [record], derived: [lay(exchanges)], former: [lay(reading.entries.exchanges)] };
}
