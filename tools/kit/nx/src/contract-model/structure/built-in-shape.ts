import type { TypeShape } from '../type-shape.ts';

type Make = (first: TypeShape, second: TypeShape) => TypeShape;

const unknown: TypeShape = { kind: 'unknown' };

const promise: Make = (of) => ({ kind: 'promise', of });
const array: Make = (of) => ({ kind: 'array', of });
const set: Make = (of) => ({ kind: 'set', of });
const map: Make = (key, value) => ({ kind: 'map', key, value });
const iterable: Make = (of) => ({ kind: 'iterable', of });
const generator: Make = (of) => ({ kind: 'generator', of });
const asyncIterable: Make = (of) => ({ kind: 'asyncIterable', of });
const same: Make = (of) => of;

const builtIns = new Map<string, Make>([
  ['Promise', promise],
  ['PromiseLike', promise],
  ['Array', array],
  ['ReadonlyArray', array],
  ['Set', set],
  ['ReadonlySet', set],
  ['Map', map],
  ['ReadonlyMap', map],
  ['Record', record],
  ['Iterable', iterable],
  ['IterableIterator', generator],
  ['Generator', generator],
  ['AsyncIterable', asyncIterable],
  ['AsyncIterableIterator', asyncIterable],
  ['AsyncGenerator', asyncIterable],
  ['Readonly', same],
  ['Required', same],
  ['NoInfer', same],
  ['Partial', optional],
  ['Date', () => ({ kind: 'date' })],
  ['Uint8Array', () => ({ kind: 'bytes' })],
  ['Buffer', () => ({ kind: 'buffer' })],
]);

/** Returns the shape of a type from the language or its standard library. */
export function builtInShape(
  name: string,
  [first = unknown, second = unknown]: readonly TypeShape[],
): TypeShape {
  return builtIns.get(name)?.(first, second) ?? unknown;
}

/** A record with known keys is an object. */
function record(key: TypeShape, value: TypeShape): TypeShape {
  const keys = key.kind === 'union' ? key.of : [key];
  const names = keys.flatMap((each) =>
    each.kind === 'literal' && typeof each.value === 'string' ? [each.value] : [],
  );
  if (names.length < keys.length) return { kind: 'record', key, value };
  const properties = names.map((name) => ({ name: JSON.stringify(name), isOptional: false, shape: value }));
  return { kind: 'object', properties };
}

function optional(shape: TypeShape): TypeShape {
  if (shape.kind !== 'object') return shape;
  return {
    kind: 'object',
    properties: shape.properties.map((property) => ({ ...property, isOptional: true })),
  };
}
