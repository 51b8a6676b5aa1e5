import type pg from 'pg';

/**
 * Makes the API's first query on a connection report a tenant or user that an earlier request left on it. It reports by
 * a notification, because the query runs in a read-only transaction.
 */
export async function trapSettings(admin: pg.Client): Promise<{ left: () => Promise<string[]> }> {
  const settings: string[] = [];
  admin.on('notification', ({ payload = '' }) => settings.push(payload));
  await admin.query(trap);
  return {
    left: async () => {
      // The server sends pending notifications with the answer to a query.
      await admin.query('select');
      return settings;
    },
  };
}

const trap = `
  listen settings_left;
  alter function app_enter rename to app_enter_itself;
  create function app_enter(hash text, moment timestamptz, organization uuid)
    returns table (member uuid, role_there text) language plpgsql as $$
    begin
      perform pg_notify('settings_left', name)
        from unnest(array['app.organization_id', 'app.user_id']) name
        where coalesce(current_setting(name, true), '') <> '';
      return query select * from app_enter_itself(hash, moment, organization);
    end $$`;
