import { Routine } from '@mikro-orm/core';
import type { Options } from '@mikro-orm/postgresql';
import { PostgresNames } from './postgres-names.ts';
import { TenantSchemaGenerator } from './tenant-schema-generator.ts';

/**
 * ORM options for every database with rows of tenants. Without them, a schema update would drop functions and composite
 * foreign keys.
 */
export const platformOrm: Required<Pick<Options, 'extensions' | 'namingStrategy' | 'routines'>> = {
  namingStrategy: PostgresNames,
  extensions: [TenantSchemaGenerator],
  routines: [scopeFunction('organization_id'), scopeFunction('user_id')],
};

/**
 * Declares a function that returns an id of the transaction's scope, or null if the scope has none. MikroORM compares
 * its attributes in the `down` of a migration; left out, it would recreate the function there.
 */
function scopeFunction(id: 'organization_id' | 'user_id'): Routine {
  return new Routine({
    name: `app_${id}`,
    type: 'function',
    language: 'sql',
    security: 'invoker',
    returns: { runtimeType: 'string', columnType: 'uuid', nullable: true },
    expression: `create function app_${id}() returns uuid language sql stable parallel safe
    return nullif(current_setting('app.${id}', true), '')::uuid`,
  });
}
