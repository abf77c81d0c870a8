import type { IssueCode } from '../rule/code';
import type { Speaker, Told } from './speaker';

/** Sentences on single cells. */
export const cellTexts = {
  'cell/required': (speaker) => ({
    seen: '没有填写',
    expected: `${speaker.issue.columns.length > 1 ? '这几项' : '此项'}为必填`,
    action: '请补填',
  }),
  'cell/type': (speaker) => ({
    seen: `填写为“${speaker.shown('seen')}”`,
    expected: speaker.has('expected')
      ? `应为${kindOfContent(speaker)} ${speaker.shown('expected')}`
      : speaker.has('clears')
        ? '没有内容时应留空'
        : `应为${kindOfContent(speaker)}`,
    action: fixOr(speaker, `请改填${kindOfContent(speaker)}`),
  }),
  'cell/enum': (speaker) => ({
    seen: `填写为“${speaker.shown('seen')}”`,
    expected: speaker.has('expected')
      ? `应为“${speaker.shown('expected')}”`
      : speaker.has('clears')
        ? '没有内容时应留空'
        : `应为下拉列表中的一项${speaker.options(10) ? `（${speaker.options(10)}）` : ''}`,
    action: fixOr(speaker, '请从下拉列表中选择'),
  }),
  'cell/range': (speaker) => {
    const seen = `填写为“${speaker.shown('seen')}”`;
    switch (speaker.text('reason')) {
      case 'day':
        return { seen, expected: '日期应在 2000年1月1日 至 2035年12月31日 之间', action: '请核对后改填' };
      case 'negative':
        return speaker.has('mayBe')
          ? { seen, expected: '只有核减以前月份的数时才为负数', action: '请核对，确为核减的可说明情况' }
          : { seen, expected: '不应小于 0', action: '请核对后改填' };
      default:
        return { seen, expected: '应为整数', action: '请核对后改填' };
    }
  },
  'cell/unit-suspect': (speaker) => ({
    seen: `填写为 ${speaker.number('seen')} ${speaker.measure()}`,
    expected: speaker.has('expected')
      ? `单位可能有误，换算后应为 ${speaker.number('expected')} ${speaker.measure()}`
      : `一般在 ${speaker.number('below')} 至 ${speaker.number('above')} ${speaker.measure()}之间，单位可能有误`,
    action: speaker.issue.fix ? '核实后点“修正”按单位换算' : '请核对金额和单位',
  }),
  'cell/length': (speaker) => ({
    seen: `有 ${speaker.number('length')} 个字`,
    expected: `超过 ${speaker.number('longest')} 个字打印时显示不全`,
    action: '建议精简',
  }),
  'cell/phone': (speaker) => ({
    seen: `填写为“${speaker.shown('seen')}”`,
    expected: speaker.has('expected') ? `应为“${speaker.shown('expected')}”` : '不是手机号，也不是固定电话',
    action: fixOr(speaker, '请填 11 位手机号，或带区号的固定电话，多个号码用“、”隔开'),
  }),
  'cell/project-code': (speaker) =>
    speaker.has('owner')
      ? {
          seen: `中的地区代码 ${speaker.text('region')} 属于${speaker.unitName(speaker.param('owner'))}`,
          expected: `而本行责任主体为${speaker.unitName()}`,
          action: '请核对项目代码和责任主体',
        }
      : {
          seen: `填写为“${speaker.shown('seen')}”`,
          expected: speaker.has('expected')
            ? `应为“${speaker.shown('expected')}”`
            : '应为在线审批监管平台的 24 位代码，例如 2311-140525-04-01-123456',
          action: fixOr(speaker, '请核对后改填，没有代码的可留空'),
        },
  'cell/formula-error': (speaker) => ({
    seen: speaker.has('isError') ? `显示错误 ${speaker.shown('seen')}` : `的公式被改填为“${speaker.shown('seen')}”`,
    expected: speaker.issue.fix ? '应由公式自动计算' : '应为填报的内容',
    action: fixOr(speaker, '请重新填写', '点“修正”即可恢复公式'),
  }),
} as const satisfies Partial<Record<IssueCode, (speaker: Speaker) => Told>>;

function kindOfContent(speaker: Speaker): string {
  const column = speaker.column(speaker.issue.columns[0]);
  if (column?.type === 'date') return '日期';
  if (column?.type === 'month') return '月份';
  return column?.unitOfMeasure && column.unitOfMeasure !== '个' ? `以${column.unitOfMeasure}为单位的数字` : '数字';
}

function fixOr(speaker: Speaker, action: string, fix = '点“修正”即可改正'): string {
  return speaker.issue.fix ? fix : action;
}
