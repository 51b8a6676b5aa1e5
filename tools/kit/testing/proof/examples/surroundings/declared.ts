/**
 * Values that examples use and a scratch test does not have, by the reason. An example that uses one of them is
 * type-checked and does not run.
 */

import type { EntitySchema } from '@mikro-orm/postgresql';
import type pg from 'pg';
import type { Page } from 'playwright-core';
import type {
  ApiDatabase,
  Caller,
  ContractEnvironment,
  Document,
  Exchange,
  FullTarget,
  Operation,
  Person,
  ResponseRecipes,
  RouteWalk,
  RowCounting,
  RunningProcess,
  TenancyPort,
  Visitor,
} from '../../../src/api/index.ts';
import type { TestBrowser } from '../../../src/api/browser/index.ts';
import type { FaultyProxy } from '../../../src/index.ts';
import type { DatabaseContent } from '../../../src/orm/template-of.ts';
import type { noteTest } from './notes.ts';

// A process of an API, and people who have signed in to it. `tools/proof/fixture-api` and `apps/api-e2e` run these.
export declare const api: RunningProcess & ApiDatabase;
export declare const limited: RunningProcess;
export declare const startApi: (environment: Readonly<Record<string, string>>) => Promise<RunningProcess>;
export declare const admin: pg.Client;
export declare const proxy: FaultyProxy;
export declare const database: ApiDatabase;
export declare const migrate: (ownerUrl: string) => Promise<void>;
export declare const port: TenancyPort;
export declare const owner: Person;
export declare const viewer: Person;
export declare const person: Person;
export declare const anyone: Caller;
export declare const caller: Caller;
export declare const visitors: readonly Visitor[];
export declare const own: { readonly id: string };
export declare const token: string;
export declare const email: string;
export declare const password: string;
export declare const path: string;
export declare const ready: () => Promise<unknown>;
export declare const rowsOf: (path: string) => Promise<number>;
export declare const counting: RowCounting;
export declare const target: FullTarget;
export declare const attackTarget: (api: RunningProcess) => Promise<FullTarget>;
export declare const walk: RouteWalk;

// The description of an API, and the responses that it has given.
export declare const document: Document;
export declare const operations: readonly Operation[];
export declare const operation: Operation;
export declare const environment: ContractEnvironment;
export declare const recipes: ResponseRecipes<ContractEnvironment>;
export declare const exchanges: readonly Exchange[];
export declare const contracts: Readonly<Record<string, unknown>>;

// A browser, which not every machine has.
export declare const browser: TestBrowser;
export declare const page: Page;

// A workspace with components and their migrations. Each component proves its schema.
export declare const root: string;
export declare const identityTest: typeof noteTest;
export declare const identityContent: DatabaseContent & { readonly entities: readonly EntitySchema[] };
