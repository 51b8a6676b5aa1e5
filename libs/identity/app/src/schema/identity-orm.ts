import type { Options } from '@mikro-orm/postgresql';
import { identityRoutines } from './identity-routines.ts';
import { PostgresNames } from './postgres-names.ts';
import { TenantSchemaGenerator } from './tenant-schema-generator.ts';

/**
 * What an ORM over tables of organizations is given beside entities and migrations. Without it a schema update would
 * drop functions, and foreign keys that take the tenant along.
 */
export const identityOrm: Required<Pick<Options, 'extensions' | 'namingStrategy' | 'routines'>> = {
  namingStrategy: PostgresNames,
  extensions: [TenantSchemaGenerator],
  routines: identityRoutines,
};
