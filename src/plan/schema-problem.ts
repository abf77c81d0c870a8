import type { z } from 'zod';
import { describeSeen, type PlanProblem } from './problem';

const typeNames: Readonly<Record<string, string>> = {
  string: '文字',
  number: '数字',
  int: '整数',
  boolean: ' true（是）或 false（否）',
  array: '列表',
  tuple: '列表',
  object: '一组值',
  record: '一组值',
};

/** What zod expected, in Chinese; a schema's own message goes before this one. */
export const describeExpected: z.core.$ZodErrorMap = (issue) => {
  switch (issue.code) {
    case 'invalid_type':
      return `应为${typeNames[issue.expected] ?? '另一种值'}`;
    case 'invalid_value':
      return `应为${issue.values.map((value) => `“${String(value)}”`).join('、')}${issue.values.length > 1 ? '之一' : ''}`;
    case 'too_small':
      if (issue.origin === 'string') return '应填写，不能为空';
      if (issue.origin === 'array') return `应至少有 ${issue.minimum} 项`;
      return `应不小于 ${issue.minimum}`;
    case 'too_big':
      return issue.origin === 'array' ? `应至多有 ${issue.maximum} 项` : `应不大于 ${issue.maximum}`;
    default:
      return '应按方案格式填写';
  }
};

/** zod's issues (parsed with reportInput) as problems: one per unknown key, one per value. */
export function listSchemaProblems(error: z.ZodError): readonly PlanProblem[] {
  return error.issues.flatMap((issue): readonly PlanProblem[] => {
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => ({ path: [...issue.path, key], reason: '不是方案的内容，应删去或改正名称' }));
    }
    if (issue.input === undefined) return [{ path: issue.path, reason: `缺少，${issue.message}` }];
    return [{ path: issue.path, reason: `现为${describeSeen(issue.input)}，${issue.message}` }];
  });
}
