import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Resvg } from '@resvg/resvg-js';
import iconSizes from '../../.config/icon-sizes.json';
import { readPngSize } from './find-faults';

const assets = join(__dirname, '../../assets');
const files = Object.entries(iconSizes).flatMap(([name, sizes]) => sizes.map((size): [string, number] => [name, size]));

test.each(files)('%s-%d.png is what its SVG shows today', (name, size) => {
  const path = join(assets, `${name}-${size}.png`);
  expect(readPngSize(path)).toEqual({ width: size, height: size });
  const drawn = new Resvg(readFileSync(join(assets, `${name}.svg`), 'utf8'), { fitTo: { mode: 'width', value: size } });
  expect(readFileSync(path).equals(drawn.render().asPng())).toBe(true);
});
