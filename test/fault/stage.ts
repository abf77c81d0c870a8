import { Book } from '../../src/host/book/book';
import type { Sheet } from '../../src/host/book/sheet';
import type { SheetState } from '../../src/host/book/state';
import type { MemoryPort } from '../../src/job/memory-port';
import type { ReadFile } from '../../src/pane/reader/read-file';
import { toSerial } from '../../src/plan/day';
import { contentOf } from '../../src/sheet/content-of';
import type { WorkbookModel } from '../../src/sheet/model';
import { cityOffice, opened, project, rowOf, split, type } from '../job/exchange-office';
import { withSheet } from '../job/mishap';
import { newWorkbook } from '../job/workbook';
import { sheetOf, workbookOf } from '../sheet/small-model';

export const asOf = toSerial('2023-12-25');

/** A workbook as people left it, and the files that lie beside it. */
export interface Stage {
  readonly model: WorkbookModel | null;
  readonly files: readonly ReadFile[];
}

export type StageName = 'blank' | 'foreign' | 'older' | 'unit' | 'damaged' | 'unsplit' | 'city';

const prepare: Readonly<Record<StageName, () => Promise<Stage>>> = {
  blank: async () => ({ model: null, files: [] }),
  foreign: async () => ({ model: foreignBook(), files: [] }),
  older: async () => {
    // Read where it is wanted: whoever only prints the table cannot load it.
    const { open, shipped } = await import('../version/shipped');
    const port = await open(shipped[0]!);
    await type(port, '5', 0, { projectName: '旁观项目' });
    return { model: port.model(), files: [] };
  },
  unit: async () => ({ model: (await unitOffice()).model(), files: [] }),
  damaged: async () => {
    const model = (await unitOffice()).model();
    return { model: withSheet(model, '5 未开工项目', { validations: [], conditionalFormats: [], styles: [] }), files: [] };
  },
  unsplit: async () => ({ model: (await cityOffice()).model(), files: [] }),
  city: async () => {
    const port = await cityOffice();
    await type(port, '5', (await rowOf(port, '5', '丙项目')) + 1, project('旁观项目', '高平市', 9));
    const sent = await split(port, ['zezhou']);
    const unit = opened(sent, 'zezhou');
    await type(unit, '5', await rowOf(unit, '5', '甲项目'), { responsiblePerson: '李新' });
    await type(unit, '5', (await rowOf(unit, '5', '丙项目')) + 1, { ...project('新项目', '泽州县', 8), unit: null });
    return { model: port.model(), files: [fileOf('泽州县.xlsx', unit.model())] };
  },
};

const prepared = new Map<StageName, Promise<Stage>>();

/** Made once. */
export function setStage(name: StageName): Promise<Stage> {
  const stage = prepared.get(name) ?? prepare[name]();
  prepared.set(name, stage);
  return stage;
}

/** Somebody's own workbook: a sheet that is called as one of ours, a table, a formula and a sheet that is protected. */
function foreignBook(): WorkbookModel {
  const headers = ['名称', '金额'];
  return workbookOf(
    sheetOf({ name: '说明', blocks: [{ row: 0, column: 0, content: [['本局台账说明'], ['不要改动']] }], protection: { allowFormatColumns: false, allowFilter: false } }),
    sheetOf({
      name: '台账',
      blocks: [{ row: 1, column: 1, content: [headers, ['甲', 1], ['乙', 2]] }, { row: 5, column: 2, content: [[{ formula: '=SUM(C3:C4)', value: 3 }]] }],
      tables: [{ name: '台账表', area: { row: 1, column: 1, rows: 3, columns: 2 }, headers, filter: true, style: null }],
    }),
  );
}

/** 市本级's workbook with a project that can move on, one that it knows elsewhere, two problems, and mistakes of every kind. */
async function unitOffice(): Promise<MemoryPort> {
  const port = await newWorkbook({ scope: { kind: 'unit', unit: 'shibenji' }, asOf });
  const base = { developer: '市公安局', totalInvestment: 3_200, responsibleUnit: '市公安局', responsiblePerson: '王某', phone: '13912345678' };
  await type(port, '5', 0, { ...base, projectName: '流转项目', plannedStart: toSerial('2023-12-15'), notStartedReason: '土地手续', startState: '未开工' });
  await type(port, '5', 1, { projectName: '错误项目', phone: '123', totalInvestment: '2000万', startState: '没开工' });
  await type(port, '5', 2, { ...base, projectName: '旁观项目', remark: '无' });
  await type(port, '7', 0, { projectName: '流转项目' });
  await type(port, '7', 1, { ...base, projectName: '旁观项目' });
  const problem = { projectName: '流转项目', problemKind: '用地', grade: '一般', authority: '市级', problemSource: '问题大起底', foundOn: toSerial('2023-12-01'), supervised13710: '否', problemState: '发现' };
  await type(port, '8', 0, { ...problem, problemNumber: 'SJ-001', description: '占用林地手续没有办结' });
  await type(port, '8', 1, { ...problem, projectName: '旁观项目', problemNumber: 'SJ-002', description: '电力线路没有迁改' });
  return port;
}

function fileOf(name: string, model: WorkbookModel): ReadFile {
  return { name, size: 1, modified: 1_000, fingerprint: name, result: { kind: 'content', content: contentOf(model), unknown: [] } };
}

/** What a book held at some time. */
export interface Snapshot {
  readonly state: Book['state'];
  readonly sheets: ReadonlyMap<Sheet, SheetState>;
}

export function openBook({ model }: Stage): Book {
  return model === null ? Book.empty() : Book.fromModel(model);
}

export function takeSnapshot({ state }: Book): Snapshot {
  return { state, sheets: new Map(state.sheets.map((sheet) => [sheet, sheet.state])) };
}

/** The book holds again what it held; quicker than opening it anew. */
export function putBack(book: Book, { state, sheets }: Snapshot): void {
  book.isEditing = false;
  book.calculationMode = 'automatic';
  book.transact('undo', (transaction) => {
    transaction.structural = state.sheets !== book.state.sheets || state.names !== book.state.names;
    for (const [sheet, before] of sheets) {
      transaction.structural ||= before.tables !== sheet.state.tables || before.name !== sheet.name;
      transaction.update(sheet, before);
    }
    transaction.updateBook(state);
  });
  book.clearHistory();
}
