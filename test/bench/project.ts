import { Random } from '../../src/list/sample/random';
import { builtInPlan as plan } from '../../src/plan/built-in';

/** What is the same for a project on every list it is on. */
export interface Project {
  readonly name: string;
  readonly code: string;
  /** Name of its unit. */
  readonly unit: string;
  readonly developer: string;
  /** 总投资, 万元. */
  readonly total: number;
}

/** Share of projects that are another unit's over again: by a name that is nearly the same, the same, or the same code. */
const nearShare = 0.01;
const sameNameShare = 0.005;
const sameCodeShare = 0.005;

const letters = [
  ...'安宝昌成春德东发方丰福富光广国海和恒弘红宏华辉惠吉佳嘉建金锦晋京景聚凯康兰乐利联林龙隆美明鹏普启千庆荣瑞润三森山盛胜世泰腾天通同万旺文祥新鑫信兴星旭阳益永友宇玉元源远月云泽长正志中众卓',
];
const goods = '玻璃 瓷砖 电池 电机 电缆 阀门 钢管 管件 光伏 轨道 果蔬 黑陶 化肥 花卉 机床 家具 连翘 煤机 面粉 木材 农机 苹果 汽配 轻纺 石材 丝绸 饲料 陶粒 铁合 土豆 香菇 药材 液压 医械 油料 渔业 玉米 装备 铸件 紫砂'.split(' ');
const works = '仓储 测试 初制 锻造 粉碎 服务 干燥 回收 集散 加工 检测 交易 精制 冷藏 培育 喷涂 热处 设计 深加 试验 脱硫 物流 研发 养护 预制 运输 展示 种植 贮运 装配'.split(' ');
const kinds = '一体化 产业园 示范区 基地 车间 中心 工厂 生产线'.split(' ');

/** Made-up projects, alternating between the units; names differ as much as those of real projects do. */
export function makeProjects(count: number): readonly Project[] {
  const random = new Random(7);
  const units = plan.units;
  const projects: Project[] = [];
  for (let at = 0; at < count; at += 1) {
    const unit = units[at % units.length]!;
    const own: Project = {
      name: nameOf(random),
      code: `23${String(1 + (at % 12)).padStart(2, '0')}-${unit.regionCode}-04-01-${String(Math.floor(at / units.length)).padStart(6, '0')}`,
      unit: unit.name,
      developer: `${word(random, 4)}公司`,
      total: Math.round(500 * Math.exp(random.next() * 6)),
    };
    const model = at > 0 ? projects[at - 1 - Math.floor(random.next() * Math.min(at, units.length - 1))]! : null;
    projects.push(model ? perhapsAgain(own, model, random) : own);
  }
  return projects;
}

function perhapsAgain(own: Project, model: Project, random: Random): Project {
  const chance = random.next();
  if (chance < nearShare) return { ...own, total: model.total, name: model.name.slice(0, 3) + random.pick(letters) + model.name.slice(4) };
  if (chance < nearShare + sameNameShare) return { ...own, name: model.name };
  return chance < nearShare + sameNameShare + sameCodeShare ? { ...own, code: model.code } : own;
}

function nameOf(random: Random): string {
  return `${word(random, 2)}村${word(random, 3)}${random.pick(goods)}${random.pick(works)}${random.pick(kinds)}`;
}

function word(random: Random, length: number): string {
  let text = '';
  for (let at = 0; at < length; at += 1) text += random.pick(letters);
  return text;
}
