import type { Caches } from '@acme/cache-contract';
import type { Identity } from '@acme/identity';
import type { Actor } from '@acme/identity-contract';
import type { FastifyPluginAsync } from 'fastify';
import type { MigrationObject, Options, Routine } from '@mikro-orm/postgresql';
import type { Variables } from '../config/variables.ts';
import type { Notices } from '../database/notices.ts';

/** A component as the API takes it in: what is in its folder here, and its line in `components.ts`, is all that there is. */
export interface ApiComponent {
  readonly entities: NonNullable<Options['entities']>;
  readonly migrations: readonly MigrationObject[];
  /** Functions that its migrations create in the database. */
  readonly routines?: readonly Routine[];
  /** Reads what it has to be told from the environment; the demo runs on this machine alone. None where it serves nothing. */
  readonly configure?: (variables: Variables, mode: { readonly demo: boolean }) => Serve;
  /** Pages for people: titles by path. The home page links them. */
  readonly pages?: Readonly<Record<string, string>>;
  /** Makes what a demo tenant has of it, as its owner; again, it adds nothing. */
  readonly seed?: (identity: Identity, owner: Actor) => Promise<void>;
}

/** Makes the component and its routes. What runs beside them ends with the hook `preClose`, while the database is still there. */
export type Serve = (identity: Identity, infrastructure: Infrastructure) => FastifyPluginAsync;

/** What components share besides the database. */
export interface Infrastructure {
  readonly caches: Caches;
  readonly notices: Notices;
}
