import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Has } from '../protections.ts';
import { Problem } from './problem.ts';

/** How many requests one address may send in a minute. */
export interface Limits {
  readonly requests: number;
  readonly publicWrites: number;
}

/** Counts requests by the address of their sender, and rejects those above the limits. */
export function limitRequests(limits: Limits, has: Has) {
  const counts = new Map<string, number>();
  const count = (key: string, limit: number, reply: FastifyReply): void => {
    const next = (counts.get(key) ?? 0) + 1;
    counts.set(key, next);
    if (next <= limit) return;
    void reply.header('retry-after', '60');
    throw new Problem(429, 'too-many-requests');
  };
  return (request: FastifyRequest, reply: FastifyReply, isPublicWrite: boolean): void => {
    count(request.ip, limits.requests, reply);
    if (isPublicWrite && has('guessLimit')) count(`write ${request.ip}`, limits.publicWrites, reply);
  };
}
