import { createMemoryPort } from '../../../src/job/memory-port';
import { judgeWorkbook } from '../../../src/job/check';
import { decideConflicts } from '../../../src/exchange/proposal';
import { builtInPlan as plan } from '../../../src/plan/built-in';
import { contentOf } from '../../../src/sheet/content-of';
import type { WorkbookModel } from '../../../src/sheet/model';
import { makeSurroundings } from '../../job/workbook';
import { changedCells, compareTabs, isOfCheck, lostNotes, unexpected, wrongIdentities, type ChangedCell } from '../contract';
import { ƒ } from '../ledger';
import type { Operation, Scene } from '../scene';
import { asLaid, compareLists } from './generate';

interface Sent {
  readonly unit: string;
  readonly model: WorkbookModel;
}

const sent = new WeakMap<Scene, Sent[]>();

/** Rows below a table are issued, too, and get their identity there. */
function isGivenIdentity(change: ChangedCell): boolean {
  const isIdentity = /^[0-9AB]-[0-9A-Z]{26}$/.test(String(change.after === ƒ ? '' : change.after));
  return (isOfCheck(change) && change.role === 'identity') || (change.role === 'frame' && change.before === null && isIdentity);
}

/** What the unit writes into its file before it sends it back: something in each of a few rows, and a row of its own. */
async function fillIn(scene: Scene, { model }: Sent): Promise<{ readonly model: WorkbookModel; readonly texts: Set<unknown> }> {
  const port = createMemoryPort(model);
  const { entries } = await judgeWorkbook(port, [plan], makeSurroundings(3));
  const texts = new Set<unknown>();
  for (const key of ['5', '8', '9']) {
    const list = entries.lists[key];
    if (list === undefined) continue;
    const names = list.values['projectName'] ?? [];
    for (const row of [0, 1, Math.max(0, names.findLastIndex((name) => name !== null)) + 1]) {
      if (row >= list.rowCount) continue;
      const text = `报送第${scene.next()}号`;
      texts.add(text);
      port.edit(list.sheetName, list.firstRow + row, list.at[names[row] === null ? 'projectName' : 'responsiblePerson'] ?? list.at['projectName']!, [[text]]);
    }
  }
  return { model: port.model(), texts };
}

export const exchangeOperations: readonly Operation[] = [
  {
    name: '分发',
    weight: 2,
    plan: (scene) => {
      if (scene.scope.kind !== 'city') return null;
      const unit = scene.random.pick(plan.units).key;
      return {
        said: `issues ${unit}'s file`,
        run: async () => {
          sent.set(scene, [...(sent.get(scene) ?? []), { unit, model: await scene.issue(unit) }].slice(-4));
        },
        judge: (before, after) => [
          ...compareTabs(before, after),
          ...lostNotes(before, after),
          ...unexpected(changedCells(before, after, scene), isGivenIdentity),
        ],
      };
    },
  },
  {
    name: '汇总',
    weight: 3,
    plan: (scene) => {
      const files = sent.get(scene) ?? [];
      if (files.length === 0) return null;
      const file = scene.random.pick(files);
      let texts = new Set<unknown>();
      return {
        said: `merges what ${file.unit} sent back`,
        run: async () => {
          const filled = await fillIn(scene, file);
          texts = filled.texts;
          const name = `${file.unit}.xlsx`;
          const preview = await scene.work.previewMerge([{ name, savedAt: 1_000 + scene.next(), fingerprint: `f${scene.next()}`, content: contentOf(filled.model) }], {});
          const decisions = Object.assign({}, ...preview.proposals.map((proposal) => decideConflicts(proposal, 'unit')));
          const result = await scene.work.merge(preview, decisions, {});
          scene.report = await scene.work.judge({});
          return result;
        },
        // Where a list has moved on its sheet everything is laid anew, so cells are held by row and header.
        judge: (before, after) => [
          ...compareTabs(asLaid(scene, before), asLaid(scene, after)),
          ...lostNotes(before, after),
          ...compareLists(before, after, scene, (cell) => texts.has(cell)),
          ...wrongIdentities(after, scene.lists),
        ],
      };
    },
  },
];
