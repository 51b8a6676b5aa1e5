import type { Options } from '@mikro-orm/postgresql';
import { identityRoutines } from './identity-routines.ts';
import { PostgresNames } from './postgres-names.ts';
import { TenantSchemaGenerator } from './tenant-schema-generator.ts';

/**
 * ORM options for every database with tables of organizations. Without them, a schema update would drop functions and
 * composite foreign keys.
 */
export const identityOrm: Required<Pick<Options, 'extensions' | 'namingStrategy' | 'routines'>> = {
  namingStrategy: PostgresNames,
  extensions: [TenantSchemaGenerator],
  routines: identityRoutines,
};
