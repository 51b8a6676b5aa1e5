/** On whose behalf the database is asked. Rows of anyone else do not exist for it. */
export interface TenantScope {
  readonly organizationId?: string;
  readonly userId?: string;
}

/** Transactions in which the database itself keeps tenants apart. `Work` is the ORM's entity manager. */
export interface Tenants<Work> {
  /**
   * Runs the work in a transaction of its own that sees and writes the scope's rows alone.
   *
   * @returns what the work returns
   * @remarks
   * - Without an organization no row of any organization is seen, but for the user's own memberships.
   * - When the work fails, nothing of it is kept.
   * - The scope ends with the transaction and never stays on a connection.
   * @tenantScoped
   */
  within<Result>(scope: TenantScope, work: (work: Work) => Promise<Result>): Promise<Result>;

  /**
   * Answers one query about the scope's rows, past the ORM and in a single round trip: for whatever only reads.
   *
   * @param sql - the same text for every tenant and every caller, for connections keep it prepared
   * @param values - what stands for `$1`, `$2`, …
   * @returns the rows as the query names their columns, with times as the contracts have them
   * @remarks
   * - Sees what a transaction of the same scope would see.
   * - A query that writes fails.
   * - The scope ends with the query and never stays on a connection.
   * @untested #derived:sql:empty queries are constants of the code
   * @untested #derived:values:empty is what a query without parameters takes
   * @untested #derived:values:omitted is what a query without parameters takes
   * @tenantScoped
   */
  read<Row extends object>(scope: TenantScope, sql: string, values?: readonly unknown[]): Promise<Row[]>;
}
