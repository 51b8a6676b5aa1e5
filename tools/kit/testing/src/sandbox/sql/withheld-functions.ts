interface Reason {
  readonly what: string;
  readonly why: string;
}

const sessionLock: Reason = {
  what: 'an advisory lock of the session',
  why: 'a sandboxed test has only one connection, so the lock would not exclude another',
};

const transactionNumber: Reason = {
  what: 'a query of its transaction number',
  why: 'all transactions of a sandboxed test are one, so they share one number and one snapshot',
};

const locks: Reason = {
  what: 'a query of held locks (pg_locks)',
  why: 'a sandboxed test keeps all its locks until it ends, even after a commit',
};

const channels: Reason = {
  what: 'a query of its notification channels',
  why: 'LISTEN takes effect when a transaction commits, and a sandboxed test never commits',
};

const descriptor: Reason = {
  what: 'a descriptor of a large object',
  why: 'a COMMIT closes it, and a sandboxed test never commits',
};

/**
 * PostgreSQL functions that cannot answer in a sandbox as they do in production. A statement that calls one is
 * rejected. A database function that calls one fails, because only superusers keep the right to call it.
 */
export const withheldFunctions: Readonly<Record<string, Reason | undefined>> = {
  __proto__: null as never,
  pg_advisory_lock: sessionLock,
  pg_advisory_lock_shared: sessionLock,
  pg_try_advisory_lock: sessionLock,
  pg_try_advisory_lock_shared: sessionLock,
  pg_advisory_unlock: sessionLock,
  pg_advisory_unlock_shared: sessionLock,
  txid_current: transactionNumber,
  txid_current_if_assigned: transactionNumber,
  txid_current_snapshot: transactionNumber,
  pg_current_xact_id: transactionNumber,
  pg_current_xact_id_if_assigned: transactionNumber,
  pg_current_snapshot: transactionNumber,
  pg_export_snapshot: transactionNumber,
  pg_locks: locks,
  pg_lock_status: locks,
  pg_listening_channels: channels,
  lo_open: descriptor,
};

/** Revokes the right to call these functions from all roles in this database. Superusers are not affected. */
export const withholdSql = `do $vouch$ declare function regprocedure; begin
  for function in select oid from pg_catalog.pg_proc where pronamespace = 'pg_catalog'::regnamespace
    and proname = any (array[${Object.keys(withheldFunctions)
      .map((name) => `'${name}'`)
      .join(', ')}])
  loop execute format('revoke execute on function %s from public', function); end loop;
end $vouch$`;
