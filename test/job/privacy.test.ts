import { strFromU8, unzipSync } from 'fflate';
import { checkWorkbook } from '../../src/job/check';
import { createMemoryPort, type MemoryPort } from '../../src/job/memory-port';
import { mergeFiles } from '../../src/job/merge';
import { previewMerge } from '../../src/job/preview-merge';
import type { Value } from '../../src/list/list';
import { emptyRecord } from '../../src/list/record';
import { listsOf } from '../../src/list/registry';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { toSerial } from '../../src/plan/day';
import type { ListRows } from '../../src/sheet/build-input';
import { buildWorkbook } from '../../src/sheet/build-workbook';
import { issueRows } from '../../src/sheet/issue-rows';
import type { WorkbookModel } from '../../src/sheet/model';
import { writeWorkbook } from '../../src/xlsx/write-workbook';
import { around, opened, readKnown, returned, split, type } from './exchange-office';
import { insertColumn } from './mishap';

jest.setTimeout(30_000);

const texts = new Set(['text', 'longText', 'projectCode', 'phone', 'label']);
const units = plan.units.map(({ key }) => key);

/** A text that gives away whose it is, wherever it turns up. */
const secretOf = (unit: string, what: string) => `QZ${units.indexOf(unit)}K${what}`;

/** Two rows of every unit on every list, each text cell a secret of the unit's. */
function secretRows(): Record<string, ListRows> {
  const issued = issueRows(plan, { kind: 'city' }, (list) => `${list}-X`).rows;
  return Object.fromEntries(
    listsOf(plan).map((list) => {
      if (list.kind === 'target') {
        const names = issued[list.key]!.values['unit']!;
        const keyOf = (name: Value) => plan.units.find((unit) => unit.name === name)!.key;
        return [list.key, { ...issued[list.key]!, values: { ...issued[list.key]!.values, explanation: names.map((name) => secretOf(keyOf(name), '说明')) } }];
      }
      const owners = list.units.flatMap((unit) => [unit, unit]);
      const values = list.columns.flatMap(({ key, type: kind, role }): [string, Value[]][] => {
        if (key === list.unitColumn) return [[key, owners.map((unit) => plan.units.find((each) => each.key === unit)!.name)]];
        if (role === 'identity') return [[key, owners.map((unit, at) => `${list.key}-${secretOf(unit, `ID${at}`)}`)]];
        return role === 'entry' && texts.has(kind) ? [[key, owners.map((unit, at) => secretOf(unit, `${key}${at}`))]] : [];
      });
      return [list.key, { rowCount: owners.length, values: Object.fromEntries(values) }];
    }),
  );
}

/** The city workbook after a season: checked, merged into, with a column, notes, formulas, explanations and record of its own. */
async function busyCity(): Promise<MemoryPort> {
  const record = {
    ...emptyRecord,
    issued: { '5': Object.fromEntries(units.map((unit) => [`5-${secretOf(unit, 'ID0')}`, { name: secretOf(unit, '旧名'), unit: '城区' }])) },
    explanations: units.map((unit) => ({ row: `5-${secretOf(unit, `ID${units.indexOf(unit) * 2}`)}`, code: 'row/start-late', valueHash: '1', who: secretOf(unit, '谁'), why: secretOf(unit, '为何') })),
  };
  const model = buildWorkbook({ plan, scope: { kind: 'city' }, asOf: toSerial('2023-12-05'), rows: secretRows(), ...record, lastCheck: null });
  const city = createMemoryPort(insertColumn(model, '5 未开工项目', 4, '市级掌握', (row) => `QZ9K内情${row}`));
  const unit = opened(await split(city), 'gaoping');
  await type(unit, '5', 0, { remark: secretOf('gaoping', '返回') });
  const preview = await previewMerge(city, [returned(unit.model(), `${secretOf('gaoping', '经手')}.xlsx`, secretOf('gaoping', 'hash'))], [plan], around);
  await mergeFiles(city, preview, {}, around);
  const { firstRow, at, rowCount } = (await readKnown(city)).reading.entries.lists['5']!;
  city.edit('5 未开工项目', firstRow, Math.max(...Object.values(at)) + 3, [['QZ9K旁注']]);
  city.edit('5 未开工项目', firstRow + rowCount - 1, at['content']!, [[{ formula: '=B8&"QZ9K"', value: 'QZ9K算式' }]]);
  city.edit('说明', 60, 6, [['QZ9K批示']]);
  await checkWorkbook(city, [plan], around);
  return city;
}

/** Every part of a file as text; the secrets hold nothing that XML would write otherwise. */
async function partsOf(model: WorkbookModel): Promise<string> {
  return Object.entries(unzipSync(await writeWorkbook(model)))
    .map(([name, bytes]) => `${name}\n${strFromU8(bytes)}`)
    .join('\n');
}

test("no part of a unit's file holds a word of another unit's rows, nor of the city's own", async () => {
  const city = await busyCity();
  const { files, strays } = await split(city);
  expect(strays).toMatchObject([{ list: '5', name: '', unitText: '' }]);
  const cityParts = await partsOf(city.model());
  for (const { unit, model } of files) {
    const parts = await partsOf(model);
    const seen = (text: string, owner: number) => text.match(new RegExp(`QZ${owner}K`, 'g'))?.length ?? 0;
    const found = Object.fromEntries([...units.keys(), 9].map((owner) => [owner, seen(parts, owner)]).filter(([, count]) => count !== 0));
    expect([unit, Object.keys(found)]).toEqual([unit, [String(units.indexOf(unit))]]);
    expect(found[units.indexOf(unit)]).toBeGreaterThan(50);
    for (const owner of [...units.keys(), 9]) expect(seen(cityParts, owner)).toBeGreaterThan(3);
  }
});

test("a project that the notice names stands in its own unit's file alone", async () => {
  const { rows, issued } = issueRows(plan, { kind: 'city' }, (list) => `${list}-${around.random()}`);
  const model = buildWorkbook({ plan, scope: { kind: 'city' }, asOf: toSerial('2023-12-05'), rows, ...emptyRecord, issued, lastCheck: null });
  const { files } = await split(createMemoryPort(model));
  const parts = new Map<string, string>();
  for (const file of files) parts.set(file.unit, await partsOf(file.model));
  const holders = plan.namedProjects.map(({ name, unit }) => [name, unit, [...parts].filter(([, text]) => text.includes(name)).map(([key]) => key)]);
  expect(holders).toEqual(plan.namedProjects.map(({ name, unit }) => [name, unit, [unit]]));
});
