import { InvalidKeyError, InvalidLifetimeError, type CacheEntryOptions } from '@acme/cache-contract';

const hour = 60 * 60;
const month = 30 * 24 * hour;

export function checkKey(key: string, what = 'key', maxLength = 200): void {
  if (key.length > maxLength || !/^[^\s\p{C}]+$/u.test(key)) throw new InvalidKeyError(what, key);
}

/** @returns the tags, and the lifetime in milliseconds */
export function checkEntryOptions({ seconds = hour, tags = [] }: CacheEntryOptions): {
  lifetime: number;
  tags: string[];
} {
  if (!(seconds >= 1 && seconds <= month)) throw new InvalidLifetimeError(seconds);
  for (const tag of tags) checkKey(tag, 'tag');
  return { lifetime: Math.round(seconds * 1000), tags: [...new Set(tags)] };
}
