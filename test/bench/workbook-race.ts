import { builtInPlan as plan } from '../../src/plan/built-in';
import { buildWorkbook } from '../../src/sheet/build-workbook';
import { contentOf } from '../../src/sheet/content-of';
import { readData } from '../../src/sheet/read-data';
import { readWorkbook as readEntries } from '../../src/sheet/read-workbook';
import { check } from '../../src/rule/engine';
import { readWorkbook } from '../../src/xlsx/read-workbook';
import { writeWorkbook } from '../../src/xlsx/write-workbook';
import { asOf, largeInput } from './large-city';
import type { Contestant } from './measure';

/** 9 × 2,000 rows, spread over the eight lists and ledgers that have a row per project. */
const rowsPerList = 2_250;

/** Building, writing, reading and judging one large city workbook. */
export async function workbookRace(): Promise<readonly Contestant[]> {
  const input = largeInput(rowsPerList);
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
