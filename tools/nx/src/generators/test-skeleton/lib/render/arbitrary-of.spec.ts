import { expect, test } from 'vitest';
import type { Bounds, TypeShape } from '../../../../contract-model/index.ts';
import { arbitraryOf } from './arbitrary-of.ts';

const text: TypeShape = { kind: 'string' };

test.each<[TypeShape, Bounds | undefined, string]>([
  [text, undefined, 'fc.string()'],
  [text, { min: 1, max: 9 }, 'fc.string({ minLength: 1, maxLength: 9 })'],
  [{ kind: 'number' }, { min: 1 }, 'fc.integer({ min: 1 })'],
  [{ kind: 'array', of: text }, { max: 2 }, 'fc.array(fc.string(), { maxLength: 2 })'],
  [
    { kind: 'union', of: [{ kind: 'literal', value: 'a' }, { kind: 'null' }] },
    undefined,
    "fc.oneof(fc.constant('a'), fc.constant(null))",
  ],
  [
    { kind: 'object', properties: [{ name: 'id', isOptional: false, shape: { kind: 'date' } }] },
    undefined,
    'fc.record({ id: fc.date() })',
  ],
  [{ kind: 'unknown' }, undefined, 'fc.anything()'],
])('%j within %j', (shape, bounds, expected) => {
  expect(arbitraryOf(shape, bounds)).toBe(expected);
});
