import { expect, test } from 'vitest';

const user = {
  $id: 'user',
  type: 'object',
  required: ['email', 'role'],
  properties: {
    email: { type: 'string', format: 'email' },
    role: { enum: ['owner', 'member'] },
  },
  additionalProperties: false,
};

test('it tells valid from invalid, formats included', () => {
  expect({ email: 'a@b.test', role: 'owner' }).toMatchJsonSchema(user);
  expect({ email: 'nobody', role: 'owner' }).not.toMatchJsonSchema(user);
  expect([1, 2]).toMatchJsonSchema({ type: 'array', prefixItems: [{ const: 1 }] });
});

test('it names every place that is wrong', () => {
  expect(() => expect({ email: 'nobody', role: 'boss', more: 1 }).toMatchJsonSchema(user)).toThrow(
    [
      'to match the schema, but:',
      '  /: must NOT have additional properties (more)',
      '  /email: must match format "email"',
      '  /role: must be equal to one of the allowed values (["owner","member"])',
    ].join('\n'),
  );
  expect(() => expect({}).toMatchJsonSchema(user)).toThrow("must have required property 'email'");
});

test('negated, it says what matched', () => {
  expect(() => expect(3).not.toMatchJsonSchema({ type: 'number' })).toThrow(
    'expected 3 not to match the schema {"type": "number"}',
  );
});
