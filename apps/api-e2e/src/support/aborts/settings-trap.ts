import type pg from 'pg';

/**
 * Has every request look, before all else, whether the connection that it got still knows the tenant or the user of one
 * before.
 */
export async function trapSettings(admin: pg.Client): Promise<{ left: () => Promise<string[]> }> {
  await admin.query(trap);
  return {
    left: async () =>
      (await admin.query<{ setting: string }>('select setting from settings_left')).rows.map(
        ({ setting }) => setting,
      ),
  };
}

const trap = `
  create table settings_left (setting text);
  grant insert on settings_left to vouch_app;
  alter function app_enter rename to app_enter_itself;
  create function app_enter(hash text, moment timestamptz, organization uuid)
    returns table (member uuid, role_there text) language plpgsql as $$
    begin
      insert into settings_left
        select name from unnest(array['app.organization_id', 'app.user_id']) name
        where coalesce(current_setting(name, true), '') <> '';
      return query select * from app_enter_itself(hash, moment, organization);
    end $$`;
