import { type Alert, type AlertFeed, AlertSchema } from '@acme/alerts-contract';
import { Id } from '@acme/identity-contract';
import type { WebSocket } from '@fastify/websocket';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { FastifyReply, FastifyRequest } from 'fastify';
import Type from 'typebox';
import type { Callers } from './callers.ts';

/** New alerts over a WebSocket, one JSON text each. */
export function feedRoute(feed: AlertFeed, { actorOf, isStillIn }: Callers): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.route({
      ...follow,
      method: 'GET',
      url: '/organizations/:organizationId/alerts/feed',
      handler: askForUpgrade,
      wsHandler: (socket, request) => {
        let sent = Promise.resolve();
        const unfollow = feed.follow(
          actorOf(request).organizationId,
          (alert) => {
            sent = sent.then(() => send(socket, alert, () => isStillIn(request)));
          },
          () => socket.close(1012, 'alerts may have been missed: list them and follow anew'),
        );
        socket.on('close', unfollow);
        socket.on('error', () => socket.terminate());
      },
    });
  };
}

async function askForUpgrade(_request: FastifyRequest, reply: FastifyReply): Promise<never> {
  reply.header('upgrade', 'websocket');
  throw Object.assign(new Error('The live feed is a WebSocket.'), { statusCode: 426 });
}

/** What may wait unsent for a client that reads too slowly. */
const patience = 1024 * 1024;

/** One after the other, in the order in which they were raised. Asks anew for every alert: who was removed or logged out gets none any more. */
async function send(socket: WebSocket, alert: Alert, isStillIn: () => Promise<boolean>): Promise<void> {
  if (!(await isStillIn())) socket.close(1008, 'no longer a member');
  else if (socket.bufferedAmount > patience) socket.close(1013, 'too slow');
  else socket.send(JSON.stringify(alert));
}

const follow = {
  config: { policy: { atLeast: 'viewer' } } as const,
  schema: {
    tags: ['alerts'],
    summary: 'New alerts as they are raised, over a WebSocket with the subprotocols "bearer" and the token',
    params: Type.Object({ organizationId: Id }),
    response: { 101: Type.Null({ description: 'From here on each message is one alert' }) },
    'x-message': AlertSchema,
  },
};
