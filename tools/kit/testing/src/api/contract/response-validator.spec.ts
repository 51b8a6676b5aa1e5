import { expect, test } from 'vitest';
import type { ApiResponse } from '../caller.ts';
import { type Document, type Operation, operationsIn } from '../open-api.ts';
import { declaredBy, ResponseValidator, unseen } from './response-validator.ts';

const person = {
  type: 'object',
  required: ['name', 'since'],
  additionalProperties: false,
  properties: { name: { type: 'string' }, since: { type: 'string', format: 'date-time' } },
};
const codes = { properties: { code: { enum: ['unauthenticated'] } } };
const document = {
  paths: {
    '/me': {
      get: {
        responses: {
          '200': { content: { 'application/json': { schema: person } } },
          '401': { content: { 'application/problem+json': { schema: { allOf: [codes] } } } },
        },
      },
      delete: { responses: { '204': {} } },
    },
  },
  components: { schemas: {} },
} as unknown as Document;

const [get, remove] = operationsIn(document) as [Operation, Operation];
const me = { name: 'Ada', since: '2026-01-01T00:00:00Z' };

function responseOf(change: Partial<ApiResponse> = {}): ApiResponse {
  const headers = new Headers({ 'content-type': 'application/json; charset=utf-8' });
  return { status: 200, headers, text: 'some', json: me, ...change };
}

const problemsOf = (operation: Operation, change: Partial<ApiResponse> = {}): string =>
  new ResponseValidator(document).problemsOf({ operation, response: responseOf(change) }).join();

test('a response as it is declared has no problem', () => {
  expect(problemsOf(get)).toBe('');
  expect(problemsOf(remove, { status: 204, text: '' })).toBe('');
});

test.each<[string, Partial<ApiResponse>, string]>([
  ['an undeclared status', { status: 418 }, 'GET /me answered 418 without declaring it'],
  ['a missing field', { json: { since: me.since } }, "must have required property 'name'"],
  ['an undeclared field', { json: { ...me, passwordHash: 'x' } }, 'must NOT have additional properties'],
  ['another type', { json: { ...me, name: 1 } }, 'whose body/name must be string'],
  ['another format', { json: { ...me, since: 'yesterday' } }, '/since must match format "date-time"'],
  [
    'another media type',
    { headers: new Headers({ 'content-type': 'text/html' }) },
    'as text/html, and declares application/json',
  ],
])('%s is a problem', (_name, change, problem) => {
  expect(problemsOf(get, change)).toContain(problem);
});

test('another code is a problem', () => {
  const headers = new Headers({ 'content-type': 'application/problem+json' });
  expect(problemsOf(get, { status: 401, headers, json: { code: 'other' } })).toContain(
    'whose body/code must be equal to one of the allowed values',
  );
});

test('a body where none is declared is a problem', () => {
  expect(problemsOf(remove, { status: 204, text: '{}' })).toBe(
    'DELETE /me answered 204 with a body, and declares none',
  );
});

test('responses that no exchange shows are listed by operation, status and code', () => {
  const operations = [get, remove];
  expect(operations.flatMap(declaredBy)).toHaveLength(3);
  const seen = [{ operation: get, response: responseOf() }];
  expect(unseen(operations, seen)).toEqual(['GET /me 401 unauthenticated', 'DELETE /me 204']);
});
