import { promiseStates } from '../../board.ts';
import { type Filter, noFilter } from './filter.ts';

/** The part of the page's state that its URL holds, so that a link to it can be shared. */
export interface Address {
  readonly filter: Filter;
  /** Id of the open promise. */
  readonly opened?: string;
}

const fields = ['component', 'at', 'notAt', 'text'] as const;

export function parseHash(hash: string): Address {
  const values = new URLSearchParams(hash.replace(/^#/, ''));
  const named = values.get('state')?.split(',') ?? [];
  const texts = Object.fromEntries(fields.map((field) => [field, values.get(field) ?? '']));
  const states = promiseStates.filter((state) => named.includes(state));
  const opened = values.get('promise');
  return { filter: { ...noFilter, ...texts, states }, ...(opened !== null && { opened }) };
}

/** Returns the hash with its `#`, or an empty text for the whole board. */
export function formatHash({ filter, opened }: Address): string {
  const values = new URLSearchParams();
  if (filter.states.length > 0) values.set('state', filter.states.join(','));
  for (const field of fields) if (filter[field] !== '') values.set(field, filter[field]);
  if (opened !== undefined) values.set('promise', opened);
  return values.size === 0 ? '' : `#${values.toString().replaceAll('%2C', ',').replaceAll('%3A', ':')}`;
}
