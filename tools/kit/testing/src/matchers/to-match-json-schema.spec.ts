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

test('it distinguishes valid from invalid values, formats included', () => {
  expect({ email: 'a@b.test', role: 'owner' }).toMatchJsonSchema(user);
  expect({ email: 'no address', role: 'owner' }).not.toMatchJsonSchema(user);
  expect([1, 2]).toMatchJsonSchema({ type: 'array', prefixItems: [{ const: 1 }] });
});

test('it lists every invalid place', () => {
  expect(() => expect({ email: 'no address', role: 'boss', more: 1 }).toMatchJsonSchema(user)).toThrow(
    [
      'to match the schema, but:',
      '  /: must NOT have additional properties (more)',
      '  /email: must match format "email"',
      '  /role: must be equal to one of the allowed values (["owner","member"])',
    ].join('\n'),
  );
  expect(() => expect({}).toMatchJsonSchema(user)).toThrow("must have required property 'email'");
});

test('negated, it prints the value', () => {
  expect(() => expect(3).not.toMatchJsonSchema({ type: 'number' })).toThrow(
    'expected 3 not to match the schema {"type": "number"}',
  );
});
