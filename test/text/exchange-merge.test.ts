import type { MergeNote, Refusal } from '../../src/exchange/proposal';
import { listOf, listsOf } from '../../src/list/registry';
import { builtInPlan as plan } from '../../src/plan/built-in';
import { describeNote, describeRefusal } from '../../src/text/exchange-merge';

const lists = listsOf(plan);
const refused = (list: string, refusal: Pick<Refusal, 'reason'> & Partial<Refusal>) =>
  describeRefusal({ identity: '', name: '甲项目', cityRow: null, fileRow: 0, unitText: '', column: null, values: {}, ...refusal }, listOf(lists, list), plan, 'zezhou');
const told = (note: MergeNote) => describeNote(note, lists);

describe('what is not taken says where, what was seen and what to do', () => {
  it('an error, and a formula without its result', () => {
    expect(refused('5', { reason: 'formulaError', column: 'totalInvestment', values: { totalInvestment: '#REF!' } })).toBe(
      '《5 未开工项目》“甲项目”的“总投资（万元）”是公式错误“#REF!”，没有采用，保留市级工作簿的内容。请泽州县填写数值后重新报送。',
    );
    expect(refused('5', { reason: 'formulaError', column: 'totalInvestment', values: { totalInvestment: null } })).toBe(
      '《5 未开工项目》“甲项目”的“总投资（万元）”是公式，文件里没有算出的结果，没有采用，保留市级工作簿的内容。请泽州县填写数值后重新报送。',
    );
  });

  it('a line that is no project, and a second line of the unit', () => {
    expect(refused('5', { reason: 'notProject', name: '合计' })).toBe(
      '《5 未开工项目》“合计”是合计行或表头，不是项目，没有采用；合计由工作簿自动算出，不必填写。如果确实是项目，请泽州县写出项目全称后重新报送。',
    );
    expect(refused('1', { reason: 'twice', name: '泽州县' })).toBe(
      '《1 投资目标任务》中泽州县有两行，只采用了其中一行，另一行填报的内容没有采用。请泽州县只保留一行后重新报送。',
    );
  });
});

describe('what is told', () => {
  it('a copied sheet, and two columns of one name', () => {
    expect(told({ kind: 'copiedSheet', list: '5', sheet: 'Sheet1' })).toBe(
      '文件里的工作表“Sheet1”也是《5 未开工项目》的样子，里面有《5 未开工项目》没有的内容，没有读取。请单位把要报的内容填到《5 未开工项目》里，重新报送。',
    );
    expect(told({ kind: 'doubledColumn', list: '5', column: 'remark' })).toBe(
      '《5 未开工项目》有两列都叫“备注”，内容不同，分不清哪一列是原来的，这一列保持市级工作簿的内容。请单位把自己加的一列改名后重新报送。',
    );
  });
});
