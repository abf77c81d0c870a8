/**
 * What office.js 1.1.110 asks for at run time in Excel on Windows, Mac and the web, seen in its sources and
 * in a browser; no other product, no older protocol, no debug copies. The library asks for AgaveErrorUX in
 * mixed case though the package has it in lower case, which matters on Linux servers.
 */
const trustPage = (path, to) => ({ from: `agaveerrorux/${path}`, to: `AgaveErrorUX/${to ?? path}` });
const asIs = (path) => ({ from: path, to: path });

export const officeFiles = [
  asIs('office.js'),
  asIs('excel-win32-16.01.js'),
  asIs('excel-mac-16.00.js'),
  asIs('excel-web-16.00.js'),
  // The protocol that is assumed when no Excel is around the page: the plain browser window.
  asIs('o15apptofilemappingtable.js'),
  asIs('telemetry/oteljs_agave.js'),
  asIs('zh-cn/office_strings.js'),
  asIs('en-us/office_strings.js'),
  trustPage('index.html'),
  trustPage('agaveerrorux.js', 'AgaveErrorUX.js'),
  trustPage('style/agaveerrorux.css', 'style/AgaveErrorUX.css'),
  trustPage('images/agavedefaulticon96x96.png'),
  trustPage('images/moe_status_icons.png'),
];
