// The process that starts a test server, watches the leases on it, and ends it when the last one is gone.
import { text } from 'node:stream/consumers';
import { supervise } from './supervise.ts';
import type { SupervisorOrder } from './spawn-supervisor.ts';

await supervise(JSON.parse(await text(process.stdin)) as SupervisorOrder);
process.exit();
