/** Calm and official: titles in a Song face, tables in ruled lines, colour only where a severity is meant. */
export const rulePageStyle = `
:root { --ink: #1f2328; --quiet: #5b636d; --line: #c9ced6; --soft: #f5f6f8; --accent: #8b1a1a; }
* { box-sizing: border-box; }
html { font: 14px/1.65 "Source Han Sans SC", "Noto Sans CJK SC", "Microsoft YaHei", "PingFang SC", sans-serif; color: var(--ink); background: #eceef1; }
body { max-width: 1360px; margin: 0 auto; padding: 40px 48px 64px; background: #fff; min-height: 100vh; }
header { text-align: center; border-bottom: 2px solid var(--accent); padding-bottom: 20px; }
h1 { margin: 0; font: 400 32px/1.35 "FZXiaoBiaoSong-B05S", "方正小标宋简体", "STZhongsong", "Source Han Serif SC", "Noto Serif CJK SC", "SimSun", serif; letter-spacing: .06em; }
.ground { margin: 12px 0 0; font-size: 16px; }
.count { margin: 4px 0 0; color: var(--quiet); }
nav { display: flex; flex-wrap: wrap; justify-content: center; gap: 8px 12px; margin-top: 18px; }
nav a { color: var(--ink); text-decoration: none; border: 1px solid var(--line); border-radius: 3px; padding: 3px 14px; }
nav a:hover, nav a:focus-visible { border-color: var(--accent); color: var(--accent); }
nav span { color: var(--quiet); margin-left: .6em; font-size: 12px; }
h2 { margin: 36px 0 12px; font: 600 18px/1.4 inherit; font-family: inherit; }
h2 small { margin-left: 1em; font-weight: 400; font-size: 13px; color: var(--quiet); }
.notes dl { margin: 0; display: grid; grid-template-columns: repeat(2, 1fr); gap: 4px 32px; }
.notes div { display: flex; gap: 12px; }
.notes div:last-child { grid-column: 1 / -1; }
dt { flex: 0 0 5.5em; font-weight: 600; }
dd { margin: 0; }
table { width: 100%; border-collapse: collapse; table-layout: fixed; font-size: 13px; line-height: 1.6; }
.c1 { width: 10.5%; } .c2 { width: 8.5%; } .c3 { width: 5%; } .c4 { width: 8%; } .c5 { width: 6.5%; } .c6 { width: 29%; } .c7 { width: 15.5%; } .c8 { width: 17%; }
th, td { border: 1px solid var(--line); padding: 6px 8px; vertical-align: top; text-align: left; overflow-wrap: anywhere; }
thead th { background: var(--soft); text-align: center; vertical-align: middle; font-weight: 600; position: sticky; top: 0; }
tbody th { font-weight: 600; }
tbody tr:target { outline: 2px solid var(--accent); outline-offset: -2px; }
td:nth-child(3), td:nth-child(5) { text-align: center; }
td p { margin: 4px 0 0; color: var(--quiet); }
code { font: 12px/1.5 Consolas, "DejaVu Sans Mono", monospace; color: var(--quiet); }
b { display: block; font-weight: 600; }
b.error { color: #a4161a; } b.warning { color: #8a5a00; } b.info { color: #1b5e9b; }
i { display: block; font-style: normal; font-size: 11px; color: var(--quiet); white-space: nowrap; }
@media screen and (max-width: 900px) {
  body { padding: 24px 16px; }
  .notes dl { grid-template-columns: 1fr; }
  main { overflow-x: auto; }
  table { min-width: 1080px; }
  thead th { position: static; }
}
@page { size: A4 landscape; margin: 13mm 12mm 15mm; @bottom-center { content: "第 " counter(page) " 页　共 " counter(pages) " 页"; font: 9pt "Noto Sans CJK SC", "SimSun", sans-serif; color: #5b636d; } }
@media print {
  html { font-size: 9pt; background: none; }
  body { max-width: none; padding: 0; min-height: 0; }
  h1 { font-size: 22pt; }
  .ground { font-size: 11pt; }
  nav { display: none; }
  header { padding-bottom: 3mm; border-bottom-width: 1.5pt; }
  h2 { margin: 5mm 0 2mm; font-size: 12pt; break-after: avoid; }
  h2 small { font-size: 8.5pt; }
  table { font-size: 8pt; line-height: 1.5; }
  th, td { padding: 1.2mm 1.5mm; border-color: #9aa1ab; }
  thead th { position: static; background: #eef0f3; print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  tr { break-inside: avoid; }
  code { font-size: 7.2pt; }
  i { font-size: 7pt; }
}
`.trim();
