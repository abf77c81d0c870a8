import { labelOf } from '../../plan/choice';
import type { Plan, Unit } from '../../plan/plan';
import type { Value } from '../list';
import type { Random } from './random';

/** One made-up row, by column key. */
export type SampleRow = Record<string, Value>;

const fields = ['装备制造', '光伏发电', '煤层气利用', '文旅康养', '农产品加工', '冷链物流', '供水管网', '城区道路', '污水处理', '中小学校舍', '养老服务', '数据中心', '新型建材', '畜禽养殖', '标准厂房'];
/** Invented place names, two of them to a project: names of different projects are to differ by more than a number. */
const places = ['青石', '柳林', '云台', '东岭', '凤栖', '白沙', '龙泉', '桃园', '金谷', '石门', '双桥', '望川', '秀峰', '长乐', '南坪', '竹溪', '玉泉', '平安', '红岩', '松涛', '翠屏', '古寨', '丰收', '清河', '万和', '鹤鸣', '梅湾', '麦坡', '枫树', '星光', '紫云', '杏花', '磐石', '阳坡', '朝晖', '宝塔', '莲池', '九曲', '永兴', '银杏', '沙河', '后沟', '雁落', '香山', '康庄', '明德', '和顺', '福泽', '石榴', '春晓'];
const kinds = ['建设', '改造提升', '配套', '产业园', '示范'];
const surnames = ['王', '李', '张', '刘', '陈', '赵', '郭', '马', '宋', '秦'];

/** Gives every made-up project a name, code and telephone of its own, all of them saying that they are made up. */
export class ProjectMaker {
  private count = 0;

  constructor(
    private readonly plan: Plan,
    private readonly random: Random,
  ) {}

  /** The base columns of a project of this unit; total in 万元. A name given is one that the notice names. */
  project(unit: Unit, total: number, name?: string): SampleRow {
    this.count += 1;
    const { plan, random } = this;
    const month = String(random.between(1, 10)).padStart(2, '0');
    return {
      projectName: name ?? `示例${this.placeName()}${random.pick(fields)}${random.pick(kinds)}项目`,
      unit: unit.name,
      developer: `示例${unit.name}建设公司${random.between(1, 30)}`,
      projectCode: `${plan.year % 100}${month}-${unit.regionCode}-04-01-${String(100_000 + this.count)}`,
      projectType: this.label('projectType'),
      buildKind: this.label('buildKind'),
      content: '示例内容：新建厂房及配套设施，具体以批复文件为准。',
      totalInvestment: total,
      responsibleUnit: `示例${unit.name}责任单位`,
      responsiblePerson: this.person(),
      phone: this.phone(),
      remark: '示例数据',
    };
  }

  /** Two place names that no other project has in this order. */
  private placeName(): string {
    const at = (this.count * 1_031) % (places.length * places.length);
    return `${places[Math.floor(at / places.length)]!}${places[at % places.length]!}`;
  }

  person(): string {
    return `${this.random.pick(surnames)}示例`;
  }

  /** A number of the form of a mobile's that is given to nobody. */
  phone(): string {
    return `1300000${String(this.random.between(0, 9_999)).padStart(4, '0')}`;
  }

  /** Any label of an enumeration. */
  label(choice: keyof Plan['choices']): string {
    return this.random.pick(this.plan.choices[choice]).label;
  }

  yesNo(isYes: boolean): string {
    return labelOf(this.plan, 'yesNo', isYes ? 'yes' : 'no');
  }
}

/** Rows as columns; cells that a row does not have are empty. */
export function columnsOf(rows: readonly SampleRow[], keys: readonly string[]): Record<string, Value[]> {
  return Object.fromEntries(keys.map((key) => [key, rows.map((row) => row[key] ?? null)]));
}
