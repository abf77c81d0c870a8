import { startOffice } from '../host/start-office';
import { fewCases } from './choose';
import { stopTime } from './clock';
import { operations } from './operation';
import { runCase } from './run-case';
import { prepareScene } from './scene';

// Every case is a pane opened anew, and on a busy machine that takes a while.
jest.setTimeout(120_000);

/** Of each operation; `npm run faults` runs all cases. */
const count = 1;

beforeAll(async () => {
  await startOffice();
  stopTime();
});

test.each(operations.map((operation, at) => ({ name: operation.name, operation, at })))('$name loses nothing, whatever befalls it', async ({ operation, at }) => {
  const scene = await prepareScene(operation);
  for (const { mishap, sync } of fewCases(scene, at, count)) {
    expect(await runCase(scene, mishap, sync)).toMatchObject({ complaints: [] });
  }
});
