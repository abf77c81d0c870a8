import { FormulaCell, ReadArea } from './vertex';

type Node = FormulaCell | ReadArea;

interface Frame {
  readonly node: Node;
  readonly next: readonly Node[];
  position: number;
}

/** Cells still to be computed that a node needs. */
function findNeeded(node: Node): Node[] {
  const needed: Node[] = [];
  if (node instanceof ReadArea) {
    node.sheet.visitFormulas(node.area, (cell) => {
      if (cell.isDirty) needed.push(cell);
    });
    return needed;
  }
  for (const area of node.areas) {
    if (area.isCell) {
      const cell = area.sheet.get(area.area.row, area.area.column);
      if (cell?.isDirty) needed.push(cell);
    } else if (area.isTouched) {
      needed.push(area);
    }
  }
  return needed;
}

/**
 * Calls back for dirty cells so that each comes after all that it needs; cells that need one another come
 * together as one circle. Tarjan's strongly connected components with a stack of our own: chains may be as long
 * as a sheet.
 */
export class EvaluationOrder {
  private count = 0;
  private readonly open: Node[] = [];
  private readonly discovered: Node[] = [];

  constructor(
    private readonly compute: (cell: FormulaCell) => void,
    private readonly close: (circle: readonly FormulaCell[]) => void,
  ) {}

  run(cells: Iterable<FormulaCell>): void {
    for (const cell of cells) if (cell.isDirty && cell.order === 0) this.descend(cell);
    for (const node of this.discovered) {
      node.order = 0;
      node.onStack = false;
    }
  }

  private enter(node: Node): Frame {
    node.order = node.lowest = ++this.count;
    node.onStack = true;
    this.open.push(node);
    this.discovered.push(node);
    return { node, next: findNeeded(node), position: 0 };
  }

  private descend(root: Node): void {
    const frames: Frame[] = [this.enter(root)];
    while (frames.length > 0) {
      const frame = frames[frames.length - 1]!;
      const { node } = frame;
      if (frame.position < frame.next.length) {
        const next = frame.next[frame.position++]!;
        if (next.order === 0) frames.push(this.enter(next));
        else if (next.onStack) node.lowest = Math.min(node.lowest, next.order);
        continue;
      }
      frames.pop();
      const parent = frames[frames.length - 1]?.node;
      if (parent) parent.lowest = Math.min(parent.lowest, node.lowest);
      if (node.lowest === node.order) this.leave(frame);
    }
  }

  /** Takes a finished component off the stack. */
  private leave({ node, next }: Frame): void {
    const members: Node[] = [];
    let member: Node;
    do {
      member = this.open.pop()!;
      member.onStack = false;
      members.push(member);
    } while (member !== node);
    const cells = members.filter((one) => one instanceof FormulaCell);
    if (members.length > 1 || next.includes(node)) this.close(cells);
    else if (cells[0]) this.compute(cells[0]);
  }
}
