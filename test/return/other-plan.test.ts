import { surroundings } from '../../src/cli/surroundings';
import { generateWorkbook } from '../../src/job/generate';
import { createMemoryPort } from '../../src/job/memory-port';
import notice from '../../src/plan/jincheng-2023-31.json';
import { loadPlan } from '../../src/plan/load-plan';
import { writeWorkbook } from '../../src/xlsx/write-workbook';
import { makeCity, previewOf } from './city';

it('the template of another notice is refused, and both are named', async () => {
  const other = loadPlan({ ...notice, id: '晋市政办函2024-99' }, '2024年方案');
  const port = createMemoryPort({ sheets: [], names: [], activeSheet: '' });
  await generateWorkbook(port, { plan: other, scope: { kind: 'unit', unit: 'chengqu' } }, surroundings);
  const { files, proposals } = await previewOf(await makeCity(), await writeWorkbook(port.model()));
  expect(proposals).toEqual([]);
  expect(files[0]).toMatchObject({ state: 'refused', sentences: [expect.stringMatching(/“晋市政办函2024-99”，应为“晋市政办函2023-31”.*请/)] });
}, 60_000);
