import pg from 'pg';
import { withParameters } from './admin-statement.ts';
import {
  callSql,
  innerCursor,
  resultCursor,
  signedCall,
  type SuperuserKey,
} from './database/superuser-function.ts';
import type { StatementPipeline } from './statement-pipeline.ts';

export interface AdminRequest {
  readonly sql: string;
  readonly values: readonly unknown[];
  /** SQL that checks deferred constraints; empty if there are none. */
  readonly check: string;
}

/** Runs one statement as superuser on the connection of the application role, in its open transaction. */
export async function runAsSuperuser(
  pipeline: StatementPipeline,
  key: SuperuserKey,
  { sql, values, check }: AdminRequest,
): Promise<pg.QueryResult> {
  const call = { statement: withParameters(sql, values), check: check !== '' };
  const parameters = signedCall(key, pipeline.pinned.processId, call);
  const send = async (client: pg.Client): Promise<pg.QueryResult> => {
    // Checks the application's deferred constraints as the application role, because its triggers must not run as
    // superuser.
    const before = check === '' ? undefined : client.query(check);
    const [, called, fetched] = await Promise.allSettled([
      before,
      client.query(callSql, parameters),
      client.query(`fetch all from ${resultCursor}`),
    ]);
    await before;
    if (called.status === 'rejected') throw asOwnError(called.reason, call.statement);
    if (fetched.status === 'rejected') throw fetched.reason;
    return fetched.value;
  };
  const result = await pipeline.send({ send });
  pipeline.prepend('close all');
  return result;
}

/** Removes the function from an error, so that it looks as on a superuser's own connection. */
function asOwnError(error: unknown, statement: string): unknown {
  if (!(error instanceof pg.DatabaseError)) return error;
  const { internalQuery, internalPosition, where = '' } = error;
  const ofFunction = where.slice(0, where.lastIndexOf('PL/pgSQL function vouch_as_superuser'));
  const own = ofFunction
    .replace(`SQL statement "fetch all from ${innerCursor}"\n`, '')
    .replace(`SQL statement "${statement}"\n`, '')
    .trimEnd();
  Object.assign(error, { where: own === '' ? undefined : own });
  if (internalQuery !== statement) return error;
  return Object.assign(error, {
    position: internalPosition,
    internalPosition: undefined,
    internalQuery: undefined,
  });
}
