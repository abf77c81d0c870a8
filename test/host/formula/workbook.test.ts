import type { Surroundings } from '../../../src/job/clock';
import { generateWorkbook } from '../../../src/job/generate';
import { createMemoryPort } from '../../../src/job/memory-port';
import { builtInPlan as plan } from '../../../src/plan/built-in';
import type { Value } from '../../../src/list/list';
import type { WorkbookModel } from '../../../src/sheet/model';
import { formatAddress } from '../../../src/sheet/address';
import { PlainBook } from './plain-book';

const AS_OF = 45285;

/** The model with its formulas, none of their values taken over. */
function open(model: WorkbookModel): PlainBook {
  const book = new PlainBook(model.sheets.map(({ name }) => name), AS_OF);
  book.nameList = [...model.names];
  for (const sheet of model.sheets) {
    for (const { name, area, headers } of sheet.tables) book.tableList.push({ name, sheet: sheet.name, area, headers });
    for (const block of sheet.blocks) {
      block.content.forEach((line, row) =>
        line.forEach((content, column) => {
          const ref = { sheet: sheet.name, row: block.row + row, column: block.column + column };
          if (content !== null && typeof content === 'object') book.calculator.setFormula(ref, content.formula);
          else if (content !== null) book.putConstant(ref, content);
        }),
      );
    }
  }
  return book;
}

function* listFormulas(model: WorkbookModel) {
  for (const { name: sheet, blocks } of model.sheets) {
    for (const block of blocks) {
      for (const [row, line] of block.content.entries()) {
        for (const [column, content] of line.entries()) {
          if (content === null || typeof content !== 'object') continue;
          yield { sheet, ref: { sheet, row: block.row + row, column: block.column + column }, ...content };
        }
      }
    }
  }
}

function differs(a: Value, b: Value): boolean {
  return typeof a === 'number' && typeof b === 'number' ? Math.abs(a - b) > 1e-9 * Math.max(1, Math.abs(b)) : a !== b;
}

const around: Surroundings = { now: () => 1_703_500_000_000, utcOffsetMinutes: 480, random: () => 0.5, yieldToScreen: async () => {} };

async function generate(sample: 'clean' | 'mistakes' | null): Promise<WorkbookModel> {
  const port = createMemoryPort({ sheets: [], names: [], activeSheet: '' });
  const request = { plan, scope: { kind: 'city' }, asOf: AS_OF } as const;
  await generateWorkbook(port, sample ? { ...request, sample: { kind: sample, seed: 1 } } : request, around);
  return port.model();
}

test.each([null, 'clean', 'mistakes'] as const)('every formula of the generated workbook gives what total computed for it (sample: %s)', async (sample) => {
  const model = await generate(sample);
  const book = open(model);
  book.calculator.calculate();
  const found: string[] = [];
  let count = 0;
  for (const { sheet, ref, formula, value } of listFormulas(model)) {
    count++;
    const ours = book.calculator.valueAt(ref);
    if (differs(ours, value)) found.push(`${sheet}!${formatAddress(ref.row, ref.column)} ${formula} → ${String(ours)}, computed ${String(value)}`);
  }
  expect(count).toBeGreaterThan(4000);
  expect(found.slice(0, 20)).toEqual([]);
  expect(book.calculator.listCircular()).toEqual([]);
});
