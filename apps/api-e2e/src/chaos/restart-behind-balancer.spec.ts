import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { eventually } from '@vouch/testing';
import { expect, test } from 'vitest';
import { startApi } from '../support/start-api.ts';

test('a process that drains before it stops loses no request of who heeds its readiness', async () => {
  await using api = await startApi({ DRAIN_SECONDS: '5', LOG_LEVEL: 'warn' });
  const agent = new Agent({ keepAlive: true });
  const answers = new Map<string, number>();
  let ready = true;
  const clients = Array.from({ length: 16 }, async () => {
    while (ready) {
      const answer = await outcome(`${api.address}/health`, agent);
      answers.set(answer, (answers.get(answer) ?? 0) + 1);
    }
  });
  await eventually(() => expect(answers.get('200')).toBeGreaterThan(100));

  api.process.kill('SIGTERM');
  const ended = once(api.process, 'exit');
  await eventually(async () => expect(await outcome(`${api.address}/ready`, agent)).toBe('503'));
  ready = false;
  await Promise.all(clients);
  expect([...answers.keys()]).toEqual(['200']);
  expect((await ended)[0]).toBe(0);
  agent.destroy();
});

/** The status of the answer, or the error in its place. */
function outcome(url: string, agent: Agent): Promise<string> {
  const { promise, resolve } = Promise.withResolvers<string>();
  const asked = get(url, { agent }, (response) => {
    response.resume();
    response.once('end', () => resolve(String(response.statusCode)));
  });
  asked.once('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? error.message));
  return promise;
}
