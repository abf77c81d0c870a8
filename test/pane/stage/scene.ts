import { HostError, type WorkbookPort } from '../../../src/job/port';
import type { GenerateRequest } from '../../../src/job/generate';
import type { MemoryPort } from '../../../src/job/memory-port';
import type { Phase } from '../../../src/pane/state/state';
import { builtInPlan } from '../../../src/plan/built-in';
import { serialOf } from '../../../src/plan/day';
import type { WorkbookModel } from '../../../src/sheet/model';

export interface Scene {
  readonly request?: GenerateRequest;
  readonly phase?: Phase;
  /** Changes the workbook, or puts something before it. */
  readonly stage?: (port: MemoryPort) => WorkbookPort;
}

const asOf = serialOf(2023, 12, 25)!;
const city: GenerateRequest = { plan: builtInPlan, scope: { kind: 'city' }, asOf };

/** A workbook of the user's own, with one sheet. */
export function prepare(): WorkbookModel {
  return {
    sheets: [
      {
        name: 'Sheet1',
        visibility: 'visible',
        gridlines: true,
        blocks: [{ row: 0, column: 0, content: [['原有内容']] }],
        styles: [],
        merges: [],
        columnWidths: [],
        rowHeights: [],
        tables: [],
        validations: [],
        conditionalFormats: [],
        links: [],
      },
    ],
    names: [],
    activeSheet: 'Sheet1',
  };
}

/** Rows of ledger A typed with a unit's short name, every other one with an amount in words. */
function spoil(port: MemoryPort, rows: number): WorkbookPort {
  const sheet = port.model().sheets.find(({ name }) => name.startsWith('A '))!;
  const area = sheet.tables[0]!.area;
  const content = Array.from({ length: rows }, (_, at) => [
    `示例项目${at + 1}`,
    at % 3 === 0 ? '沁水' : at % 3 === 1 ? '泽州' : '阳城',
    '示例建设单位',
    null,
    at % 2 === 0 ? '产业类' : '其他',
    null,
    null,
    at % 2 === 0 ? '2000万' : 3000 + at,
  ]);
  port.edit(sheet.name, area.row + 1, area.column + 1, content);
  return port;
}

const named = <Name extends string>(each: Record<Name, Scene>): Record<Name, Scene> => each;

export const scenes = named({
  start: {},
  noExcel: { phase: 'noExcel' },
  tooOld: { phase: 'tooOld' },
  waiting: { request: city },
  unit: { request: { ...city, scope: { kind: 'unit' as const, unit: 'qinshui' } } },
  clean: { request: { ...city, sample: { kind: 'clean', seed: 1 } } },
  mistakes: { request: { ...city, sample: { kind: 'mistakes', seed: 1 } } },
  many: { request: city, stage: (port) => spoil(port, 900) },
  editMode: {
    request: city,
    stage: (port) => ({ ...port, read: () => Promise.reject(new HostError('editMode', 'staged')) }),
  },
  slow: {
    request: city,
    stage: (port) => ({
      ...port,
      read: async (options = {}) => {
        if (!options.onProgress) return port.read(options);
        options.onProgress({ stage: 'read', done: 4, total: 10 });
        return new Promise(() => undefined);
      },
    }),
  },
});

export type SceneName = keyof typeof scenes;
