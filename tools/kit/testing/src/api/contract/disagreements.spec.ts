import { expect, test } from 'vitest';
import type { Document, JsonSchema } from '../open-api.ts';
import { disagreements } from './disagreements.ts';

const UserSchema: JsonSchema = { type: 'object', properties: { name: { type: 'string', maxLength: 100 } } };
const NewUserSchema: JsonSchema = { type: 'object', properties: { name: { type: 'string' } } };
const PageSchema: JsonSchema = { type: 'object', properties: { limit: { type: 'integer' } } };
const contracts = { UserSchema, NewUserSchema, PageSchema, other: 1 };
const status: JsonSchema = { title: 'Status', type: 'object' };

function documentWith({
  body = NewUserSchema,
  user = UserSchema,
  query = 'limit',
}: {
  body?: JsonSchema;
  user?: JsonSchema;
  query?: string;
} = {}): Document {
  const json = (schema: JsonSchema) => ({ content: { 'application/json': { schema } } });
  return {
    paths: {
      '/users': {
        post: { requestBody: json(body), responses: { '201': json(user) } },
        get: {
          parameters: [{ in: 'query', name: query }],
          responses: { '200': json({ type: 'array', items: user }) },
        },
      },
      '/ready': { get: { responses: { '200': json(status) } } },
    },
    components: { schemas: {} },
  };
}

test('a document with exactly the schemas of the contracts has no problem', () => {
  expect(disagreements(documentWith(), contracts, ['Status'])).toEqual([]);
});

test('a schema that no contract exports is a problem', () => {
  expect(disagreements(documentWith(), contracts)).toEqual([
    'GET /ready 200: no contract exports the schema',
  ]);
});

test('a schema that differs from that of its contract is a problem in either direction', () => {
  const shorter = { ...UserSchema, properties: { name: { type: 'string', maxLength: 99 } } };
  expect(disagreements(documentWith({ user: shorter }), contracts, ['Status'])).toEqual([
    'POST /users 201: no contract exports the schema',
    'GET /users 200: no contract exports the schema',
    'UserSchema: no route has the schema',
  ]);
});

test('a body that no contract exports is a problem', () => {
  expect(disagreements(documentWith({ body: { type: 'object' } }), contracts, ['Status'])).toEqual([
    'POST /users body: no contract exports the schema',
    'NewUserSchema: no route has the schema',
  ]);
});

test('a query with other parameters is a problem', () => {
  expect(disagreements(documentWith({ query: 'page' }), contracts, ['Status'])).toEqual([
    'GET /users query: no contract exports the schema',
    'PageSchema: no route has the schema',
  ]);
});
