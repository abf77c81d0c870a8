import type { Area, ChartModel } from '../../../sheet/model';
import type { Sheet } from '../../book/sheet';
import { makeElement } from '../element';
import type { Scene } from './scene';

const colors = ['#2f6f9f', '#d98b2b', '#5b9a68', '#8a6bb0', '#b5534f', '#6b7680'] as const;
const font = 11;
/** Pixels round the columns: the title above, names and legend below, the scale on the left. */
const room = { top: 34, bottom: 48, left: 46, right: 12 } as const;

/** A chart as a picture over the cells, with its figures as the picture's text. */
export function drawChart(scene: Scene, { title, categories, series, place }: ChartModel): HTMLElement {
  const { left, top, width, height } = scene.boxOf(place);
  const names = categories ? cellsOf(categories).map(([row, column]) => String(scene.sheet.valueAt(row, column) ?? '')) : [];
  const figures = series.map(({ name, values }) => ({ name, values: cellsOf(values).map(([row, column]) => numberAt(scene.sheet, row, column)) }));
  const svg = svgElement('svg', { width, height, viewBox: `0 0 ${width} ${height}`, 'font-size': font, 'font-family': 'sans-serif' });
  svg.append(...columnsOf(names, figures, width, height), ...frameOf(title, figures, width, height));
  const label = figures.map(({ name, values }) => `${name}：${values.map((value, at) => `${names[at] ?? at + 1}${value === null ? '—' : percent(value)}`).join('，')}`);
  const element = makeElement('div', { class: 'chart', role: 'img', 'aria-label': `图表 ${title}。${label.join('；')}` });
  element.style.cssText = `left:${left}px;top:${top}px;width:${width}px;height:${height}px`;
  element.append(svg);
  return element;
}

interface Figures {
  readonly name: string;
  readonly values: readonly (number | null)[];
}

/** Scale, columns and the names under them. The scale begins at 0 and ends at 100 % or the largest value. */
function columnsOf(names: readonly string[], figures: readonly Figures[], width: number, height: number): SVGElement[] {
  const most = Math.max(1, ...figures.flatMap(({ values }) => values.map((value) => value ?? 0)));
  const [innerWidth, innerHeight] = [width - room.left - room.right, height - room.top - room.bottom];
  const count = Math.max(1, ...figures.map(({ values }) => values.length));
  const group = innerWidth / count;
  const bar = (group * 0.76) / Math.max(1, figures.length);
  const base = room.top + innerHeight;
  const parts: SVGElement[] = [0, 0.25, 0.5, 0.75, 1].flatMap((share) => {
    const y = base - share * innerHeight;
    return [
      svgElement('line', { x1: room.left, x2: width - room.right, y1: y, y2: y, stroke: share === 0 ? '#8a8886' : '#e1dfdd' }),
      svgText(percent(share * most), { x: room.left - 6, y: y + 4, 'text-anchor': 'end' }),
    ];
  });
  figures.forEach(({ values }, order) =>
    values.forEach((value, at) => {
      const size = ((value ?? 0) / most) * innerHeight;
      const x = room.left + at * group + group * 0.12 + order * bar;
      parts.push(svgElement('rect', { x, y: base - size, width: Math.max(1, bar - 1), height: size, fill: colorOf(order) }));
    }),
  );
  names.forEach((name, at) => parts.push(svgText(name, { x: room.left + (at + 0.5) * group, y: base + 15, 'text-anchor': 'middle' })));
  return parts;
}

function frameOf(title: string, figures: readonly Figures[], width: number, height: number): SVGElement[] {
  const step = (width - room.left) / Math.max(1, figures.length);
  return [
    svgText(title, { x: width / 2, y: 20, 'text-anchor': 'middle', 'font-size': 13, 'font-weight': 600 }),
    ...figures.flatMap(({ name }, at) => [
      svgElement('rect', { x: room.left + at * step, y: height - 20, width: 9, height: 9, fill: colorOf(at) }),
      svgText(name, { x: room.left + at * step + 13, y: height - 12 }),
    ]),
  ];
}

function colorOf(order: number): string {
  return colors[order % colors.length]!;
}

function percent(value: number): string {
  return `${Math.round(value * 100)}%`;
}

function cellsOf({ row, column, rows, columns }: Area): (readonly [number, number])[] {
  return Array.from({ length: rows * columns }, (_, at) => [row + Math.floor(at / columns), column + (at % columns)] as const);
}

function numberAt(sheet: Sheet, row: number, column: number): number | null {
  const value = sheet.valueAt(row, column);
  return typeof value === 'number' ? value : null;
}

function svgText(text: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = svgElement('text', { fill: '#323130', ...attributes });
  element.textContent = text;
  return element;
}

function svgElement(tag: string, attributes: Readonly<Record<string, string | number>>): SVGElement {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, String(value));
  return element;
}
