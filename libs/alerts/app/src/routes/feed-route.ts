import { type Alert, type AlertFeed, AlertSchema } from '@acme/alerts-contract';
import { actorOf, isStillAuthorized } from '@acme/platform';
import { Id } from '@acme/platform-contract';
import type { WebSocket } from '@fastify/websocket';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';

/** Serves new alerts over a WebSocket, one JSON text each. */
export function feedRoute(feed: AlertFeed): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.route({
      ...follow,
      method: 'GET',
      url: '/organizations/:organizationId/alerts/feed',
      handler: requireUpgrade,
      wsHandler: (socket, request) => {
        let sent = Promise.resolve();
        const unfollow = feed.follow(
          actorOf(request).organizationId,
          (alert) => {
            sent = sent.then(() => send(socket, alert, request));
          },
          () => socket.close(1012, 'alerts may have been missed: list them and follow again'),
        );
        socket.on('close', unfollow);
        socket.on('error', () => socket.terminate());
      },
    });
  };
}

async function requireUpgrade(_request: FastifyRequest, reply: FastifyReply): Promise<never> {
  reply.header('upgrade', 'websocket');
  throw Object.assign(new Error('The live feed is a WebSocket.'), { statusCode: 426 });
}

/** The most bytes that may wait for a slow client. */
const maxBuffered = 1024 * 1024;

/** Sends an alert if the request is still authorized: a removed or logged-out user gets no further alerts. */
async function send(socket: WebSocket, alert: Alert, request: FastifyRequest): Promise<void> {
  if (!(await isStillAuthorized(request))) socket.close(1008, 'no longer a member');
  else if (socket.bufferedAmount > maxBuffered) socket.close(1013, 'too slow');
  else socket.send(JSON.stringify(alert));
}

const follow = {
  config: { policy: { atLeast: 'viewer' } } as const,
  schema: {
    tags: ['alerts'],
    summary: 'Follow new alerts over a WebSocket with the subprotocols "bearer" and the token',
    params: Type.Object({ organizationId: Id }),
    response: { 101: Type.Null({ description: 'Each message is one alert' }) },
    'x-message': AlertSchema,
  },
};
