import { problemOf, routeNotFound } from '@acme/platform';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';

/**
 * Answers every error with a problem document. Internal errors are logged with their stack and not shown to clients. Must
 * be called after the rate limits are added, so that they also apply to unknown paths.
 */
export function answerProblems(app: FastifyInstance): void {
  app.setErrorHandler(answerProblem);
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, (request, reply) =>
    reply.code(404).type('application/problem+json').send(routeNotFound(request.id)),
  );
}

/** Also handles requests that fail before routing, such as malformed URLs. */
export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const problem = problemOf(error, request.id);
  if (problem.status >= 500) request.log.error({ err: error }, 'request failed');
  if (problem.status === 401) void reply.header('www-authenticate', 'Bearer');
  void reply.code(problem.status).type('application/problem+json').send(problem);
}
