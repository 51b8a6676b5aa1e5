import type { MatcherState } from 'vitest';
import { expectation, type Expectation, show } from './expectation.ts';
import { type HttpResponse, readResponse } from './read-response.ts';

/** The expected members of a problem of RFC 9457, including extensions. */
export interface ExpectedProblem {
  readonly status?: number;
  readonly type?: unknown;
  readonly title?: unknown;
  readonly detail?: unknown;
  readonly instance?: unknown;
  readonly [extension: string]: unknown;
}

/**
 * Passes if an HTTP response is a problem by RFC 9457 (media type, equal status in response and body, `type` and
 * `title`) with the expected members. Accepts responses of `fetch` and of Fastify's `inject`. Await it.
 */
export async function toBeProblem(
  this: MatcherState,
  received: HttpResponse,
  expected: ExpectedProblem | number = {},
): Promise<Expectation> {
  const { status, contentType, body } = await readResponse(received);
  const wanted = typeof expected === 'number' ? { status: expected } : expected;
  const mismatches = [
    ...shapeMismatches(status, contentType, body),
    ...contentMismatches(this, body, wanted),
  ];
  return expectation(
    mismatches.length === 0,
    () =>
      `expected a problem response, but:\n${mismatches.map((mismatch) => `  ${mismatch}`).join('\n')}\nin ${status} ${show.call(this, body)}`,
    () => `expected no such problem response, but got ${status} ${show.call(this, body)}`,
    { actual: body, expected: wanted },
  );
}

function shapeMismatches(status: number, contentType: string, body: unknown): string[] {
  if (typeof body !== 'object' || body === null) return ['the body is no JSON object'];
  const { type = 'about:blank', title, status: inBody } = body as ExpectedProblem;
  return [
    ...(status >= 400 ? [] : [`the status is ${status}, which is no error`]),
    ...(/^application\/problem\+json\b/.test(contentType)
      ? []
      : [`the media type is "${contentType}", not application/problem+json`]),
    ...(inBody === undefined || inBody === status
      ? []
      : [`the body says status ${inBody}, the response ${status}`]),
    ...(typeof type === 'string' && URL.canParse(type, 'http://base.test')
      ? []
      : [`type is no URI: ${JSON.stringify(type)}`]),
    ...(typeof title === 'string' && title !== '' ? [] : ['title is missing']),
  ];
}

function contentMismatches(state: MatcherState, body: unknown, wanted: ExpectedProblem): string[] {
  const actual = (body ?? {}) as Readonly<Record<string, unknown>>;
  return Object.entries(wanted)
    .filter(([name, value]) => !state.equals(actual[name], value, state.customTesters))
    .map(([name, value]) => `${name} is ${show.call(state, actual[name])}, not ${show.call(state, value)}`);
}
