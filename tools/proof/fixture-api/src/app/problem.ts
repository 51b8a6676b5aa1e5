import type { FastifyError, FastifyReply, FastifyRequest } from 'fastify';
import type { Has } from '../protections.ts';

/** An error that the API answers with. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string = code) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

const codes: Readonly<Record<number, string>> = {
  400: 'bad-request',
  413: 'payload-too-large',
  415: 'unsupported-media-type',
};

/** Answers every error as a problem document. Internal errors are described in the log alone. */
export function answerErrors(has: Has) {
  return (error: FastifyError | Problem, request: FastifyRequest, reply: FastifyReply): void => {
    const { status, code, message } = problemFor(error);
    if (status >= 500) request.log.error({ err: error }, 'request failed');
    const detail = status >= 500 && !has('hiddenErrors') ? error.message : message;
    const body = { type: `urn:problem:${code}`, title: code, status, code, detail, requestId: request.id };
    void reply.code(status).type('application/problem+json').send(body);
  };
}

function problemFor(error: FastifyError | Problem): Problem {
  if (error instanceof Problem) return error;
  if (error.validation) return new Problem(400, 'invalid-request');
  const code = codes[error.statusCode ?? 500];
  if (code === undefined) return new Problem(500, 'internal', 'Something went wrong.');
  return new Problem(error.statusCode ?? 500, code);
}

/** The schema of every problem, as the document has it. */
export const problemSchema = {
  title: 'Problem',
  type: 'object',
  required: ['type', 'title', 'status', 'code', 'requestId'],
  properties: {
    type: { type: 'string' },
    title: { type: 'string' },
    status: { type: 'integer' },
    code: { type: 'string' },
    detail: { type: 'string' },
    requestId: { type: 'string' },
  },
};
