import pg from 'pg';
import { aliveWhile, type Referable } from '../process/alive-while.ts';
import { explainConnection } from './explain-connection.ts';

/** A connection that does not keep the process alive, and that reports a lost server instead of throwing. */
export interface Connection extends AsyncDisposable {
  readonly query: <Row extends object>(sql: string, values?: readonly unknown[]) => Promise<Row[]>;
  readonly end: () => Promise<void>;
  readonly lost: () => boolean;
}

export async function connect(url: string, timeout = 10_000): Promise<Connection> {
  const client = new pg.Client({
    connectionString: url,
    connectionTimeoutMillis: timeout,
    application_name: 'vouch',
    keepAlive: true,
  });
  let lost = false;
  client.on('error', () => (lost = true));
  client.on('end', () => (lost = true));
  await client.connect().catch((error: unknown) => {
    throw explainConnection(error, url);
  });
  // The types of pg lack the client's methods `ref` and `unref`.
  const alive = aliveWhile(client as pg.Client & Referable);
  const inTurn = oneAtATime();
  const end = (): Promise<void> => alive(() => client.end());
  return {
    query: async <Row extends object>(sql: string, values: readonly unknown[] = []) =>
      (await alive(() => inTurn(() => client.query<Row>(sql, [...values])))).rows,
    end,
    lost: () => lost,
    [Symbol.asyncDispose]: end,
  };
}

/** Queues statements: the driver does not accept one while another is running. */
function oneAtATime(): <T>(work: () => Promise<T>) => Promise<T> {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const result = last.then(work, work);
    last = result.catch(() => undefined);
    return result;
  };
}
