import type { Actor } from '@acme/identity-contract';
import type { FastifyRequest } from 'fastify';

/** What the routes need to know of whoever calls; whoever composes the API knows it. */
export interface Callers {
  readonly actorOf: (request: FastifyRequest) => Actor;
  /** Whether someone who was let in would be let in again. */
  readonly isStillIn: (request: FastifyRequest) => Promise<boolean>;
}
