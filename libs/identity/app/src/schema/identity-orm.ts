import { identityRoutines } from './identity-routines.ts';
import { PostgresNames } from './postgres-names.ts';
import { TenantSchemaGenerator } from './tenant-schema-generator.ts';

/** What an ORM over tables of organizations is given beside entities: without it, a schema update would drop keys and functions. */
export const identityOrm = {
  namingStrategy: PostgresNames,
  extensions: [TenantSchemaGenerator],
  routines: identityRoutines,
};
