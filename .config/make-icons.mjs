/** Draws assets/*.png from the SVG files beside them. Run by `npm run icons` after an SVG was changed. */
import { readFileSync, writeFileSync } from 'node:fs';
import { Resvg } from '@resvg/resvg-js';

const iconSizes = JSON.parse(readFileSync('.config/icon-sizes.json', 'utf8'));

for (const [name, sizes] of Object.entries(iconSizes)) {
  const svg = readFileSync(`assets/${name}.svg`, 'utf8');
  for (const size of sizes) {
    const png = new Resvg(svg, { fitTo: { mode: 'width', value: size } }).render().asPng();
    writeFileSync(`assets/${name}-${size}.png`, png);
  }
}
