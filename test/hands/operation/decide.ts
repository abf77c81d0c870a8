import { mayExplain, maySwitch } from '../../../src/rule/permission';
import { changedCells, compareTabs, isOfCheck, lostNotes, unexpected } from '../contract';
import type { Ledger } from '../ledger';
import type { Operation, Scene } from '../scene';
import { wrongMarks } from './check';

/** Nothing entered changes where people only decide. */
function judgeDecision(scene: Scene): (before: Ledger, after: Ledger) => string[] {
  return (before, after) => [
    ...compareTabs(before, after),
    ...lostNotes(before, after),
    ...unexpected(changedCells(before, after, scene), isOfCheck),
    ...wrongMarks(after, scene),
  ];
}

export const decideOperations: readonly Operation[] = [
  {
    name: '说明情况',
    weight: 2,
    plan: (scene) => {
      const issues = scene.report?.result.issues.filter((issue) => mayExplain(issue) && issue.explained === undefined) ?? [];
      if (issues.length === 0) return null;
      const issue = scene.random.pick(issues);
      return {
        said: `explains ${issue.id}`,
        run: async () => {
          scene.report = await scene.work.explain(scene.report!, issue, { who: '张某', why: `第${scene.next()}号说明` }, {});
          return scene.report;
        },
        judge: judgeDecision(scene),
      };
    },
  },
  {
    name: '撤回说明',
    weight: 1,
    plan: (scene) => {
      const issues = scene.report?.result.issues.filter(({ explained }) => explained !== undefined) ?? [];
      if (issues.length === 0) return null;
      const issue = scene.random.pick(issues);
      return {
        said: `takes the explanation of ${issue.id} back`,
        run: async () => {
          scene.report = await scene.work.withdraw(scene.report!, issue, {});
          return scene.report;
        },
        judge: judgeDecision(scene),
      };
    },
  },
  {
    name: '规则设置',
    weight: 1,
    plan: (scene) => {
      const codes = [...new Set(scene.report?.result.issues.map(({ code }) => code))].filter(maySwitch);
      if (codes.length === 0) return null;
      const code = scene.random.pick(codes);
      return {
        said: `switches ${code} off`,
        run: async () => {
          scene.report = await scene.work.setRule(scene.report!, { code, severity: 'off', who: '李某', why: '暂不适用' }, {});
          return scene.report;
        },
        judge: judgeDecision(scene),
      };
    },
  },
];
