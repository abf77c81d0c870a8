import fc from 'fast-check';
import { readBackup, writeBackup, type Backup } from '../../src/job/backup';
import { createMemoryPort } from '../../src/job/memory-port';
import { restoreBackup } from '../../src/job/generate';
import { inspectWorkbook } from '../../src/job/inspect';
import { schemaVersion } from '../../src/list/schema-version';
import { builtInPlan } from '../../src/plan/built-in';
import { hiddenSheet } from '../../src/sheet/hidden-sheet';
import { workbookTexts } from '../../src/text/workbook';
import { emptyModel, makeSurroundings, newWorkbook } from './workbook';

const backup = (texts: readonly (string | number | boolean | null)[]): Backup => ({
  schemaVersion: 2,
  planId: '晋市政办函2023-31',
  scope: { kind: 'unit', unit: 'zezhou' },
  asOf: 45_265,
  reporter: null,
  lastCheck: null,
  rows: { '5': { rowCount: texts.length, values: { content: texts }, formulas: { content: ['=A1'] }, order: [{ key: 'content' }, { user: { header: '自用', at: 3, values: [1], formulas: [null] } }] } },
  issued: { '5': { '5-1': { name: '甲', unit: '泽州县' } } },
  explanations: [{ row: '5-1', code: 'row/start-late', valueHash: 'a.1', who: '张某', why: '属实' }],
  ruleSettings: [{ code: 'cell/phone', severity: 'off', who: '李某', why: '外地电话多' }],
  cityLevelReserve: { reserveCount: 7 },
  base: { batch: '01J', issuedAt: '2023-11-25 09:00', rows: { '5': { '5-1': { projectName: '甲', totalInvestment: 12 } } } },
  exchanges: [],
  sheetNames: { '5': '改名' },
  notes: [{ sheet: '改名', row: 0, column: 30, content: { formula: '=1+1', value: 2 } }, { sheet: '改名', row: 1, column: 30, content: '注' }],
});

async function through(kept: Backup) {
  const port = createMemoryPort(emptyModel);
  await port.apply([writeBackup(kept, null)]);
  return port.read();
}

describe('a backup', () => {
  it('comes back as it was, whatever was entered and however long it is', async () => {
    const value = fc.oneof(fc.string({ unit: 'binary' }), fc.integer(), fc.boolean(), fc.constant(null), fc.constant('长'.repeat(31_000)));
    await fc.assert(
      fc.asyncProperty(fc.array(value, { maxLength: 8 }), async (texts) => {
        const kept = backup(texts);
        expect(readBackup(await through(kept))).toEqual(kept);
      }),
      { numRuns: 40 },
    );
  });

  it('stands in cells that Excel can hold, none with half a character, in a sheet that users do not see', async () => {
    const { sheets } = await through(backup(['x' + '𠮷'.repeat(40_000)]));
    expect(sheets[0]!.visibility).toBe('veryHidden');
    const cells = sheets[0]!.values.flat().map(String);
    expect(cells.length).toBeGreaterThan(2);
    for (const cell of cells) {
      expect(cell.length).toBeLessThan(32_767);
      expect(cell).not.toMatch(/\p{Surrogate}/u);
    }
  });

  it('of a version to come is told as that, whatever it holds, and 恢复 is not offered for it', async () => {
    const port = await newWorkbook({ scope: { kind: 'unit', unit: 'zezhou' } });
    const text = JSON.stringify({ schemaVersion: schemaVersion + 1, anything: ['else'] });
    await port.apply([{ kind: 'laySheet', after: null, sheet: hiddenSheet('_备份', [{ row: 0, column: 0, content: [[`|${text.length}`], [`|${text}`]] }]) }]);
    expect(await inspectWorkbook(port, [builtInPlan])).toEqual({ kind: 'unusable', reason: workbookTexts.newerVersion });
    await expect(restoreBackup(port, [builtInPlan], makeSurroundings())).rejects.toMatchObject({ sentence: workbookTexts.newerVersion });
  });

  it('is not there in a workbook without one', async () => {
    expect(readBackup(await createMemoryPort(emptyModel).read())).toBeNull();
  });
});
