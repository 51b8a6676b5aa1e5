import { problemOf } from '@acme/platform';
import { PublicError } from '@acme/platform-contract';
import { describe, expect, test } from 'vitest';

class SlugTakenError extends PublicError {
  readonly kind = 'conflict';
  readonly code = 'slug-taken';
  readonly fix = 'Choose another slug.';
}

describe('problemOf', () => {
  test('shows a public error with its code and fix', () => {
    expect(problemOf(new SlugTakenError('The slug is taken.'), 'id')).toEqual({
      type: 'urn:problem:slug-taken',
      title: 'Conflict',
      status: 409,
      code: 'slug-taken',
      detail: 'The slug is taken.',
      fix: 'Choose another slug.',
      requestId: 'id',
    });
  });

  test('names the fields that do not match the schema', () => {
    const error = Object.assign(new Error('x'), {
      validation: [{ instancePath: '/email', message: 'must be string' }],
      validationContext: 'body',
    });
    expect(problemOf(error, 'id')).toMatchObject({
      status: 400,
      errors: [{ at: 'body/email', message: 'must be string' }],
    });
  });

  test.each([
    new Error('relation "users" does not exist at postgres://app:secret@db'),
    Object.assign(new Error('secret'), { statusCode: 500 }),
    'secret',
    undefined,
  ])('reveals nothing of an internal error: %s', (error) => {
    const problem = problemOf(error, 'id');
    expect(problem).toMatchObject({ status: 500, code: 'internal', requestId: 'id' });
    expect(JSON.stringify(problem)).not.toMatch(/secret|users/);
  });

  test.each([
    { code: '57P01' },
    { code: '53300' },
    { code: '40P01' },
    { code: '57014' },
    { code: 'ECONNREFUSED' },
    { message: 'Connection terminated' },
  ])('asks to try again when the database is unreachable or busy: %j', (error) => {
    expect(problemOf(error, 'id')).toMatchObject({ status: 503, code: 'unavailable' });
  });
});
