import pg from 'pg';

/** Which settings must not outlive a request, and where each request begins. */
export interface SettingsTrap {
  /** A set-returning function that the API calls before any other statement of a request. */
  readonly entry: string;
  /** Settings that name the tenant or the user, such as `app.organization_id`. */
  readonly settings: readonly string[];
}

/**
 * Wraps the function that begins each request, so that it reports which settings the connection still holds from the request
 * before: by a notification, because the request may be in a read-only transaction. Returns a function that lists them.
 *
 * @param admin - a connection as superuser
 *
 * @example
 * const settingsLeft = await trapSettings(admin, { entry: 'app_enter', settings: ['app.user_id'] });
 * expect(await settingsLeft()).toEqual([]);
 */
export async function trapSettings(
  admin: pg.Client,
  { entry, settings }: SettingsTrap,
): Promise<() => Promise<string[]>> {
  const wrapped = `${entry}_wrapped`;
  const left = new Set<string>();
  admin.on('notification', ({ payload = '' }) => left.add(payload));
  const { rows } = await admin.query<{ parameters: string; count: number; result: string }>(
    `select pg_get_function_arguments(oid) as parameters, pronargs as count, pg_get_function_result(oid) as result
     from pg_proc where proname = $1`,
    [entry],
  );
  const [signature] = rows;
  if (!signature)
    throw new Error(`The database has no function ${entry}. Expected the one that begins a request.`);
  const values = Array.from({ length: signature.count }, (_, at) => `$${at + 1}`).join(', ');
  await admin.query(`
    listen settings_left;
    alter function ${entry} rename to ${wrapped};
    create function ${entry}(${signature.parameters}) returns ${signature.result} language plpgsql as $$
    begin
      perform pg_notify('settings_left', held)
        from unnest(array[${settings.map((name) => pg.escapeLiteral(name)).join(', ')}]) held
        where coalesce(current_setting(held, true), '') <> '';
      return query select * from ${wrapped}(${values});
    end $$`);
  return async () => {
    // the server sends pending notifications with the answer to a query
    await admin.query('select');
    return [...left].toSorted();
  };
}
