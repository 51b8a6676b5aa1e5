import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { MikroORM } from '@mikro-orm/postgresql';
import Type from 'typebox';
import { isMigrated } from '../database/connect.ts';

const Status = Type.Object({ status: Type.String() }, { title: 'Status' });
const health = {
  config: { policy: 'public' } as const,
  schema: { tags: ['health'], summary: 'Check that the process is running', response: { 200: Status } },
};
const readiness = {
  config: { policy: 'public' } as const,
  schema: {
    tags: ['health'],
    summary: 'Check that the API is ready: its database is reachable and up to date',
    response: { 200: Status, 503: Status },
  },
};

export function healthRoutes(orm: MikroORM): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get('/health', health, async () => ({ status: 'ok' }));
    app.get('/ready', readiness, async (_request, reply) => {
      const status = app.draining ? 'stopping' : await statusOf(orm);
      return reply.code(status === 'ready' ? 200 : 503).send({ status });
    });
  };
}

async function statusOf(orm: MikroORM): Promise<string> {
  if (!(await orm.isConnected())) return 'no database';
  return (await isMigrated(orm)) ? 'ready' : 'not migrated';
}
