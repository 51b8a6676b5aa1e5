import type { PropertyModel } from '../../model/entity-model.ts';
import { wordsIn } from './words-in.ts';
import { numbered, plain, type Value } from '../../model/value.ts';

/** Returns now, or a week from now for columns that name a future date. */
export function dateOf({ name }: PropertyModel, { isUnique }: { readonly isUnique: boolean }): Value {
  if (isUnique) return numbered('new Date(Date.now() + number)');
  const isToCome = wordsIn(name).some((word) => toCome.has(word));
  return plain(isToCome ? 'new Date(Date.now() + 7 * 86_400_000)' : 'new Date()');
}

const toCome = new Set(
  'due end ends expires expiry expiration until deadline next renews scheduled'.split(' '),
);
