import { startOffice } from '../host/start-office';
import { everyCase, fewCases } from './choose';
import { stopTime } from './clock';
import { operations } from './operation';
import { runCase } from './run-case';
import { prepareScene } from './scene';

// Every case is a pane opened anew, and on a busy machine that takes a while.
jest.setTimeout(120_000);

/** Of each operation; `npm run faults` runs all cases. */
const count = 1;

/** These write in the same way as others that are tried: left to `npm run faults`, for the sake of the tests' time. */
const alike = new Set(['生成进旧簿', '首次分发', '撤销再次生成', '撤回说明', '规则设置', '自动带入', '比上月', '撤销修正', '撤销统计截止日', '撤销说明情况', '撤销规则设置', '撤销推进', '撤销自动带入']);
const tried = operations.filter(({ name }) => !alike.has(name));

beforeAll(async () => {
  await startOffice();
  stopTime();
});

test.each(tried.map((operation, at) => ({ name: operation.name, operation, at })))('$name loses nothing, whatever befalls it', async ({ operation, at }) => {
  const scene = await prepareScene(operation);
  for (const { mishap, sync } of fewCases(scene, at, count)) {
    expect(await runCase(scene, mishap, sync)).toMatchObject({ complaints: [] });
  }
});

test('撤销汇总 leaves every row whole that another author moves while it is written', async () => {
  const scene = await prepareScene(operations.find(({ name }) => name === '撤销汇总')!);
  const sorted = everyCase(scene).filter(({ mishap, sync }) => mishap.name === '别人排序' && scene.writing.includes(sync));
  expect(sorted).not.toEqual([]);
  for (const { mishap, sync } of sorted) expect(await runCase(scene, mishap, sync)).toMatchObject({ complaints: [] });
});
