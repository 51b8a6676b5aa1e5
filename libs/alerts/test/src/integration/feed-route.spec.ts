import { once } from 'node:events';
import type { Alert, AlertListener } from '@acme/alerts-contract';
import { alertsRoutes } from '@acme/alerts';
import { guardRoutes } from '@acme/platform';
import websocket from '@fastify/websocket';
import { eventually, WebSocketClient } from '@vouch/testing';
import fastify, { type FastifyRequest } from 'fastify';
import { describe } from 'vitest';
import { WebSocket } from 'ws';
import { type AlertsFixtures, expect, test } from '../fixtures.ts';

const alert: Alert = {
  id: crypto.randomUUID(),
  ruleId: crypto.randomUUID(),
  eventId: crypto.randomUUID(),
  title: 'x'.repeat(200_000),
  severity: 'info',
  state: 'raised',
  raisedAt: new Date(0).toISOString(),
};

/** Serves the routes with a feed to which the test publishes alerts, and an access that it can revoke. */
async function served({ component, owner }: Pick<AlertsFixtures, 'component' | 'owner'>) {
  const listeners = new Set<AlertListener>();
  const access = { granted: true };
  const follow = (_organizationId: string, listener: AlertListener) => {
    listeners.add(listener);
    return () => listeners.delete(listener);
  };
  const app = fastify();
  await app.register(websocket);
  const authenticate = async (request: FastifyRequest): Promise<void> => {
    if (!access.granted) throw new Error('removed');
    request.actor = owner;
  };
  guardRoutes(app, { authenticate, errorsOf: () => [] });
  await app.register(alertsRoutes({ ...component, feed: { follow } }));
  const address = await app.listen({ port: 0, host: '127.0.0.1' });
  const url = `${address.replace('http', 'ws')}/organizations/${owner.organizationId}/alerts/feed`;
  const publish = (): void => listeners.forEach((listener) => listener(alert));
  return { url, publish, access, listeners, [Symbol.asyncDispose]: () => app.close() };
}

describe('the live feed', () => {
  test(
    'lets go of a follower who reads too slowly, and keeps the others',
    { tags: ['slow'] },
    async ({ component, owner }) => {
      await using feed = await served({ component, owner });
      await using reader = await WebSocketClient.connect(feed.url);
      const slow = new WebSocket(feed.url);
      await once(slow, 'open');
      slow.pause();
      await eventually(() => expect(feed.listeners.size).toBe(2));
      await eventually(
        () => {
          feed.publish();
          expect(feed.listeners.size).toBe(2);
          expect(reader.received.length).toBeGreaterThan(150);
        },
        { interval: 1 },
      );
      const closed = once(slow, 'close');
      slow.resume();
      expect((await closed)[0]).toBe(1013);
      await eventually(() => expect(feed.listeners.size).toBe(1));
    },
  );

  test('lets go of a follower who was removed, before the next alert', async ({ component, owner }) => {
    await using feed = await served({ component, owner });
    await using reader = await WebSocketClient.connect(feed.url);
    await eventually(() => expect(feed.listeners.size).toBe(1));
    feed.access.granted = false;
    feed.publish();
    expect(await reader.closed).toMatchObject({ code: 1008 });
    expect(reader.received).toEqual([]);
  });

  test('asks for an upgrade where there is none', async ({ component, owner }) => {
    await using feed = await served({ component, owner });
    const { status, headers } = await fetch(feed.url.replace('ws', 'http'));
    expect([status, headers.get('upgrade')]).toEqual([426, 'websocket']);
  });
});
