import { surroundings } from '../../src/cli/surroundings';
import { countProposal } from '../../src/exchange/proposal';
import { generateWorkbook } from '../../src/job/generate';
import { createMemoryPort, type MemoryPort } from '../../src/job/memory-port';
import { checkWorkbook } from '../../src/job/check';
import { recogniseWorkbook } from '../../src/job/recognise';
import { repairWorkbook, type RepairResult } from '../../src/job/repair';
import { findLosses } from '../../src/job/structure';
import { builtInPlan } from '../../src/plan/built-in';
import type { Loss } from '../../src/sheet/lost-look';
import type { WorkbookReading } from '../../src/sheet/read-workbook';
import { lossLines } from '../../src/text/repair';
import { readWorkbook } from '../../src/xlsx/read-workbook';
import { writeWorkbook } from '../../src/xlsx/write-workbook';
import { describeWith } from '../require-tool';
import { appliedTo, makeCity, previewOf, type City } from '../return/city';
import { handleAll, type Damage } from './damage';
import { structureOf } from './structure-of';

const plans = [builtInPlan];
const TAB = '5 未开工项目';
const NEW_PROJECTS = ['年产十万吨新材料项目', '表格下方新增的项目'];

describeWith('soffice', 'a unit’s workbook filled in LibreOffice, without the add-in', (soffice) => {
  describeWith('uno', 'driven as by hand', (python) => {
    let city: City;
    let filled: Case;
    let damaged: Case;

    beforeAll(async () => {
      city = await makeCity();
      const [first, second] = await handleAll(python, soffice, [
        { bytes: city.bytes, isShown: true, steps: fillIn(city) },
        { bytes: city.bytes, isShown: false, steps: [...fillIn(city), ...takeApart(city)] },
      ]);
      filled = await repaired(first!);
      damaged = await repaired(second!);
    }, 200_000);

    describe('saved from its window', () => {
      it('has lost only what the add-in says', () => {
        expect(lossLines(filled.losses)).toEqual([
          `${TAB}：表格下方新增的 1 行没有纳入表格`,
          '_数据：内部数据表没有隐藏好',
        ]);
      });

      it('is whole after 修复表格, as it would be laid', async () => {
        expect(filled.result.left).toEqual([]);
        const repairedModel = filled.port.model();
        expect(structureOf(repairedModel)).toEqual(structureOf(await laidAnew(filled.port), repairedModel));
      });
    });

    describe('taken apart, and saved without a window', () => {
      it('is told sheet by sheet', () => {
        expect(lossLines(damaged.losses)).toEqual([
          '说明：单元格名称 1 个',
          '汇总：颜色标记、进度条、冻结窗格',
          '1 投资目标任务：工作表保护、冻结窗格',
          '2 项目储备目标任务、3 招商引资目标任务、4 副市长包保重点项目等 5 张表：冻结窗格',
          `${TAB}：表格下方新增的 1 行没有纳入表格、公式 3 处、下拉选项 2 列、填写提示 1 列、颜色标记、日期、文本等格式 1 列、冻结窗格、1 列被隐藏、“行标识”列没有隐藏`,
          '6 已开工未入统项目：颜色标记、冻结窗格',
          '7 未按序时进度项目：表格格式（筛选、自动扩展）、冻结窗格',
          '8 问题困难交办：筛选按钮、冻结窗格',
          '9 前期手续办理：公式 1 处、冻结窗格、有行被隐藏',
          'B 招商项目台账：冻结窗格、工作表被隐藏',
          '_数据：内部数据表没有隐藏好',
        ]);
      });

      it('is whole after 修复表格, as it would be laid', async () => {
        expect(damaged.result.left).toEqual([]);
        const repairedModel = damaged.port.model();
        expect(structureOf(repairedModel)).toEqual(structureOf(await laidAnew(damaged.port), repairedModel));
      });

      it('shows every figure again that its formulas could not find', () => {
        const shown = damaged.port.model().sheets.flatMap(({ blocks }) => blocks.flatMap(({ content }) => content.flat()));
        expect(shown.filter((cell) => /^(#|Err:)/.test(String(typeof cell === 'object' ? cell?.value : cell)))).toEqual([]);
      });

      it('keeps everything entered, row by row', () => {
        expect(enteredIn(damaged.after)).toEqual(enteredIn(damaged.before));
        expect(enteredIn(damaged.after)).toEqual(enteredIn(filled.after));
      });

      it('is merged into the city workbook with every value', async () => {
        const bytes = await writeWorkbook(damaged.port.model());
        const { after } = await appliedTo(city, bytes);
        const names = after.values['projectName']!;
        expect(names).toEqual(expect.arrayContaining(NEW_PROJECTS));
        expect(after.values['reasonText']).toContain('等待用地批复');
        // What the file said before it was repaired is what it says now.
        const countsOf = async (file: Uint8Array) => (await previewOf(city, file)).proposals.map(countProposal);
        expect(await countsOf(bytes)).toEqual(await countsOf(await writeWorkbook(filled.port.model())));
      });
    });
  });
});

interface Case {
  readonly losses: readonly Loss[];
  readonly before: WorkbookReading;
  readonly after: WorkbookReading;
  readonly port: MemoryPort;
  readonly result: RepairResult;
}

async function repaired(bytes: Uint8Array): Promise<Case> {
  const port = createMemoryPort(await readWorkbook(bytes));
  const known = recogniseWorkbook(await port.read(), plans, surroundings);
  const losses = (await findLosses(port, known))!;
  const result = await repairWorkbook(port, plans, surroundings);
  const after = recogniseWorkbook(await port.read(), plans, surroundings);
  return { losses, before: known.reading, after: after.reading, port, result };
}

/** The same workbook as 生成 would lay it with what is entered, checked as it was. */
async function laidAnew(port: MemoryPort) {
  const again = createMemoryPort(port.model());
  await generateWorkbook(again, { plan: builtInPlan, scope: { kind: 'unit', unit: 'chengqu' } }, surroundings);
  await checkWorkbook(again, plans, surroundings);
  return again.model();
}

/** Rows that hold something, by what they hold: the order that they stand in is the user's. */
function enteredIn({ readings }: WorkbookReading): unknown {
  return Object.entries(readings).map(([list, { rows: { values, rowCount }, entries }]) => {
    const isTyped = (key: string) => !['mark', 'identity'].includes(key) && entries.formulas[key] === undefined;
    const keys = Object.keys(values).filter(isTyped);
    const rows = Array.from({ length: rowCount }, (_, row) => keys.map((key) => values[key]![row] ?? null));
    return [list, rows.filter((row) => row.some((value) => value !== null)).map((row) => JSON.stringify(row)).sort()];
  });
}

/** A project in a spare row and one under the table, a reason, a target's figure, rows sorted, one deleted. */
function fillIn(city: City): Damage[] {
  const { list, at } = city;
  const set = (row: number, key: string, value: string | number): Damage => ({ do: 'setCell', sheet: TAB, row, column: at(key), value });
  const filled = (list.values['projectName'] ?? []).filter((name) => name !== null).length;
  return [
    { do: 'deleteRow', sheet: TAB, row: list.firstRow + 1 },
    set(list.firstRow + filled - 1, 'projectName', NEW_PROJECTS[0]!),
    set(list.firstRow + list.rowCount - 1, 'projectName', NEW_PROJECTS[1]!),
    { do: 'sortRows', sheet: TAB, row: list.firstRow, rows: filled - 1, columns: at('identity') + 1, by: at('projectName') },
    set(list.firstRow, 'reasonText', '等待用地批复'),
    { do: 'setCell', sheet: '1 投资目标任务', row: 5, column: 2, value: 1.25 },
  ];
}

function takeApart({ list, at }: City): Damage[] {
  const after = list.firstRow + list.rowCount - 4;
  return [
    // Empty rows: a paste that took entries with it is the user's own.
    { do: 'pasteOver', sheet: TAB, from: '_数据', row: after, column: at('projectType'), rows: 3, columns: 4 },
    { do: 'pasteValues', sheet: TAB, row: list.headerRow - 2, column: 0, rows: 1, columns: at('identity') },
    { do: 'showColumn', sheet: TAB, column: at('identity') },
    { do: 'removeColours', sheet: '6 已开工未入统项目' },
    { do: 'removeColours', sheet: '汇总' },
    { do: 'removeTable', table: 't7_list' },
    { do: 'removeFilter', table: 't8_list' },
    { do: 'clearCells', sheet: '9 前期手续办理', row: 6, column: 0, rows: 30, columns: 1 },
    { do: 'unprotect', sheet: '1 投资目标任务' },
    { do: 'showSheet', sheet: '_数据' },
    { do: 'removeName', name: '填报单位' },
    { do: 'hideColumn', sheet: TAB, column: at('reasonText') },
    { do: 'hideRows', sheet: '9 前期手续办理', row: 7, rows: 2 },
    { do: 'hideSheet', sheet: 'B 招商项目台账' },
  ];
}
