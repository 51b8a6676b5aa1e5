import { create } from './create-element.ts';
import type { Entry } from './entries.ts';
import { levelCounts, levelState } from './level-cell.ts';
import type { ComponentRow, ContractRow, PromiseRow, Row } from './rows.ts';
import { stateCell } from './signs.ts';
import { promiseStates } from '../../board.ts';
import { testedShare, totalsOf } from '../totals.ts';

/** Most cells of one contract. A contract with more says how many. */
const maxCells = 240;

export function renderRow(row: Row, levels: readonly string[]): HTMLTableRowElement {
  if (row.kind === 'component') return componentRow(row, levels);
  return row.kind === 'contract' ? contractRow(row, levels) : promiseRow(row, levels);
}

function componentRow(
  { name, contracts, entries }: ComponentRow,
  levels: readonly string[],
): HTMLTableRowElement {
  const { tested, expected, percent } = testedShare(totalsOf(entries.map(({ promise }) => promise)));
  const quantity = `${counted(contracts, 'contract')}, ${counted(entries.length, 'promise')}`;
  return create(
    'tr',
    { class: 'component' },
    create('th', { scope: 'row' }, create('span', { class: 'name' }, name)),
    create(
      'td',
      { class: 'quiet' },
      create('b', {}, `${percent}%`),
      ` ${tested} of ${expected} tested `,
      create('span', { class: 'quantity' }, `· ${quantity}`),
    ),
    ...levels.map((level) => levelCounts(entries, level)),
  );
}

function contractRow(row: ContractRow, levels: readonly string[]): HTMLTableRowElement {
  const { key, name, isExpanded, entries } = row;
  const button = create(
    'button',
    { class: 'opener', 'data-key': key, 'aria-expanded': String(isExpanded) },
    create('span', { class: 'name' }, name),
  );
  return create(
    'tr',
    { class: 'contract' },
    create('th', { scope: 'row' }, button),
    create('td', { class: 'strip-cell' }, strip(entries)),
    ...levels.map((level) => levelCounts(entries, level)),
  );
}

/** Shows each promise as a cell. For a screen reader it is one image; the promises are in the rows below. */
function strip(entries: readonly Entry[]): HTMLElement {
  const totals = totalsOf(entries.map(({ promise }) => promise));
  const present = promiseStates.filter((state) => totals[state] > 0);
  const label = present.map((state) => `${totals[state]} ${state}`).join(', ');
  const cells = entries.slice(0, maxCells).map(({ promise }) => {
    const cell = stateCell(promise.state);
    cell.dataset['promise'] = promise.id;
    cell.title = `${promise.state}: ${promise.id}`;
    return cell;
  });
  const rest =
    entries.length > maxCells ? [create('span', { class: 'rest' }, `+${entries.length - maxCells}`)] : [];
  return create('div', { class: 'strip', role: 'img', 'aria-label': label }, ...cells, ...rest);
}

function promiseRow({ entry }: PromiseRow, levels: readonly string[]): HTMLTableRowElement {
  const { id, state, text } = entry.promise;
  const button = create(
    'button',
    { class: 'promise-button', 'data-promise': id },
    stateCell(state),
    create('span', { class: 'state-name' }, state),
    create('span', { class: 'words', dir: 'auto' }, text),
    create('code', { class: 'id' }, create('bdi', {}, id)),
  );
  return create(
    'tr',
    { class: 'promise' },
    create('td', { colspan: 2 }, button),
    ...levels.map((level) => levelState(entry, level)),
  );
}

function counted(count: number, noun: string): string {
  return `${count.toLocaleString('en')} ${noun}${count === 1 ? '' : 's'}`;
}
