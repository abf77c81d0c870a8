/** Node's loader hooks: imports without extension, TypeScript by swc, JSON as a module. */
import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { transform } from '@swc/core';

const ownSource = (url) => url.startsWith('file:') && !url.includes('/node_modules/');

export async function resolve(specifier, context, nextResolve) {
  if (specifier.startsWith('.') && context.parentURL && ownSource(context.parentURL)) {
    for (const extension of ['.ts', '.tsx']) {
      const url = new URL(specifier + extension, context.parentURL);
      if (existsSync(url)) return { url: url.href, shortCircuit: true };
    }
  }
  return nextResolve(specifier, context);
}

export async function load(url, context, nextLoad) {
  if (!ownSource(url)) return nextLoad(url, context);
  if (/\.tsx?$/.test(url)) {
    const filename = fileURLToPath(url);
    const { code } = await transform(await readFile(filename, 'utf8'), {
      filename,
      sourceMaps: 'inline',
      module: { type: 'es6' },
      jsc: { target: 'es2022', parser: { syntax: 'typescript', tsx: url.endsWith('x') } },
    });
    return { format: 'module', source: code, shortCircuit: true };
  }
  if (url.endsWith('.json')) {
    const source = `export default ${await readFile(new URL(url), 'utf8')};`;
    return { format: 'module', source, shortCircuit: true };
  }
  return nextLoad(url, context);
}
