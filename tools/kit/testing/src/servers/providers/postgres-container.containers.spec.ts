import { describe, expect, test } from 'vitest';
import { acquireServer } from '../acquire/acquire-server.ts';
import { connect } from '../postgres/connect.ts';

/** The environment names the image where no registry is available. */
const env: NodeJS.ProcessEnv = { ...process.env, TEST_DATABASE: 'container' };

/** An image of a registry on a closed port: for others the engine tries for half a minute. */
const missing = '127.0.0.1:1/no-such-image:1';

describe('a server in a container', () => {
  test('works like any other server, in memory, shared by users of the same image', async () => {
    await using server = await acquireServer(env);
    await using second = await acquireServer(env);
    expect(server.line).toMatch(/^PostgreSQL \d+\.\d+ · container$/);
    expect(second.url).toBe(server.url);
    const template = await server.template({ key: 'container', build: async () => undefined });
    await using database = await template.clone();
    await using app = await connect(database.appUrl);
    expect(await app.query("SELECT current_user::text AS me, current_setting('fsync') AS fsync")).toEqual([
      { me: 'vouch_app', fsync: 'off' },
    ]);
  });

  test('reports the missing image, and the variable that names another', async () => {
    await expect(acquireServer({ ...env, TEST_POSTGRES_IMAGE: missing })).rejects.toMatchObject({
      code: 'image-missing',
      message: expect.stringContaining(missing) as string,
      fix: expect.stringContaining('TEST_POSTGRES_IMAGE') as string,
    });
  });

  test('is skipped in favour of the embedded server if it was not requested', async () => {
    const { TEST_DATABASE: _forced, TEST_DATABASE_URL: _url, ...free } = env;
    await using server = await acquireServer({
      ...free,
      PGPORT: '1',
      TEST_POSTGRES_IMAGE: '127.0.0.1:1/no-such-image:1',
    });
    expect(server.source).toBe('embedded');
    expect(server.line).toContain(`container failed: The image ${missing} is not available`);
  });
});
