import { SlugTakenError } from '@acme/identity-contract';
import { describe, expect, it } from 'vitest';
import { problemOf } from './problem.ts';

describe('problemOf', () => {
  it('tells a contract’s error with its code and what to do', () => {
    expect(problemOf(new SlugTakenError('kestrel'), 'id')).toEqual({
      type: 'urn:problem:slug-taken',
      title: 'Conflict',
      status: 409,
      code: 'slug-taken',
      detail: 'The slug "kestrel" is taken.',
      advice: 'Choose another slug.',
      requestId: 'id',
    });
  });

  it('says where a request does not match its schema', () => {
    const error = Object.assign(new Error('x'), {
      validation: [{ instancePath: '/email', message: 'must be string' }],
      validationContext: 'body',
    });
    expect(problemOf(error, 'id')).toMatchObject({
      status: 400,
      errors: [{ at: 'body/email', message: 'must be string' }],
    });
  });

  it.each([
    new Error('relation "users" does not exist at postgres://app:secret@db'),
    Object.assign(new Error('secret'), { statusCode: 500 }),
    'secret',
    undefined,
  ])('tells nothing of what it does not know: %s', (error) => {
    const problem = problemOf(error, 'id');
    expect(problem).toMatchObject({ status: 500, code: 'internal', requestId: 'id' });
    expect(JSON.stringify(problem)).not.toMatch(/secret|users/);
  });

  it.each([
    { code: '57P01' },
    { code: '53300' },
    { code: '40P01' },
    { code: '57014' },
    { code: 'ECONNREFUSED' },
    { message: 'Connection terminated' },
  ])('asks for patience when the database is away or others are in the way: %j', (error) => {
    expect(problemOf(error, 'id')).toMatchObject({ status: 503, code: 'unavailable' });
  });
});
