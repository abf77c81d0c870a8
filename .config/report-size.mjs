/**
 * Prints what the pane loads before it first paints: every script that taskpane.html names except office.js,
 * gzipped as a server sends it. Fails above the limit. What the pane loads later is printed beside it.
 */
import { readFileSync, readdirSync } from 'node:fs';
import { gzipSync } from 'node:zlib';

const limitInKb = 150;
const gzippedKb = (file) => gzipSync(readFileSync(`dist/${file}`), { level: 9 }).length / 1024;
const sum = (files) => files.reduce((total, file) => total + gzippedKb(file), 0);

const scriptsOf = (page) =>
  [...readFileSync(`dist/${page}`, 'utf8').matchAll(/<script[^>]*\ssrc="?([^"\s>]+)/g)]
    .map(([, file]) => file)
    .filter((file) => !file.endsWith('office.js'));

const first = scriptsOf('taskpane.html');
const page = scriptsOf('index.html');
const later = readdirSync('dist').filter((file) => /\.js$/.test(file) && !first.includes(file) && !page.includes(file));

const firstKb = sum(first);
console.log(`面板首次加载的脚本：${firstKb.toFixed(1)} KB（gzip），上限 ${limitInKb} KB：${first.join('、')}`);
console.log(`按需加载的脚本：${sum(later).toFixed(1)} KB（gzip），共 ${later.length} 个文件`);

if (firstKb > limitInKb) {
  console.error(`首次加载的脚本超过上限 ${(firstKb - limitInKb).toFixed(1)} KB，请把首屏不需要的部分改为按需加载。`);
  process.exitCode = 1;
}
