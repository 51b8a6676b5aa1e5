import { embeddedOrder } from './ladder/embedded-order.ts';
import { joinServer } from './supervisor/join-server.ts';
import { openTestServer, type TestServer } from './test-server.ts';

/** The machine's test server, started when there is none. It ends when the last process that acquired it is gone. */
export async function acquireServer(): Promise<TestServer> {
  return openTestServer(await joinServer(embeddedOrder()));
}
