import fc from 'fast-check';
import { canonicalise } from '../../src/sheet/canonical';
import { differences } from '../../src/sheet/difference';
import { readWorkbook } from '../../src/xlsx/read-workbook';
import { writeWorkbook } from '../../src/xlsx/write-workbook';
import { workbook } from '../sheet/arbitrary-model';

it('reads back every workbook as it was written', async () => {
  await fc.assert(
    fc.asyncProperty(workbook, async (model) => {
      const back = await readWorkbook(await writeWorkbook(model));
      expect(differences(model, back)).toEqual([]);
      expect(canonicalise(back)).toEqual(canonicalise(model));
    }),
    { numRuns: 150 },
  );
}, 120_000);

it('writes the same bytes for the same workbook', async () => {
  await fc.assert(
    fc.asyncProperty(workbook, async (model) => {
      const [once, again] = await Promise.all([writeWorkbook(model), writeWorkbook(canonicalise(model))]);
      expect(Buffer.compare(once, await writeWorkbook(model))).toBe(0);
      expect(differences(await readWorkbook(again), await readWorkbook(once))).toEqual([]);
    }),
    { numRuns: 20 },
  );
}, 60_000);
