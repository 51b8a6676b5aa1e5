import { STATUS_CODES } from 'node:http';
import { type ErrorKind, PublicError } from '@acme/platform-contract';
import { ConnectionException } from '@mikro-orm/core';
import type { FastifyError } from 'fastify';
import Type, { type Static } from 'typebox';

/** RFC 9457, with a code for programs, the fix, the request's id, and the invalid fields. */
export const ProblemSchema = Type.Object(
  {
    type: Type.String(),
    title: Type.String(),
    status: Type.Integer(),
    detail: Type.String(),
    code: Type.String(),
    fix: Type.String(),
    requestId: Type.String(),
    errors: Type.Optional(Type.Array(Type.Object({ at: Type.String(), message: Type.String() }))),
  },
  { title: 'Problem', additionalProperties: false },
);
export type Problem = Static<typeof ProblemSchema>;

const statusOf: Record<ErrorKind, number> = {
  invalid: 422,
  unauthenticated: 401,
  forbidden: 403,
  'not-found': 404,
  conflict: 409,
};

/** Returns the problem document for an error. It reveals nothing of an internal error but the request's id. */
export function problemOf(error: unknown, requestId: string): Problem {
  if (error instanceof PublicError)
    return problem(statusOf[error.kind], error.code, error.message, error.fix, requestId);
  const { validation, validationContext, statusCode, message } = fieldsOf<FastifyError>(error);
  if (validation) {
    const errors = validation.map((invalid) => ({
      at: `${validationContext ?? 'body'}${invalid.instancePath}`,
      message: invalid.message ?? 'is not valid',
    }));
    return {
      ...problem(400, 'invalid-request', 'The request does not match its schema.', seeDocs, requestId),
      errors,
    };
  }
  if (statusCode !== undefined && statusCode >= 400 && statusCode < 500) {
    const fix = statusCode === 429 ? 'The header Retry-After says for how many seconds to wait.' : seeDocs;
    return problem(statusCode, codeOf(statusCode), message ?? 'The request is not valid.', fix, requestId);
  }
  if (isTemporary(error))
    return problem(503, 'unavailable', 'The database cannot do this at the moment.', later, requestId);
  return problem(500, 'internal', 'Something went wrong on our side.', report, requestId);
}

/** Returns the problem document for a path that no route serves. */
export function routeNotFound(requestId: string): Problem {
  return problem(404, 'no-such-route', 'There is nothing at this address.', seeDocs, requestId);
}

const seeDocs = 'GET / links the description of every route.';
const later = 'Try again in a few seconds.';
const report = 'Try again; if it stays, report the request id.';

function problem(status: number, code: string, detail: string, fix: string, requestId: string): Problem {
  return { type: `urn:problem:${code}`, title: titleOf(status), status, detail, code, fix, requestId };
}

function titleOf(status: number): string {
  return STATUS_CODES[status] ?? 'Error';
}

function codeOf(status: number): string {
  return titleOf(status).toLowerCase().replaceAll(/\W+/g, '-');
}

/** True if the database is unreachable, overloaded, or aborted the statement because of others: a retry may succeed. */
function isTemporary(error: unknown): boolean {
  if (error instanceof ConnectionException) return true;
  const { code, message } = fieldsOf<{ code: string; message: string }>(error);
  return temporaryCodes.test(code ?? '') || temporaryMessages.test(message ?? '');
}

const temporaryCodes = /^(08...|57P0[123]|53300|40001|40P01|55P03|57014|ECONNREFUSED|ECONNRESET|EPIPE)$/;
const temporaryMessages =
  /timeout exceeded when trying to connect|Connection terminated|Query read timeout|is not queryable|was closed and is not/;

/** Any value can be thrown, also one without fields. */
function fieldsOf<Fields>(error: unknown): Partial<Fields> {
  return Object(error) as Partial<Fields>;
}
