import { type PromiseState, promiseStates } from '../../board.ts';
import { totalsOf } from '../../totals.ts';
import { byId, create } from './create-element.ts';
import type { Entry } from './entries.ts';
import type { Filter } from './filter.ts';
import { advice } from './next-step.ts';
import { stateCell } from './signs.ts';

const fields = ['component', 'at', 'notAt', 'text'] as const;

/** The controls above the table. */
export class FilterForm {
  readonly #form = byId<HTMLFormElement>('filter');
  readonly #states = byId('states');
  readonly #buttons = new Map<PromiseState, HTMLButtonElement>();

  constructor(entries: readonly Entry[], levels: readonly string[]) {
    const components = new Set(entries.map(({ component }) => component));
    this.#select('component').append(...[...components].map((name) => new Option(name, name)));
    for (const field of ['at', 'notAt'])
      this.#select(field).append(...levels.map((name) => new Option(name, name)));
    const present = new Set(entries.map(({ promise }) => promise.state));
    for (const state of promiseStates) if (present.has(state)) this.#addState(state);
    showTotal(entries);
  }

  /** Calls the listener with each filter that the user makes. */
  onChange(listener: (filter: Filter) => void): void {
    this.#form.addEventListener('input', () => listener(this.#read()));
    this.#form.addEventListener('submit', (event) => event.preventDefault());
    this.#states.addEventListener('click', ({ target }) => {
      const button = (target as Element).closest('button');
      if (button === null) return;
      button.ariaPressed = String(button.ariaPressed !== 'true');
      listener(this.#read());
    });
  }

  write(filter: Filter): void {
    for (const field of fields) this.#control(field).value = filter[field];
    for (const [state, button] of this.#buttons) button.ariaPressed = String(filter.states.includes(state));
  }

  /** Shows how many promises match, and for each state how many match the rest of the filter. */
  showCounts(matching: number, total: number, ofAnyState: readonly Entry[]): void {
    const all = total.toLocaleString('en');
    byId('shown').textContent =
      matching === total ? `${all} promises` : `${matching.toLocaleString('en')} of ${all}`;
    const totals = totalsOf(ofAnyState.map(({ promise }) => promise));
    for (const [state, button] of this.#buttons)
      (button.lastElementChild as Element).textContent = totals[state].toLocaleString('en');
  }

  #read(): Filter {
    const [component, at, notAt, text] = fields.map((field) => this.#control(field).value) as [
      string,
      string,
      string,
      string,
    ];
    const states = promiseStates.filter((state) => this.#buttons.get(state)?.ariaPressed === 'true');
    return { states, component, at, notAt, text };
  }

  #addState(state: PromiseState): void {
    const button = create(
      'button',
      { type: 'button', 'aria-pressed': 'false', title: advice[state] },
      stateCell(state),
      state,
      create('b'),
    );
    this.#buttons.set(state, button);
    this.#states.append(button);
  }

  #control(name: string): HTMLInputElement | HTMLSelectElement {
    return this.#form.elements.namedItem(name) as HTMLInputElement | HTMLSelectElement;
  }

  #select(name: string): HTMLSelectElement {
    return this.#control(name) as HTMLSelectElement;
  }
}

/** Draws the states of all promises as one bar. */
function showTotal(entries: readonly Entry[]): void {
  const totals = totalsOf(entries.map(({ promise }) => promise));
  const parts = promiseStates.toReversed().filter((state) => totals[state] > 0);
  byId('total').append(
    ...parts.map((state) => {
      const part = create('span', { class: `mark ${state}`, title: `${totals[state]} ${state}` });
      part.style.flexGrow = String(totals[state]);
      return part;
    }),
  );
}
