import type { EntityMetadata, MikroORM } from '@mikro-orm/postgresql';
import type { Tenancy } from '../../factories/tenancy.ts';
import type { TenantTables } from './tenant-tables.ts';

/** Finds the tables of a workspace's tenancy; undefined if the ORM does not have the tenants' entity. */
export function tenantTablesOf(orm: MikroORM, { root, property }: Tenancy): TenantTables | undefined {
  const all = [...orm.getMetadata().getAll().values()];
  const tenants = all.find(({ className }) => className === root);
  const column = all.map((metadata) => tenantColumn(metadata, property)).find((found) => found !== undefined);
  return tenants && column !== undefined ? { root: tenants.tableName, column } : undefined;
}

function tenantColumn({ properties }: EntityMetadata, property: string): string | undefined {
  const found = properties[property as never] ?? properties[`${property}Id` as never];
  return (found as EntityMetadata['props'][number] | undefined)?.fieldNames[0];
}
