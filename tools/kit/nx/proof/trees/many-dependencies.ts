/** A component `demo` whose factory has one dependency of each kind: files by path. */
export const manyDependencies: Readonly<Record<string, string>> = {
  'libs/demo/contract/src/ports.ts': `
export interface Item {
  readonly id: string;
  readonly tags: readonly string[];
}
/** Keeps answers for a while. */
export interface AnswerCache<V = string> {
  /** @returns the answer, or undefined when there is none */
  get(key: string): Promise<V | undefined>;
  set(key: string, value: V, options?: { ttl: number }): Promise<void>;
  delete(key: string): Promise<boolean>;
}
/** Keeps items. */
export interface Items {
  /** @returns the item, or null when there is none */
  find(id: string): Promise<Item | null>;
  save(item: Item): Promise<void>;
  list(): Promise<Item[]>;
}
/** Work to be done. */
export interface Jobs {
  /** @returns the oldest, or undefined when there is none */
  take(): Item | undefined;
  push(job: Item): void;
}
/** Sends messages to people. */
export interface Mailer {
  /** Sends a mail. */
  send(to: string, text: string): Promise<void>;
}
/** Publishes events by topic. */
export interface Bus {
  publish(topic: 'sold' | 'bought', item: Item): Promise<void>;
  /** @returns a function that ends it */
  subscribe(topic: 'sold' | 'bought', listener: (item: Item) => Promise<void>): () => void;
}
/** Publishes one kind of event. */
export interface Bell {
  emit(item: Item): void;
  on(listener: (item: Item) => void): void;
  off(listener: (item: Item) => void): void;
}
/** Names things. */
export interface Ids {
  /** @returns a new id */
  next(): string;
}
/** Reports the time. */
export interface Watch {
  /** @returns the time */
  now(): Date;
}
/** Writes what happens. */
export interface Logger {
  write(level: 'info' | 'error', line: string): Promise<number>;
}
/** Computes taxes. */
export interface TaxOffice {
  /** @returns the rate of a country */
  rateOf(country: string, at?: Date): Promise<{ rate: number; name: string; since: Date }>;
  readonly zone: 'eu' | 'us';
  /** @returns something of your own */
  transform<T>(value: T): T;
}
`,
  'libs/demo/app/src/create-shop.ts': `
import type { AnswerCache, Bell, Bus, Demo, Ids, Items, Jobs, Logger, Mailer, TaxOffice, Watch } from '@acme/demo-contract';
import type { EntityManager } from '@mikro-orm/postgresql';
import type { ShopRules } from './shop-rules.ts';

export interface ShopParts {
  readonly answers: AnswerCache<number>;
  readonly items: Items;
  readonly jobs: Jobs;
  readonly mailer: Mailer;
  readonly bus: Bus;
  readonly bell: Bell;
  readonly fetch: typeof fetch;
  readonly nextIds: Ids;
  readonly watch: Watch;
  readonly clock: Watch;
  readonly logger: Logger;
  readonly redis: { readonly url: string };
  readonly taxes: TaxOffice;
  readonly demos: Demo;
  readonly rules: ShopRules;
  readonly em: EntityManager;
  readonly limits: { readonly most: number; readonly words: string[] };
  readonly now?: () => Date;
  readonly title: string;
}

export function createShop(parts: ShopParts): string {
  return parts.title;
}
`,
  'libs/demo/app/src/shop-rules.ts':
    'export class ShopRules {\n  allows(): boolean {\n    return true;\n  }\n}\n',
};

/** Additional exports of its libraries' indexes. */
export const manyExports = {
  'libs/demo/contract/src/index.ts':
    "export type { AnswerCache, Bell, Bus, Ids, Item, Items, Jobs, Logger, Mailer, TaxOffice, Watch } from './ports.ts';\n",
  'libs/demo/app/src/index.ts': "export { createShop, type ShopParts } from './create-shop.ts';\n",
} as const;
