import { judgeWorkbook } from '../../src/job/check';
import { compareWithOlder, layComparison } from '../../src/job/compare';
import { generateWorkbook } from '../../src/job/generate';
import { createMemoryPort } from '../../src/job/memory-port';
import { mergeFiles } from '../../src/job/merge';
import type { WorkbookPort } from '../../src/job/port';
import { previewMerge } from '../../src/job/preview-merge';
import { splitCityWorkbook } from '../../src/job/split';
import { takeBack } from '../../src/job/undo';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { contentOf } from '../../src/sheet/content-of';
import { differences } from '../../src/sheet/difference';
import { cityOffice, opened, project, returned, rowOf, type } from '../job/exchange-office';
import { makeSurroundings } from '../job/workbook';
import { openBook } from './open-book';

jest.setTimeout(240_000);

test('分发, 汇总, 撤销 and 比上月 leave the same workbook in Excel as in memory', async () => {
  const office = await cityOffice();
  // Typed cells are computed nowhere in memory; laying the sheets out does that.
  await generateWorkbook(office, { plan, scope: { kind: 'city' } }, makeSurroundings(2));
  const start = office.model();
  const memory = createMemoryPort(start);
  const { book, port } = await openBook(start);
  // The same clock and chance on both sides, so that both workbooks are the same to the last 行标识.
  const ports: (readonly [WorkbookPort, ReturnType<typeof makeSurroundings>])[] = [
    [memory, makeSurroundings(3)],
    [port, makeSurroundings(3)],
  ];
  const expectSame = () => expect(differences(memory.model(), book.toModel())).toEqual([]);

  const [sent] = await Promise.all(ports.map(([each, around]) => splitCityWorkbook(each, [plan], ['zezhou'], around)));
  expectSame();
  const older = contentOf(memory.model());
  const unit = opened(sent!, 'zezhou');
  await type(unit, '5', await rowOf(unit, '5', '甲项目'), { responsiblePerson: '李新' });
  await type(unit, '5', (await rowOf(unit, '5', '丙项目')) + 1, { ...project('=1+1', '泽州县', 8), unit: null });
  const file = returned(unit.model(), '泽州.xlsx');
  const results = [];
  for (const [each, around] of ports) results.push(await mergeFiles(each, await previewMerge(each, [file], [plan], around), {}, around));
  expect(await rowOf(memory, '5', '=1+1')).toBeGreaterThan(0);
  expectSame();
  for (const [each, around] of ports) await layComparison(each, await compareWithOlder(each, { name: '旧.xlsx', content: older }, [plan], around));
  expectSame();
  for (const [at, [each, around]] of ports.entries()) await takeBack(each, await judgeWorkbook(each, [plan], around), results[at]!, around);
  expect(await rowOf(memory, '5', '=1+1')).toBe(-1);
  expectSame();
});
