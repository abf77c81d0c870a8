import type { Value } from '../../src/list/list';
import { toSerial } from '../../src/plan/day';
import type { Scope } from '../../src/plan/plan';
import { contentOf } from '../../src/sheet/content-of';
import type { Content, WorkbookModel } from '../../src/sheet/model';
import { readWorkbook } from '../../src/xlsx/read-workbook';
import { writeWorkbook } from '../../src/xlsx/write-workbook';
import { halfFilled, newWorkbook } from '../job/workbook';
import { describeWith } from '../require-tool';
import { convertFiles } from './soffice';

const asOf = toSerial('2023-12-25');
const unit = (key: string): Scope => ({ kind: 'unit', unit: key });
const city: Scope = { kind: 'city' };

/** No formula of ours comes to this. */
const wrong = -987_654_321.5;

/**
 * Every formula with a wrong cached value: what comes back right, LibreOffice has computed itself.
 */
function spoil(model: WorkbookModel): WorkbookModel {
  const spoiled = (content: Content): Content =>
    typeof content === 'object' && content !== null ? { ...content, value: wrong } : content;
  return {
    ...model,
    sheets: model.sheets.map((sheet) => ({
      ...sheet,
      blocks: sheet.blocks.map((block) => ({ ...block, content: block.content.map((cells) => cells.map(spoiled)) })),
    })),
  };
}

function emptyAsNull(value: Value | undefined): Value {
  return value === undefined || value === '' ? null : value;
}

/** Where a formula's value differs from what we computed: sheet, cell place, ours, LibreOffice's. */
function findDisagreements(ours: WorkbookModel, recalculated: WorkbookModel): string[] {
  const found: string[] = [];
  const theirs = new Map(contentOf(recalculated).sheets.map((sheet) => [sheet.name, sheet]));
  for (const sheet of contentOf(ours).sheets) {
    const other = theirs.get(sheet.name)!;
    sheet.formulas.forEach((formulas, row) =>
      formulas.forEach((formula, column) => {
        if (formula === null) return;
        const own = emptyAsNull(sheet.values[row]![column]);
        const value = emptyAsNull(other.values[row + sheet.row - other.row]?.[column + sheet.column - other.column]);
        const isSame =
          typeof own === 'number' && typeof value === 'number' ? Math.abs(own - value) < 1e-9 * Math.max(1, Math.abs(own)) : own === value;
        if (!isSame) found.push(`${sheet.name} ${row + sheet.row},${column + sheet.column} ${formula}: ${own} ≠ ${value}`);
      }),
    );
  }
  return found;
}

describeWith('soffice', 'a generated workbook recalculated by LibreOffice', (soffice) => {
  const cases: [string, () => Promise<WorkbookModel>][] = [
    ['the city, empty', async () => (await newWorkbook({ scope: city, asOf })).model()],
    ['the city, clean sample', async () => (await newWorkbook({ scope: city, asOf, sample: { kind: 'clean', seed: 1 } })).model()],
    ['the city, sample with mistakes', async () => (await newWorkbook({ scope: city, asOf, sample: { kind: 'mistakes', seed: 2 } })).model()],
    ['the city, half filled in', async () => halfFilled({ scope: city, asOf, seed: 3 })],
    ['城区, clean sample, no subtotal of 市本级 issued', async () => (await newWorkbook({ scope: unit('chengqu'), asOf, sample: { kind: 'clean', seed: 4 } })).model()],
    ['城区, half filled in, with 市本级 as issued', async () => halfFilled({ scope: unit('chengqu'), asOf, seed: 5, cityLevelReserve: { reserveCount: 7, reserveInvestment: 12.3456, reserveKeyCount: 1 } })],
    ['市本级, half filled in', async () => halfFilled({ scope: unit('shibenji'), asOf, seed: 6 })],
    ['泽州县, half filled in', async () => halfFilled({ scope: unit('zezhou'), asOf, seed: 7 })],
  ];

  const models: WorkbookModel[] = [];
  let files: readonly Uint8Array[];
  beforeAll(async () => {
    for (const [, make] of cases) models.push(await make());
    files = convertFiles(soffice, await Promise.all(models.map((model) => writeWorkbook(spoil(model)))), 'xlsx');
  }, 300_000);

  it.each(cases.map(([name], at) => [name, at] as const))('%s: every formula comes to what we computed, none to an error', async (_, at) => {
    const model = models[at]!;
    const recalculated = await readWorkbook(files[at]!);
    expect(findDisagreements(model, recalculated).slice(0, 20)).toEqual([]);
    const errors = contentOf(recalculated).sheets.flatMap(({ name, values }) =>
      values.flat().filter((value) => typeof value === 'string' && /^(#[A-Z/0!?]+|Err:\d+)$/.test(value)).map((value) => `${name} ${value}`),
    );
    expect(errors).toEqual([]);
  });
});
