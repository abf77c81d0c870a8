import type { ListKey, Value } from '../../src/list/list';
import { emptyRecord } from '../../src/list/record';
import { listsOf } from '../../src/list/registry';
import { sampleRows } from '../../src/list/sample/sample';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { toSerial } from '../../src/plan/day';
import type { BuildInput, ListRows } from '../../src/sheet/build-input';
import { buildWorkbook } from '../../src/sheet/build-workbook';
import { issueRows } from '../../src/sheet/issue-rows';
import { readData } from '../../src/sheet/read-data';
import { readWorkbook as readEntries } from '../../src/sheet/read-workbook';
import { contentOf } from '../../src/sheet/content-of';
import { check } from '../../src/rule/engine';
import { readWorkbook } from '../../src/xlsx/read-workbook';
import { writeWorkbook } from '../../src/xlsx/write-workbook';
import type { Contestant } from './measure';

/** 9 × 2,000 rows, spread over the eight lists and ledgers that have a row per project. */
const rowsPerList = 2_250;
const asOf = toSerial('2023-12-25');

/** Building, writing, reading and judging one large city workbook. */
export async function workbookRace(): Promise<readonly Contestant[]> {
  const input = largeInput();
  const model = buildWorkbook(input);
  const bytes = await writeWorkbook(model);
  const content = contentOf(model);
  const data = readData(content)!;
  const { entries, lists } = readEntries(content, data, plan, asOf);
  return [
    { name: '编制（模型和全部公式的值）', run: () => `${buildWorkbook(input).sheets.length} 张表` },
    { name: '写成 .xlsx', run: async () => `${((await writeWorkbook(model)).length / 1e6).toFixed(1)} MB` },
    { name: '读回 .xlsx', run: async () => `${(await readWorkbook(bytes)).sheets.length} 张表` },
    { name: '从单元格识别填报内容', run: () => `${Object.keys(readEntries(content, data, plan, asOf).entries.lists).length} 张清单` },
    { name: '整本校验', run: () => `${check(entries, plan, lists).issues.length} 条` },
  ];
}

/** The sample's rows repeated up to the size, with names and codes of their own. */
function largeInput(): BuildInput {
  let made = 0;
  const newIdentity = (list: ListKey) => `${list}-${String((made += 1)).padStart(26, '0')}`;
  const { rows: issuedRows, issued } = issueRows(plan, { kind: 'city' }, newIdentity);
  const sample = sampleRows(plan, { kind: 'city' }, asOf, { kind: 'clean', seed: 1 });
  const rows: Record<ListKey, ListRows> = {};
  for (const list of listsOf(plan)) {
    const values = sample[list.key] ?? {};
    if (list.kind === 'target') {
      rows[list.key] = { ...issuedRows[list.key]!, values: { ...issuedRows[list.key]!.values, ...values } };
      continue;
    }
    const identity = Array.from({ length: rowsPerList }, () => newIdentity(list.key));
    const repeated = Object.entries(values).map(([key, column]) => [key, repeat(key, column)] as const);
    rows[list.key] = { rowCount: rowsPerList, values: { ...Object.fromEntries(repeated), identity } };
  }
  return { plan, scope: { kind: 'city' }, asOf, rows, ...emptyRecord, issued, lastCheck: null };
}

function repeat(key: string, column: readonly Value[]): Value[] {
  return Array.from({ length: rowsPerList }, (_, row) => {
    const value = column[row % column.length] ?? null;
    const round = Math.floor(row / column.length);
    if (round === 0 || typeof value !== 'string') return value;
    if (key === 'projectName' || key === 'problemNumber') return `${value}之${round}`;
    return key === 'projectCode' ? value.replace(/\d{3}$/, (end) => String((Number(end) + round * 37) % 1000).padStart(3, '0')) : value;
  });
}
