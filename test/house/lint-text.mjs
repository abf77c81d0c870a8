/** Lints made-up sources given on stdin as [{file, text}] and prints the ids of the rules that refused each. */
import { readFileSync } from 'node:fs';
import { ESLint } from 'eslint';
import tseslint from 'typescript-eslint';

const sources = JSON.parse(readFileSync(0, 'utf8'));
const eslint = new ESLint({
  overrideConfigFile: '.config/eslint.config.mjs',
  // The made-up files are in no TypeScript project, so the rules that need types cannot look at them.
  overrideConfig: tseslint.configs.disableTypeChecked,
});
const found = [];
for (const { file, text } of sources) {
  const [result] = await eslint.lintText(text, { filePath: file });
  found.push(result.messages.map(({ ruleId, message }) => ruleId ?? `broken: ${message}`));
}
process.stdout.write(JSON.stringify(found));
