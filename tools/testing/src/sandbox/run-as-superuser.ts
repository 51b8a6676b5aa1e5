import pg from 'pg';
import { withParameters } from './admin-statement.ts';
import { callSql, resultCursor, signedCall, type SuperuserKey } from './database/superuser-function.ts';
import type { StatementPipeline } from './statement-pipeline.ts';

export interface AdminRequest {
  readonly sql: string;
  readonly values: readonly unknown[];
  /** Whether deferred constraints are checked after it. */
  readonly check: boolean;
}

/** Runs one statement as superuser on the connection of the application role, in the transaction that is open there. */
export async function runAsSuperuser(
  pipeline: StatementPipeline,
  key: SuperuserKey,
  { sql, values, check }: AdminRequest,
): Promise<pg.QueryResult> {
  const call = { statement: withParameters(sql, values), check };
  const parameters = signedCall(key, pipeline.pinned.processId, call);
  const send = async (client: pg.Client): Promise<pg.QueryResult> => {
    const [called, fetched] = await Promise.allSettled([
      client.query(callSql, parameters),
      client.query(`fetch all from ${resultCursor}`),
    ]);
    if (called.status === 'rejected') throw asOwnError(called.reason);
    if (fetched.status === 'rejected') throw fetched.reason;
    return fetched.value;
  };
  const result = await pipeline.send({ send });
  pipeline.prepend('close all');
  return result;
}

/** Leaves out of an error what it says of the function, so that it looks as on a superuser's own connection. */
function asOwnError(error: unknown): unknown {
  if (!(error instanceof pg.DatabaseError)) return error;
  const { internalQuery, internalPosition, where } = error;
  const lines = where?.split('\n').filter((line) => !/vouch_as_superuser|vouch_statement/.test(line)) ?? [];
  Object.assign(error, { where: lines.length === 0 ? undefined : lines.join('\n') });
  if (internalQuery === undefined || lines.length > 0) return error;
  return Object.assign(error, {
    position: internalPosition,
    internalPosition: undefined,
    internalQuery: undefined,
  });
}
