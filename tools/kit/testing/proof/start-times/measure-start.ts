// Takes the server twice, the second time while the first lease is held, and prints the times to the first query.
import { acquireServer } from '../../src/servers/acquire/acquire-server.ts';
import { connect } from '../../src/servers/postgres/connect.ts';

const [first, begun] = await toFirstQuery();
const [second, joined] = await toFirstQuery();
await second.release();
await first.release();
console.log(JSON.stringify({ begun, joined }));

async function toFirstQuery() {
  const begin = performance.now();
  const server = await acquireServer();
  await using connection = await connect(server.url);
  await connection.query('SELECT 1');
  return [server, performance.now() - begin] as const;
}
