import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { MikroORM } from '@mikro-orm/postgresql';
import Type from 'typebox';

const config = { policy: 'public' } as const;
const described = { tags: ['health'] };
const Status = Type.Object({ status: Type.String() }, { title: 'Status' });

/** `/health`: the process lives. `/ready`: it can serve, its database included. */
export function healthRoutes(orm: MikroORM): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/health',
      { config, schema: { ...described, summary: 'Whether the process lives', response: { 200: Status } } },
      async () => ({
        status: 'ok',
      }),
    );
    app.get(
      '/ready',
      {
        config,
        schema: { ...described, summary: 'Whether it can serve', response: { 200: Status, 503: Status } },
      },
      async (_request, reply) =>
        (await orm.isConnected()) ? { status: 'ready' } : reply.code(503).send({ status: 'no database' }),
    );
  };
}
