import { expect, test } from 'vitest';
import { acquireServer } from './acquire-server.ts';
import { connect } from '../postgres/connect.ts';
import { startEphemeralServer } from './ephemeral-server.ts';

async function keepOne(env: Record<string, string>): Promise<URL> {
  await using server = await acquireServer(env);
  const template = await server.template({ key: 'kept, for its address', build: async () => undefined });
  return new URL(await (await template.clone()).keep());
}

async function answerOf(url: URL): Promise<object[]> {
  await using probe = await connect(url.href);
  return await probe.query('SELECT 1 AS one');
}

test('the URL of a kept database on an existing server contains no password', async ({ signal }) => {
  await using existing = await startEphemeralServer({ signal });
  const { password } = new URL(existing.url);
  const url = await keepOne({ TEST_DATABASE_URL: `${existing.url}?password=${password}` });
  expect(url.href).not.toContain(password);
  url.password = password;
  expect(await answerOf(url)).toEqual([{ one: 1 }]);
});

test('the URL of a kept database on a server of the kit can be opened', async () => {
  await using server = await acquireServer({ TEST_DATABASE: 'embedded' });
  const url = await keepOne({ TEST_DATABASE: 'embedded' });
  expect(await answerOf(url)).toEqual([{ one: 1 }]);
  await using admin = await connect(server.url);
  await admin.query(`DROP DATABASE "${url.pathname.slice(1)}"`);
});
