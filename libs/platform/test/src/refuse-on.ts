import type { Admin } from '@vouch/testing';

/** Makes an operation on a table fail, as a full disk would, until the end of the test. */
export async function refuseOn(
  admin: Admin,
  operation: 'insert' | 'update' | 'delete',
  table: string,
): Promise<void> {
  await admin.query(`create or replace function refuse() returns trigger language plpgsql as
    $$ begin raise exception 'refused' using errcode = 'disk_full'; end $$`);
  await admin.query(`create trigger refuse before ${operation} on ${table} execute function refuse()`);
}
