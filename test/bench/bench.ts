import { cellRace } from './cell-race';
import { printEditRace } from './edit-race';
import { bareReading, exchangeRace } from './exchange-race';
import { printTimings, race } from './measure';
import { runInPage } from './office-race';
import { printRuleRaces } from './rule-race';
import { printScaleRace } from './scale-race';
import { workbookRace } from './workbook-race';

const rounds = 5;

/** By the name that `npm run bench -- NAME` picks one with. */
const races: Readonly<Record<string, () => void | Promise<void>>> = {
  cells: async () => printTimings('校验 100,000 行 × 20 列，15% 的单元格有错', await race(cellRace(), rounds), '手写的逐列循环'),
  rules: printRuleRaces,
  edits: printEditRace,
  workbook: async () => printTimings('一本全市工作簿，9 × 2,000 行', await race(await workbookRace(), rounds)),
  exchange: async () => printTimings('一本全市工作簿（9 × 2,000 行）分发八份、汇总八份', await race(await exchangeRace(), rounds), bareReading),
  office: () => runInPage('office'),
  scale: printScaleRace,
};

const asked = process.argv.slice(2);
const unknown = asked.find((name) => races[name] === undefined);
if (unknown !== undefined) throw new RangeError(`no race named ${unknown}; there are ${Object.keys(races).join(', ')}`);
for (const [name, run] of Object.entries(races)) {
  if (asked.length === 0 || asked.includes(name)) await run();
}
