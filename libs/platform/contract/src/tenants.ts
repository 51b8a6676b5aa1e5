/** The tenant and user for whom a transaction runs. Row-level security hides all other rows. */
export interface TenantScope {
  readonly organizationId?: string;
  readonly userId?: string;
}

/**
 * Runs one SQL statement in a transaction and returns its rows. Parameters are `$1`, `$2`, …; times are text as
 * PostgreSQL writes it.
 *
 * @untested here: the tests of `Tenants.write` run it
 */
export type RunSql = <Row extends object>(sql: string, values?: readonly unknown[]) => Promise<Row[]>;

/**
 * Access to the database, in which row-level security isolates the tenants: `read` for queries, `write` for
 * everything else. `Em` is the ORM's entity manager.
 */
export interface Tenants<Em> {
  /**
   * Runs one query on the scope's rows. It bypasses the ORM and takes a single round trip.
   *
   * @param sql - the same text for every tenant and caller: each connection prepares it once
   * @param values - the parameters `$1`, `$2`, …
   * @returns the rows, with the query's column names and with times as ISO 8601 text
   * @remarks
   * - It sees the rows that a transaction of the same scope sees.
   * - A query that writes fails.
   * - The scope ends with the query and never stays on a connection.
   * @untested #derived:sql:empty queries are constants of the code
   * @untested #derived:values:empty is the usual call of a query without parameters
   * @untested #derived:values:omitted is the usual call of a query without parameters
   * @tenantScoped
   */
  read<Row extends object>(scope: TenantScope, sql: string, values?: readonly unknown[]): Promise<Row[]>;

  /**
   * Runs the work in a new transaction that reads and writes only the scope's rows.
   *
   * @param work - gets an entity manager, and a function that runs SQL in the same transaction
   * @returns the result of the work
   * @remarks
   * - Without an organization in the scope, it sees no row that a tenant owns.
   * - When the work fails, its changes are rolled back.
   * - The scope ends with the transaction and never stays on a connection.
   * @tenantScoped
   */
  write<Result>(scope: TenantScope, work: (em: Em, sql: RunSql) => Promise<Result>): Promise<Result>;
}
