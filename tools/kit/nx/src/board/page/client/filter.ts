import type { PromiseState } from '../../board.ts';
import { type Entry, isTestedAt } from './entries.ts';

/** An empty field matches all promises. */
export interface Filter {
  readonly states: readonly PromiseState[];
  readonly component: string;
  readonly at: string;
  readonly notAt: string;
  /** Words that have to occur in the id, the words or a test's title of the promise. */
  readonly text: string;
}

export const noFilter: Filter = { states: [], component: '', at: '', notAt: '', text: '' };

export function isEmptyFilter({ states, component, at, notAt, text }: Filter): boolean {
  return states.length === 0 && [component, at, notAt, text.trim()].every((field) => field === '');
}

export function filterEntries(entries: readonly Entry[], filter: Filter): Entry[] {
  const { states, component, at, notAt } = filter;
  const words = filter.text.toLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter(
    (entry) =>
      (states.length === 0 || states.includes(entry.promise.state)) &&
      (component === '' || entry.component === component) &&
      (at === '' || isTestedAt(entry, at)) &&
      (notAt === '' || !isTestedAt(entry, notAt)) &&
      words.every((word) => entry.searchText.includes(word)),
  );
}
