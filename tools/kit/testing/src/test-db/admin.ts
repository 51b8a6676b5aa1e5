import type pg from 'pg';

/** Set-up as superuser: it can read and write the rows of every tenant, which the application role cannot. */
export interface Admin {
  /** Runs a statement and returns its rows. */
  query<Row extends pg.QueryResultRow = pg.QueryResultRow>(
    sql: string,
    values?: readonly unknown[],
  ): Promise<Row[]>;
}

/** An administrator with its own connections. */
export class PoolAdmin implements Admin {
  readonly #pool: pg.Pool;

  constructor(pool: pg.Pool) {
    this.#pool = pool;
  }

  async query<Row extends pg.QueryResultRow>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.#pool.query<Row>(sql, [...values])).rows;
  }
}
