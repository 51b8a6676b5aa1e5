import { runInNewContext } from 'node:vm';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Bounds, TypeShape } from '../../../../../contract-model/index.ts';
import { arbitraryOf } from './arbitrary-of.ts';

const text: TypeShape = { kind: 'string' };
const unknown: TypeShape = { kind: 'unknown' };
const optional = { name: 'b', isOptional: true, shape: text };
const date = { name: 'id', isOptional: false, shape: { kind: 'date' } } as const;

test.each<[TypeShape, Bounds | undefined, string]>([
  [text, undefined, 'fc.string()'],
  [text, { min: 1, max: 9 }, 'fc.string({ minLength: 1, maxLength: 9 })'],
  [text, { min: 9, max: 1 }, 'fc.string()'],
  [{ kind: 'number' }, { min: 1 }, 'fc.integer({ min: 1 })'],
  [{ kind: 'number' }, { min: 0.5, max: 1 }, 'fc.double({ min: 0.5, max: 1, noNaN: true })'],
  [{ kind: 'array', of: text }, { max: 2 }, 'fc.array(fc.string(), { maxLength: 2 })'],
  [
    { kind: 'union', of: [{ kind: 'literal', value: "it's" }, { kind: 'null' }] },
    undefined,
    'fc.oneof(fc.constant("it\'s"), fc.constant(null))',
  ],
  [
    {
      kind: 'union',
      of: [
        { kind: 'literal', value: 'a' },
        { kind: 'literal', value: 1 },
      ],
    },
    undefined,
    "fc.constantFrom('a', 1)",
  ],
  [
    { kind: 'object', properties: [date, optional] },
    undefined,
    "fc.record({ id: fc.date({ noInvalidDate: true }), b: fc.string() }, { requiredKeys: ['id'] })",
  ],
  [
    { kind: 'map', key: text, value: { kind: 'boolean' } },
    undefined,
    'fc.array(fc.tuple(fc.string(), fc.boolean())).map((entries) => new Map(entries))',
  ],
  [{ kind: 'any' }, undefined, 'fc.anything()'],
])('%j within %j', (shape, bounds, expected) => {
  const arbitrary = arbitraryOf(shape, bounds) ?? '';
  expect(arbitrary).toBe(expected);
  const made = runInNewContext(arbitrary, { fc }) as fc.Arbitrary<unknown>;
  expect(fc.sample(made, 10)).toHaveLength(10);
});

test.each<[TypeShape]>([
  [unknown],
  [{ kind: 'array', of: unknown }],
  [{ kind: 'function', returns: text }],
  [{ kind: 'string', isBranded: true }],
  [{ kind: 'parameter', name: 'T' }],
  [{ kind: 'record', key: { kind: 'literal', value: 'a' }, value: text }],
])('renders no value for %j', (shape) => {
  expect(arbitraryOf(shape)).toBeUndefined();
});

test('an unconstrained type parameter takes any value', () => {
  const shape = { kind: 'array', of: { kind: 'parameter', name: 'T' } } as const;
  expect(arbitraryOf(shape, {}, new Set(['T']))).toBe('fc.array(fc.anything())');
});
