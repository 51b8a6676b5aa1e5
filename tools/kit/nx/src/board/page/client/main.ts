import { testedShare, totalsOf } from '../../totals.ts';
import type { PageData } from '../page-data.ts';
import { type Address, formatHash, parseHash } from './address.ts';
import { byId, create } from './create-element.ts';
import { detail } from './detail.ts';
import { entriesOf, levelsOf } from './entries.ts';
import { filterEntries, isEmptyFilter, noFilter } from './filter.ts';
import { FilterForm } from './filter-form.ts';
import { listenToKeys } from './keyboard.ts';
import { LazyRows } from './lazy-rows.ts';
import { type Columns, renderRow } from './render-row.ts';
import { rowsOf } from './rows.ts';

const data = JSON.parse(byId('data').textContent) as PageData;
const entries = entriesOf(data.board);
const columns: Columns = {
  levels: levelsOf(entries),
  shares: new Map(data.board.components.map(({ name, promises }) => [name, testedShare(totalsOf(promises))])),
};
const form = new FilterForm(entries, columns.levels);
const rows = new LazyRows((row) => renderRow(row, columns, address.opened));
/** Contracts that the user has expanded or collapsed. */
const toggled = new Map<string, boolean>();
let address: Address = { filter: noFilter };

/** Shows an address that the user has made, and puts it into the URL. */
function go(next: Address): void {
  show(next);
  history.replaceState(null, '', formatHash(next) || location.pathname + location.search);
}

function show(next: Address): void {
  const isFiltered = next.filter !== address.filter;
  address = next;
  if (isFiltered) {
    toggled.clear();
    form.write(address.filter);
    showRows();
  }
  showDetail();
}

/** Shows the matching promises. A filter by words or states asks for promises, so their contracts are expanded. */
function showRows(keep = false): void {
  const { filter } = address;
  const matching = filterEntries(entries, filter);
  const isExpanded = filter.states.length > 0 || filter.text.trim() !== '';
  const shown = rowsOf(matching, (key) => toggled.get(key) ?? isExpanded);
  rows.show(shown, keep);
  const ofAnyState = filter.states.length > 0 ? filterEntries(entries, { ...filter, states: [] }) : matching;
  form.showCounts(matching.length, entries.length, ofAnyState);
  byId('none').hidden = matching.length > 0;
  byId('clear').hidden = isEmptyFilter(filter);
}

function showDetail(): void {
  const opened = entries.find(({ promise }) => promise.id === address.opened);
  const panel = byId('detail');
  panel.hidden = opened === undefined;
  panel.replaceChildren(...(opened ? detail(opened, data) : []));
  panel.scrollTop = 0;
  byId('content').classList.toggle('with-detail', opened !== undefined);
  for (const row of document.querySelectorAll('[aria-current]')) row.removeAttribute('aria-current');
  buttonOf(address.opened)?.setAttribute('aria-current', 'true');
}

function buttonOf(id: string | undefined): HTMLElement | null {
  return id === undefined ? null : document.querySelector(`button[data-promise="${CSS.escape(id)}"]`);
}

function open(id: string): void {
  go({ ...address, opened: id });
  byId('detail').querySelector('h2')?.focus();
}

function close(): void {
  const { opened, filter } = address;
  go({ filter });
  buttonOf(opened)?.focus();
}

function toggle(button: HTMLElement, key: string): void {
  toggled.set(key, button.ariaExpanded !== 'true');
  showRows(true);
  document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus();
}

function escape(): void {
  if (address.opened === undefined) go({ filter: noFilter });
  else close();
}

function clear(): void {
  go({ ...address, filter: noFilter });
  byId('filter').querySelector('input')?.focus();
}

document.addEventListener('click', ({ target }) => {
  const element = (target as Element).closest<HTMLElement>('[data-promise], [data-key], [data-close]');
  const { promise, key } = element?.dataset ?? {};
  if (element === null) return;
  if (promise !== undefined) open(promise);
  else if (key !== undefined) toggle(element, key);
  else close();
});
byId('head').append(...columns.levels.map((level) => create('th', { scope: 'col', class: 'level' }, level)));
byId('content').style.setProperty('--levels', String(columns.levels.length));
byId('clear').addEventListener('click', clear);
form.onChange((filter) => go({ ...address, filter }));
addEventListener('hashchange', () => show(parseHash(location.hash)));
listenToKeys({ more: () => rows.renderMore(), escape });
show(parseHash(location.hash));
