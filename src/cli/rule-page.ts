import { ruleScopes, type RuleEntry, type RuleScope } from '../job/rule-book';
import type { List } from '../list/list';
import type { Plan } from '../plan/plan';
import { formatClause } from '../text/format';
import { describeRuleCount, rulePageNotes, rulePageSubtitle, rulePageWords as words } from '../text/rule-page';
import { ruleScopeHints, ruleScopeNames } from '../text/rule-scope';
import { severityName } from '../text/workbook';
import { escapeHtml } from './html';
import { rulePageStyle } from './rule-page-style';

const numerals = ['一', '二', '三', '四', '五'];

/** The catalogue of rules as one page that needs nothing beside it: to be read on a screen, printed on A4, or mailed. */
export function makeRulePage(book: readonly RuleEntry[], plan: Plan, lists: readonly List[]): string {
  const sections = ruleScopes.map((scope, at) => ({ scope, id: `scope-${at + 1}`, title: `${numerals[at]}、${ruleScopeNames[scope]}`, entries: book.filter((entry) => entry.scope === scope) }));
  const count = (severity: RuleEntry['severity']) => book.filter((entry) => entry.severity === severity).length;
  return `<!doctype html>
<html lang="zh-CN">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escapeHtml(`${words.title}（${plan.number}）`)}</title>
<style>
${rulePageStyle}
</style>
</head>
<body>
<header>
<h1>${escapeHtml(words.title)}</h1>
<p class="ground">${escapeHtml(rulePageSubtitle(plan))}</p>
<p class="count">${escapeHtml(describeRuleCount({ error: count('error'), warning: count('warning'), info: count('info') }))}</p>
<nav aria-label="${words.contents}">${sections.map(({ id, title, entries }) => `<a href="#${id}">${escapeHtml(title)}<span>${entries.length} 条</span></a>`).join('')}</nav>
</header>
<main>
<section class="notes">
<h2>${words.reading}</h2>
<dl>${rulePageNotes.map(([term, meaning]) => `<div><dt>${term}</dt><dd>${meaning}</dd></div>`).join('')}<div><dt>${words.lists}</dt><dd>${lists.map(({ sheetName }) => `《${escapeHtml(sheetName)}》`).join('')}</dd></div></dl>
</section>
${sections.map((section) => sectionOf(section, lists)).join('\n')}
</main>
</body>
</html>
`;
}

interface Section {
  readonly scope: RuleScope;
  readonly id: string;
  readonly title: string;
  readonly entries: readonly RuleEntry[];
}

function sectionOf({ scope, id, title, entries }: Section, lists: readonly List[]): string {
  return `<section id="${id}">
<h2>${escapeHtml(title)}<small>${ruleScopeHints[scope]}</small></h2>
<table>
<colgroup>${words.headers.map((_, at) => `<col class="c${at + 1}">`).join('')}</colgroup>
<thead><tr>${words.headers.map((header) => `<th scope="col">${header}</th>`).join('')}</tr></thead>
<tbody>
${entries.map((entry) => rowOf(entry, lists)).join('\n')}
</tbody>
</table>
</section>`;
}

function rowOf(entry: RuleEntry, lists: readonly List[]): string {
  const may = [...(entry.maySwitch ? [words.maySwitch] : []), ...(entry.mayExplain ? [words.mayExplain] : [])];
  const levels = entry.severities.map((severity) => `<b class="${severity}">${severityName(severity, false)}</b>`);
  const cells = [
    // A long code breaks after its stroke and its hyphens.
    `<code>${escapeHtml(entry.code).replace(/[/-]/g, '$&<wbr>')}</code>`,
    escapeHtml(entry.name),
    `${levels.join('')}${may.map((each) => `<i>${each}</i>`).join('')}`,
    escapeHtml(listsOf(entry, lists)),
    escapeHtml(formatClause(entry.source)),
    `${escapeHtml(entry.fails)}<p>${words.todo}${escapeHtml(entry.todo)}</p>`,
    escapeHtml(entry.undecided ?? words.never),
    escapeHtml(entry.blind),
  ];
  return `<tr id="${escapeHtml(entry.code)}">${cells.map((cell, at) => (at === 1 ? `<th scope="row">${cell}</th>` : `<td>${cell}</td>`)).join('')}</tr>`;
}

/** Names of few lists, keys of more: their names stand above. */
function listsOf(entry: RuleEntry, lists: readonly List[]): string {
  if (entry.lists.length === lists.length) return words.allLists;
  if (entry.lists.length <= 2) return entry.lists.join('、');
  return lists.filter(({ sheetName }) => entry.lists.includes(sheetName)).map(({ key }) => key).join('、');
}
