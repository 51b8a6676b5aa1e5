// A run for the kill matrix: it takes the server, builds a template, lets a worker test, and cleans up. It handles no
// signal, because nothing may depend on that.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { acquireServer } from '../../src/servers/acquire/acquire-server.ts';
import type { Template, TestServer } from '../../src/servers/acquire/test-server.ts';
import { waitAtStage } from './wait-at-stage.ts';

await (process.argv[2] === 'worker' ? runWorker() : runMain());

async function runMain(): Promise<void> {
  const server = await acquireServer();
  await makeTemplate(server);
  const worker = fork(import.meta.filename, ['worker'], { env: { ...process.env, ...server.environment } });
  await once(worker, 'exit');
  await server.release();
}

async function runWorker(): Promise<void> {
  process.on('disconnect', () => process.exit());
  const server = await acquireServer();
  const template = await makeTemplate(server);
  await template.clone();
  await waitAtStage('test');
  const released = server.release();
  await waitAtStage('clean-up');
  await released;
  process.disconnect?.();
}

function makeTemplate(server: TestServer): Promise<Template> {
  return server.template({ key: 'killed', build: () => waitAtStage('template') });
}
