import { existsSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { connect } from '../postgres/connect.ts';
import { launchServer, newRunFolder } from '../embedded/launch-server.ts';

describe('the embedded server', () => {
  test.skipIf(process.platform === 'win32')(
    'can be reached through a socket and by TCP until it ends',
    { meta: { skipReason: 'PostgreSQL has no Unix sockets in the file system on Windows' } },
    async () => {
      const folder = await newRunFolder();
      const server = await launchServer(folder);
      const byAddress = new URL(server.url);
      byAddress.searchParams.delete('host');
      const addresses = await Promise.all([addressOf(server.url), addressOf(byAddress.href)]);
      expect(addresses).toEqual([null, '127.0.0.1/32']);
      await server.stop();
      expect(existsSync(folder)).toBe(false);
    },
  );
});

async function addressOf(url: string): Promise<string | null | undefined> {
  await using connection = await connect(url);
  const [row] = await connection.query<{ address: string | null }>(
    'SELECT inet_server_addr()::text AS address',
  );
  return row?.address;
}
