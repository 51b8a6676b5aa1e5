import { createHash } from 'node:crypto';
import type { CacheKeys, Json } from '@acme/cache-contract';
import { checkKey } from './check-arguments.ts';

export class HashedKeys implements CacheKeys {
  keyOf(namespace: string, parts: Json): string {
    checkKey(namespace, 'namespace', 100);
    return `${namespace}:${createHash('sha256').update(canonical(parts)).digest('hex')}`;
  }
}

function canonical(value: Json): string {
  if (isList(value)) return `[${value.map(canonical).join()}]`;
  if (value === null || typeof value !== 'object') return JSON.stringify(value);
  const properties = Object.keys(value).toSorted();
  return `{${properties.map((name) => `${JSON.stringify(name)}:${canonical(value[name] ?? null)}`).join()}}`;
}

function isList(value: Json): value is readonly Json[] {
  return Array.isArray(value);
}
