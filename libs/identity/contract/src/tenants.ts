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
}
