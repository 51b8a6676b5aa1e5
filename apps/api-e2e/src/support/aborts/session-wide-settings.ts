import pg from 'pg';

// Loaded into an API process to take its protection away: whatever it sets for a transaction stays on the connection.

const query = Reflect.get(pg.Client.prototype, 'query') as (...args: unknown[]) => unknown;

Object.assign(pg.Client.prototype, {
  query(this: pg.Client, first: string | pg.QueryConfig, ...rest: unknown[]): unknown {
    const asked =
      typeof first === 'string' ? widened(first) : Object.assign(first, { text: widened(first.text) });
    return query.call(this, asked, ...rest);
  },
});

function widened(sql: string): string {
  return sql.replaceAll(/(set_config\([^)]*), true\)/g, '$1, false)');
}
