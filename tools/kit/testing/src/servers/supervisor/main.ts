// The supervisor process: it starts a test server, watches its leases, and ends it after the last one.
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { SupervisorOrder } from './spawn-supervisor.ts';

const order = JSON.parse(await text(process.stdin)) as SupervisorOrder;
// Compilation takes most of the time of a warm start.
enableCompileCache(join(order.folder, '..', '..', 'compiled'));
const { supervise } = await import('./supervise.ts');
await supervise(order);
process.exit();
