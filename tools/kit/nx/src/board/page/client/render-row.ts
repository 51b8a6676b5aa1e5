import { promiseStates } from '../../board.ts';
import { type Share, totalsOf } from '../../totals.ts';
import { create } from './create-element.ts';
import type { Entry } from './entries.ts';
import { levelCounts, levelState } from './level-cell.ts';
import type { ComponentRow, ContractRow, PromiseRow, Row } from './rows.ts';
import { stateCell } from './signs.ts';

export interface Columns {
  readonly levels: readonly string[];
  /** The share of all promises of each component, whatever the filter shows. */
  readonly shares: ReadonlyMap<string, Share>;
}

/** Most cells of one contract. A contract with more shows their number. */
const maxCells = 240;

/** Renders a row, as the current one if it is about the open promise. */
export function renderRow(row: Row, columns: Columns, opened: string | undefined): HTMLTableRowElement {
  if (row.kind === 'component') return componentRow(row, columns);
  return row.kind === 'contract' ? contractRow(row, columns) : promiseRow(row, columns, opened);
}

function componentRow({ name, entries }: ComponentRow, { levels, shares }: Columns): HTMLTableRowElement {
  const { tested = 0, expected = 0, percent = 0 } = shares.get(name) ?? {};
  return create(
    'tr',
    { class: 'component' },
    create('th', { scope: 'row' }, create('span', { class: 'name' }, name)),
    create('td', { class: 'quiet' }, create('b', {}, `${percent}%`), ` · ${tested} of ${expected} tested`),
    ...levels.map((level) => levelCounts(entries, level)),
  );
}

function contractRow(row: ContractRow, { levels }: Columns): HTMLTableRowElement {
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
  const rest = entries.length - cells.length;
  const more = rest > 0 ? [create('span', { class: 'rest' }, `+${rest}`)] : [];
  return create('div', { class: 'strip', role: 'img', 'aria-label': label }, ...cells, ...more);
}

function promiseRow(
  { entry }: PromiseRow,
  { levels }: Columns,
  opened: string | undefined,
): HTMLTableRowElement {
  const { id, state, text } = entry.promise;
  const button = create(
    'button',
    { class: 'promise-button', 'data-promise': id, 'aria-current': id === opened && 'true' },
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
