import type { PageData } from '../page-data.ts';
import { type Address, formatHash, parseHash } from './address.ts';
import { byId, create } from './create-element.ts';
import { detail } from './detail.ts';
import { entriesOf, levelsOf } from './entries.ts';
import { filterEntries, isEmptyFilter, noFilter } from './filter.ts';
import { FilterForm } from './filter-form.ts';
import { listenToKeys } from './keyboard.ts';
import { LazyRows } from './lazy-rows.ts';
import { renderRow } from './render-row.ts';
import { rowsOf } from './rows.ts';

const data = JSON.parse(byId('data').textContent) as PageData;
const entries = entriesOf(data.board);
const levels = levelsOf(entries);
const form = new FilterForm(entries, levels);
const rows = new LazyRows((row) => renderRow(row, levels));
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
  if (isFiltered) toggled.clear();
  address = next;
  form.write(address.filter);
  if (isFiltered) showRows();
  showDetail();
}

function showRows(keep = false): void {
  const { filter } = address;
  const matching = filterEntries(entries, filter);
  const isNarrow = filter.states.length > 0 || filter.text.trim() !== '';
  rows.show(
    rowsOf(matching, (key) => toggled.get(key) ?? isNarrow),
    keep,
  );
  form.showCounts(matching.length, entries.length, filterEntries(entries, { ...filter, states: [] }));
  byId('none').hidden = matching.length > 0;
  byId('clear').hidden = isEmptyFilter(filter);
}

function showDetail(): void {
  const opened = entries.find(({ promise }) => promise.id === address.opened);
  const panel = byId('detail');
  panel.hidden = opened === undefined;
  byId('content').classList.toggle('with-detail', opened !== undefined);
  panel.replaceChildren(...(opened ? detail(opened, data) : []));
  panel.scrollTop = 0;
  for (const row of document.querySelectorAll('[aria-current]')) row.removeAttribute('aria-current');
  if (opened) buttonOf(opened.promise.id)?.setAttribute('aria-current', 'true');
}

function buttonOf(id: string): HTMLElement | null {
  return document.querySelector(`button[data-promise="${CSS.escape(id)}"]`);
}

function open(id: string): void {
  go({ ...address, opened: id });
  byId('detail').querySelector('h2')?.focus();
}

function close(): void {
  const { opened = '', filter } = address;
  go({ filter });
  buttonOf(opened)?.focus();
}

function toggle(key: string, isExpanded: boolean): void {
  toggled.set(key, !isExpanded);
  showRows(true);
  document.querySelector<HTMLElement>(`[data-key="${CSS.escape(key)}"]`)?.focus();
}

function escape(): void {
  if (address.opened !== undefined) close();
  else go({ filter: noFilter });
}

byId('head').append(...levels.map((level) => create('th', { scope: 'col', class: 'level' }, level)));
form.onChange((filter) => go({ ...address, filter }));
byId('clear').addEventListener('click', (event) => {
  event.preventDefault();
  go({ ...address, filter: noFilter });
});
document.addEventListener('click', ({ target }) => {
  const {
    promise,
    key,
    close: isClose,
  } = (target as Element).closest<HTMLElement>('[data-promise], [data-key], [data-close]')?.dataset ?? {};
  if (promise !== undefined) open(promise);
  else if (key !== undefined) toggle(key, (target as Element).closest('button')?.ariaExpanded === 'true');
  else if (isClose !== undefined) close();
});
addEventListener('hashchange', () => show(parseHash(location.hash)));
listenToKeys({ more: () => rows.renderMore(), escape });
address = { filter: { ...noFilter } };
show(parseHash(location.hash));
