import type pg from 'pg';
import type { Request } from './statement-runner.ts';

type Callback = (error: Error | undefined, result?: pg.QueryResult) => void;

/**
 * The forms in which `pg` accepts a query: text, a configuration, or an object that submits itself (a cursor, a
 * stream).
 */
export type QueryArguments = [
  query: string | pg.QueryConfig | Submitted,
  values?: readonly unknown[] | Callback,
  callback?: Callback,
];

/** A Submittable of `pg`, with the handlers that report its end. */
export interface Submitted {
  readonly text?: string;
  readonly values?: readonly unknown[] | null;
  submit(connection: unknown): void;
  handleError(error: Error, connection: unknown): void;
  handleReadyForQuery(connection: unknown): void;
}

interface NormalizedQuery {
  readonly request: Request;
  readonly callback: Callback | undefined;
  readonly submitted: Submitted | undefined;
  /** In milliseconds; 0 for no limit. */
  readonly timeout: number;
}

export function normalizeQuery(args: QueryArguments, options: pg.PoolConfig): NormalizedQuery {
  const [query, second, third] = args;
  const callback = typeof second === 'function' ? second : third;
  const given = typeof second === 'function' ? undefined : second;
  if (typeof query === 'object' && 'submit' in query) {
    return { request: submittedRequest(query), callback: undefined, submitted: query, timeout: 0 };
  }
  const config: TimedQuery = typeof query === 'string' ? { text: query } : query;
  const { query_timeout: timeout, ...untimed } = config;
  const values = given ?? config.values;
  const sent = {
    types: options.types,
    ...untimed,
    ...(values === undefined ? {} : { values: copied(values) }),
  };
  const request: Request = {
    sql: config.text ?? '',
    values: Array.isArray(values) ? values : undefined,
    send: async (client) => client.query(sent),
  };
  return { request, callback, submitted: undefined, timeout: Number(timeout ?? options.query_timeout ?? 0) };
}

interface TimedQuery extends pg.QueryConfig {
  /** The driver accepts it, although its types do not. */
  readonly query_timeout?: number;
}

/** Passes values that are no array to the driver unchanged, which rejects them. */
function copied(values: readonly unknown[]): unknown[] {
  return Array.isArray(values) ? [...(values as unknown[])] : (values as unknown[]);
}

function submittedRequest(submitted: Submitted): Request {
  return {
    sql: submitted.text ?? '',
    values: submitted.values ?? undefined,
    alone: true,
    send: (client) => untilDone(submitted, () => client.query(submitted as unknown as pg.Submittable)),
  };
}

/** Waits until the server is ready for the next query, because a cursor uses the connection until then. */
function untilDone(submitted: Submitted, submit: () => void): Promise<pg.QueryResult> {
  return new Promise((resolve, reject) => {
    const handleReady = submitted.handleReadyForQuery.bind(submitted);
    const handleError = submitted.handleError.bind(submitted);
    submitted.handleReadyForQuery = (connection) => {
      handleReady(connection);
      resolve({ command: 'SELECT', rowCount: null, oid: 0, fields: [], rows: [] });
    };
    submitted.handleError = (error, connection) => {
      handleError(error, connection);
      submitted.handleError = () => undefined;
      reject(error);
    };
    submit();
  });
}
