import pg from 'pg';
import type { Has } from '../protections.ts';
import type { Actor } from './route.ts';

/** Runs queries of a request in a transaction that knows its tenant and its person. */
export class Tenants {
  readonly pool: pg.Pool;
  readonly #has: Has;

  constructor(url: string, connections: number, has: Has) {
    this.pool = new pg.Pool({ connectionString: url, max: connections });
    this.pool.on('error', () => undefined);
    this.#has = has;
  }

  async within<Result>(
    { organization = '', user = '' }: Actor,
    work: (client: pg.PoolClient) => Promise<Result>,
  ): Promise<Result> {
    const client = await this.pool.connect();
    try {
      await client.query('begin');
      const isLocal = this.#has('transactionTenant');
      await client.query(
        `select set_config('app.organization_id', $1, $3), set_config('app.user_id', $2, $3)`,
        [organization, user, isLocal],
      );
      const result = await work(client);
      await client.query('commit');
      return result;
    } catch (error) {
      await client.query('rollback').catch(() => undefined);
      throw error;
    } finally {
      client.release();
    }
  }

  /** Queries outside of a tenant. */
  async query<Row extends object>(sql: string, values: readonly unknown[] = []): Promise<Row[]> {
    return (await this.pool.query<Row>(sql, [...values])).rows;
  }
}
