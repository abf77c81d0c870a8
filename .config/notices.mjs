import { dirname } from 'node:path';
import { createRequire } from 'node:module';

import LicensePlugin from 'webpack-license-plugin';

const require = createRequire(import.meta.url);

/** Licences under which an office may be handed our files without more than their text. */
const officeLicence = 'LicenseRef-Microsoft-Office-JS';
const accepted = new Set(['MIT', 'ISC', '0BSD', 'BSD-2-Clause', 'BSD-3-Clause', 'Apache-2.0', officeLicence]);

const heading = `九张清单：随本产品分发的第三方软件及其许可

下列软件按各自的许可使用，许可原文附后。office/ 中的 office.js 由微软提供，按原样随本产品分发，仅供本产品使用；
微软不负责本产品的维护、更新和支持。`;

/** The text of the MIT licence, for a package that names it and leaves the text out. */
function mitText(holder) {
  return `MIT License

Copyright (c) ${holder}

Permission is hereby granted, free of charge, to any person obtaining a copy of this software and associated documentation files (the "Software"), to deal in the Software without restriction, including without limitation the rights to use, copy, modify, merge, publish, distribute, sublicense, and/or sell copies of the Software, and to permit persons to whom the Software is furnished to do so, subject to the following conditions:

The above copyright notice and this permission notice shall be included in all copies or substantial portions of the Software.

THE SOFTWARE IS PROVIDED "AS IS", WITHOUT WARRANTY OF ANY KIND, EXPRESS OR IMPLIED, INCLUDING BUT NOT LIMITED TO THE WARRANTIES OF MERCHANTABILITY, FITNESS FOR A PARTICULAR PURPOSE AND NONINFRINGEMENT. IN NO EVENT SHALL THE AUTHORS OR COPYRIGHT HOLDERS BE LIABLE FOR ANY CLAIM, DAMAGES OR OTHER LIABILITY, WHETHER IN AN ACTION OF CONTRACT, TORT OR OTHERWISE, ARISING FROM, OUT OF OR IN CONNECTION WITH THE SOFTWARE OR THE USE OR OTHER DEALINGS IN THE SOFTWARE.`;
}

function textOf({ name, license, licenseText, author }) {
  if (licenseText) return licenseText.trim();
  if (license === 'MIT') return mitText(author ?? (name.startsWith('@fluentui/') ? 'Microsoft Corporation' : `the authors of ${name}`));
  throw new Error(`${name} comes without the text of its licence (${license}): look it up and put it here.`);
}

/** @param {readonly { name: string, version: string, license: string, licenseText: string | null, author?: string | null, noticeText?: string | null, repository?: string | null }[]} packages */
function writeNotices(packages) {
  const entries = packages.map(({ noticeText, repository, ...named }) =>
    [
      `${named.name} ${named.version}　许可：${named.license}`,
      ...(repository ? [repository] : []),
      '',
      textOf(named),
      ...(noticeText ? ['', noticeText.trim()] : []),
    ].join('\n'),
  );
  return [heading, ...entries].join(`\n\n${'─'.repeat(72)}\n\n`) + '\n';
}

/**
 * Writes notices.txt, what dist/ holds of others and under which licence, from what the build really took in; stops
 * the build at a licence nobody has looked at.
 * @param {boolean} hasOffice true where office.js is copied beside the pane: it is bundled nowhere
 */
export function noticesPlugin(hasOffice) {
  const officeVersion = require('@microsoft/office-js/package.json').version;
  return new LicensePlugin({
    outputFilename: 'notices.json',
    additionalFiles: { 'notices.txt': writeNotices },
    includeNoticeText: true,
    // Its package.json names a file: Microsoft's own terms, which let an add-in hand on the library unchanged (section 2).
    licenseOverrides: { [`@microsoft/office-js@${officeVersion}`]: officeLicence },
    includePackages: () => (hasOffice ? [dirname(require.resolve('@microsoft/office-js/package.json'))] : []),
    unacceptableLicenseTest: (license) => !accepted.has(license),
  });
}
