import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { notFound, problemOf } from './problem.ts';

/**
 * Answers every error as a problem document; what is our own fault is logged with its stack and told to nobody. To be
 * called after the rate limits are there: addresses that lead nowhere count as well.
 */
export function answerProblems(app: FastifyInstance): void {
  app.setErrorHandler(answerProblem);
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, (request, reply) =>
    reply.code(404).type('application/problem+json').send(notFound(request.id)),
  );
}

/** Also for what is refused before there is a route, as an address that cannot be read. */
export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const problem = problemOf(error, request.id);
  if (problem.status >= 500) request.log.error({ err: error }, 'request failed');
  if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
  void reply.code(problem.status).type('application/problem+json').send(problem);
}
