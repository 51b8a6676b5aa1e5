import { hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { extname } from 'node:path';
import { embeddedJson, escapeHtml } from './escape.ts';
import { inlineModules } from './inline-modules.ts';
import type { PageData } from './page-data.ts';
import { progressChart } from './progress-chart.ts';
import { testedShare, totalsOf } from '../totals.ts';

/** In the order in which they apply. */
const styles = ['colours', 'page', 'overview', 'filter', 'table', 'detail', 'narrow'];

/** Renders the promise board as one HTML file, which loads nothing and runs no script but its own. */
export function renderPage(data: PageData): string {
  const style = styles.map(readStyle).join('\n');
  const script = inlineModules(new URL(`client/main${extname(import.meta.url)}`, import.meta.url));
  const title = `Promises of ${escapeHtml(data.name)}`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy(style, script)}">
<title>${title}</title>
<link rel="icon" href="data:,">
<style>${style}</style>
</head>
<body>
${overview(title, data)}
${filterForm}
${content}
<script type="application/json" id="data">${embeddedJson(data)}</script>
<script type="module">${script}</script>
</body>
</html>
`;
}

function readStyle(name: string): string {
  return readFileSync(new URL(`styles/${name}.css`, import.meta.url), 'utf8');
}

/** Allows this style and this script by their hashes. */
function policy(style: string, script: string): string {
  const only = (text: string) => `'sha256-${hash('sha256', text, 'base64')}'`;
  const none = ['default-src', 'base-uri', 'form-action'].map((kind) => `${kind} 'none'`);
  return [...none, `style-src ${only(style)}`, `script-src ${only(script)}`, 'img-src data:'].join('; ');
}

function overview(title: string, { board, progress }: PageData): string {
  const promises = board.components.flatMap((component) => component.promises);
  const { tested, expected, percent } = testedShare(totalsOf(promises));
  return `<header class="overview">
<div>
<h1>${title}</h1>
<p class="share"><strong>${percent}<small>%</small></strong> <span>${counted(tested)} of ${counted(expected)} promises are tested</span></p>
</div>
${progressChart(progress)}
<div class="total" id="total" aria-hidden="true"></div>
<div class="states" id="states" role="group" aria-label="States"></div>
</header>`;
}

function counted(count: number): string {
  return count.toLocaleString('en');
}

const filterForm = `<form class="filter" id="filter" role="search">
<label class="search"><span class="label">Search</span>
<input name="text" type="search" placeholder="Id, words or test" autocomplete="off" spellcheck="false" aria-keyshortcuts="/"></label>
<label><span class="label">Component</span><select name="component"><option value="">all</option></select></label>
<label><span class="label">Tested at</span><select name="at"><option value="">any</option></select></label>
<label><span class="label">Not tested at</span><select name="notAt"><option value="">–</option></select></label>
<p class="shown"><output id="shown" role="status"></output> <button type="button" class="plain" id="clear" hidden>Clear</button></p>
</form>`;

const content = `<div class="content" id="content">
<main>
<table>
<thead><tr id="head"><th scope="col">Contract</th><th scope="col">Promises</th></tr></thead>
<tbody id="rows"></tbody>
</table>
<p id="none" class="none" hidden>No promise matches the filter.</p>
<div id="more"></div>
<noscript><p class="none">The board needs JavaScript to list the promises.</p></noscript>
</main>
<aside id="detail" aria-label="Promise" hidden></aside>
</div>
<footer class="keys"><kbd>/</kbd> search <kbd>j</kbd> <kbd>k</kbd> or <kbd>↓</kbd> <kbd>↑</kbd> move <kbd>Enter</kbd> open <kbd>Esc</kbd> close or clear</footer>`;
