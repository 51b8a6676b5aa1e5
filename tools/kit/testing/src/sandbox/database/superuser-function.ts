import { createHash, randomBytes } from 'node:crypto';
import type pg from 'pg';

/** The key for running statements as superuser on a connection of the application role. */
export interface SuperuserKey {
  readonly secret: Buffer;
}

export interface SuperuserCall {
  readonly statement: string;
  /** True to check deferred constraints afterwards, as COMMIT does. */
  readonly check: boolean;
}

/** The cursor that the function leaves open on the statement's rows, and the cursor that it reads them from. */
export const resultCursor = 'vouch_rows';
export const innerCursor = 'vouch_statement';

/**
 * Creates a function that runs statements as superuser in the caller's transaction. It accepts only statements that
 * are signed with a secret which only superusers can read; see docs/decisions/0116. The function is in pg_catalog and
 * the secret is a large object, where comparisons of schemas do not look.
 */
export async function installSuperuserFunction(client: pg.Client): Promise<SuperuserKey> {
  const secret = randomBytes(32);
  await client.query('begin');
  const { rows } = await client.query<{ oid: number }>('select lo_from_bytea(0, $1) as oid', [secret]);
  const path = await client.query<{ search_path: string }>('show search_path');
  await client.query(functionSql(rows[0]?.oid ?? 0, path.rows[0]?.search_path ?? ''));
  await client.query('commit');
  return { secret };
}

/** Returns the parameters for one call of the function on one connection. */
export function signedCall(
  { secret }: SuperuserKey,
  processId: number,
  { statement, check }: SuperuserCall,
): unknown[] {
  const message = `${processId}/${check}/${statement}`;
  const inner = createHash('sha256').update(secret).update(message).digest();
  const code = createHash('sha256').update(secret).update(inner).digest();
  return [statement, check, code];
}

export const callSql = 'select pg_catalog.vouch_as_superuser($1, $2, $3)';

/**
 * All names and operators are qualified, so objects of the application role with the same names are never used. All
 * rows are fetched here, so that they are computed as superuser and in the superuser's search path.
 */
const functionSql = (secret: number, searchPath: string): string => `
  create function pg_catalog.vouch_as_superuser(statement text, checked boolean, code bytea)
  returns void language plpgsql security definer set search_path = ${searchPath}, pg_temp as $vouch$
  declare
    inside pg_catalog.refcursor := '${innerCursor}';
    rows pg_catalog.refcursor := '${resultCursor}';
    secret pg_catalog.bytea := pg_catalog.lo_get(${secret});
    message pg_catalog.text := pg_catalog.concat(pg_catalog.pg_backend_pid(), '/',
      case when checked then 'true' else 'false' end, '/', statement);
  begin
    if code is null or code operator(pg_catalog.<>) pg_catalog.sha256(secret operator(pg_catalog.||)
      pg_catalog.sha256(secret operator(pg_catalog.||) pg_catalog.convert_to(message, 'UTF8'))) then
      raise insufficient_privilege using message = 'permission denied for function vouch_as_superuser';
    end if;
    begin
      open inside for execute statement;
    exception when invalid_cursor_definition then
      inside := null;
    end;
    if inside is null then
      execute statement;
      open rows for select where false;
    else
      open rows for execute 'fetch all from ${innerCursor}';
      move forward 0 from rows;
    end if;
    if checked then set constraints all immediate; end if;
  end $vouch$`;
