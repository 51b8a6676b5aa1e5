import type { MikroORM } from '@mikro-orm/core';
import { type DatabaseSchema, type DatabaseTable, SqlSchemaGenerator } from '@mikro-orm/postgresql';

type ForeignKey = ReturnType<DatabaseTable['getForeignKeys']>[string];

const tenant = 'organization_id';
const tenants = 'organizations';

/**
 * Adds the foreign keys that MikroORM's relations cannot express. Those between tables of tenants include the tenant, and
 * each table of tenants refers to `organizations`, even if its entity has only the id.
 */
export class TenantSchemaGenerator extends SqlSchemaGenerator {
  static override register(orm: MikroORM): void {
    const make = (): TenantSchemaGenerator => new TenantSchemaGenerator(orm.em as never);
    orm.config.registerExtension('@mikro-orm/schema-generator', make);
  }

  override getTargetSchema(...options: Parameters<SqlSchemaGenerator['getTargetSchema']>): DatabaseSchema {
    const schema = super.getTargetSchema(...options);
    for (const table of schema.getTables().filter((each) => each.hasColumn(tenant))) {
      const keys = Object.values(table.getForeignKeys()).map((key) => this.#withTenant(key, table, schema));
      const missing = table.rlsEnabled && !keys.some(({ columnNames }) => columnNames.join() === tenant);
      if (missing) keys.push(this.#toTenants(table));
      table.setForeignKeys(Object.fromEntries(keys.map((key) => [key.constraintName, key])));
    }
    return schema;
  }

  #withTenant(key: ForeignKey, table: DatabaseTable, schema: DatabaseSchema): ForeignKey {
    const { columnNames, constraintName, deleteRule } = key;
    const leadsToTenants = schema.getTable(key.referencedTableName)?.hasColumn(tenant);
    if (!leadsToTenants || columnNames.includes(tenant)) return key;
    const columns = [tenant, ...columnNames];
    const named = constraintName !== this.#nameOf(table, columnNames);
    return {
      ...key,
      columnNames: columns,
      referencedColumnNames: [tenant, ...key.referencedColumnNames],
      constraintName: named ? constraintName : this.#nameOf(table, columns),
      // Keeps the row's tenant when the referenced row is deleted.
      ...(deleteRule === 'set null' ? { deleteRule: `set null (${columnNames.join(', ')})` } : {}),
    };
  }

  #toTenants(table: DatabaseTable): ForeignKey {
    return {
      columnNames: [tenant],
      constraintName: this.#nameOf(table, [tenant]),
      localTableName: table.getShortestName(false),
      referencedColumnNames: ['id'],
      referencedTableName: `${table.schema ?? 'public'}.${tenants}`,
      deleteRule: 'cascade',
    };
  }

  #nameOf({ name }: DatabaseTable, columns: string[]): string {
    return this.platform.getIndexName(name, columns, 'foreign');
  }
}
