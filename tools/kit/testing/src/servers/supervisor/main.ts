// The process that starts a test server, watches the leases on it, and ends it when the last one is gone.
import { enableCompileCache } from 'node:module';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { SupervisorOrder } from './spawn-supervisor.ts';

const order = JSON.parse(await text(process.stdin)) as SupervisorOrder;
// most of a warm start is spent on compiling what was compiled before
enableCompileCache(join(order.folder, '..', '..', 'compiled'));
const { supervise } = await import('./supervise.ts');
await supervise(order);
process.exit();
