/**
 * Stands for @fluentui/react-components, whose one page of exports makes every test of the pane read all sixty packages
 * of it, tree, carousel and colour picker included: here a package is loaded when one of its names is asked for.
 */
const { readFileSync } = require('node:fs');
const { join } = require('node:path');

const page = readFileSync(join(__dirname, '../../node_modules/@fluentui/react-components/lib-commonjs/index.cjs'), 'utf8');
const packages = new Map(Array.from(page.matchAll(/const (\w+) = require\("([^"]+)"\)/g), ([, variable, name]) => [variable, name]));

for (const [, name, variable, own] of page.matchAll(/get (\w+) ?\(\) ?\{\s*return (\w+)\.(\w+);/g)) {
  const get = () => {
    const value = require(packages.get(variable))[own];
    Object.defineProperty(exports, name, { value, enumerable: true });
    return value;
  };
  Object.defineProperty(exports, name, { get, enumerable: true, configurable: true });
}
exports.__esModule = true;
