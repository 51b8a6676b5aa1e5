import type { Caches } from '@acme/cache-contract';
import type { Notifications } from '@acme/platform';
import type { Actor, Tenants } from '@acme/platform-contract';
import type { FastifyPluginAsync } from 'fastify';
import type { EntityManager, MigrationObject, Options, Routine } from '@mikro-orm/postgresql';
import type { Variables } from '../environment/variables.ts';

/** A component of the API: a folder here, and a line in `components.ts`. */
export interface ApiComponent {
  readonly entities: NonNullable<Options['entities']>;
  readonly migrations: readonly MigrationObject[];
  /** Functions that its migrations create in the database. */
  readonly routines?: readonly Routine[];
  /** Reads its configuration from the environment. The demo runs only on this machine. Missing if it has no routes. */
  readonly configure?: (variables: Variables, mode: { readonly demo: boolean }) => Serve;
  /** Its pages: titles by path. The home page links them. */
  readonly pages?: Readonly<Record<string, string>>;
  /** Creates its data of a demo tenant, as the tenant's owner. Running it again adds nothing. */
  readonly seed?: (tenants: Tenants<EntityManager>, owner: Actor) => Promise<void>;
}

/** Creates the component and its routes. Background work must end in the hook `preClose`, before the database closes. */
export type Serve = (infrastructure: Infrastructure) => FastifyPluginAsync;

/** The infrastructure that components share. */
export interface Infrastructure {
  readonly tenants: Tenants<EntityManager>;
  readonly caches: Caches;
  readonly notifications: Notifications;
}
