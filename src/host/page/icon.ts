/** Line icons on a 20 × 20 board, drawn with the ink of the text. */
const paths = {
  open: 'M2.5 15.5v-11h5l2 2h7v2M2.5 15.5l2.5-7h13l-2.5 7z',
  save: 'M3.5 3.5h10l3 3v10h-13zM6.5 3.5v4h6v-4M6.5 16.5v-5h7v5',
  undo: 'M7.5 4.5l-4 4 4 4M3.5 8.5h8a4 4 0 0 1 0 8h-3',
  redo: 'M12.5 4.5l4 4-4 4M16.5 8.5h-8a4 4 0 0 0 0 8h3',
  pane: 'M2.5 3.5h15v13h-15zM12.5 3.5v13M4.5 6.5h5M4.5 9.5h5M4.5 12.5h3',
  check: 'M3.5 3.5h13v13h-13zM6.5 10l2.5 2.5 5-5',
  sum: 'M15.5 6v-2.5h-11l5.5 6.5-5.5 6.5h11V14',
  close: 'M5 5l10 10M15 5L5 15',
  add: 'M10 4v12M4 10h12',
  left: 'M12.5 4.5L7 10l5.5 5.5',
  right: 'M7.5 4.5L13 10l-5.5 5.5',
} as const;

export type IconName = keyof typeof paths;

export function drawIcon(name: IconName): SVGSVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  const path = document.createElementNS(space, 'path');
  for (const [key, value] of Object.entries({ viewBox: '0 0 20 20', width: '18', height: '18', 'aria-hidden': 'true' })) {
    svg.setAttribute(key, value);
  }
  for (const [key, value] of Object.entries({
    d: paths[name],
    fill: 'none',
    stroke: 'currentColor',
    'stroke-width': '1.4',
    'stroke-linejoin': 'round',
    'stroke-linecap': 'round',
  })) {
    path.setAttribute(key, value);
  }
  svg.append(path);
  return svg;
}
