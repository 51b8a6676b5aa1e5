// A run as the kill matrix knows it: takes the server, builds a template, lets a worker test, clears up. At each stage it
// says so and dwells there long enough to be killed. It handles no signal: nothing may depend on its doing so.
import { fork } from 'node:child_process';
import { once } from 'node:events';
import { setTimeout as delay } from 'node:timers/promises';
import { acquireServer } from '../acquire-server.ts';
import type { Template, TestServer } from '../test-server.ts';
import type { Stage } from './kill-case.ts';

const [role, target] = process.argv.slice(2) as ['main' | 'worker', Stage];
await (role === 'main' ? runMain() : runWorker());

async function runMain(): Promise<void> {
  if (target === 'start') say('start');
  const server = await acquireServer();
  await makeTemplate(server);
  const worker = fork(import.meta.filename, ['worker', target], {
    env: { ...process.env, ...server.environment },
  });
  worker.on('message', (stage: Stage) => {
    say(stage, worker.pid);
  });
  await once(worker, 'exit');
  await server.release();
}

async function runWorker(): Promise<void> {
  process.on('disconnect', () => process.exit());
  const server = await acquireServer();
  const template = await makeTemplate(server);
  await template.clone();
  await dwell('test');
  const released = server.release();
  await dwell('clean-up');
  await released;
  process.disconnect?.();
}

function makeTemplate(server: TestServer): Promise<Template> {
  return server.template({ key: 'killed', build: () => dwell('template') });
}

/** Stays where it is to be killed, and goes on quickly everywhere else. */
async function dwell(stage: Stage): Promise<void> {
  if (stage !== target) return;
  if (process.send) process.send(stage);
  else say(stage);
  await delay(3_000);
}

function say(stage: Stage, worker = 0): void {
  console.log(JSON.stringify({ stage, worker }));
}
