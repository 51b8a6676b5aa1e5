import type { Bounds, PropertyShape, TypeShape } from '../../../../../contract-model/index.ts';
import { allDefined } from '../../../../lib/all-defined.ts';
import { quote } from '../../../../lib/quote.ts';

/** Longer arbitraries are unreadable in a test. */
const longest = 600;

/**
 * Renders a fast-check arbitrary for a type. `undefined` if the type is unknown. `anything` contains the names of
 * unconstrained type parameters.
 */
export function arbitraryOf(
  shape: TypeShape,
  bounds: Bounds = {},
  anything: ReadonlySet<string> = new Set(),
): string | undefined {
  const text = render(shape, bounds, (part) => arbitraryOf(part, {}, anything), anything);
  return text === undefined || text.length > longest ? undefined : text;
}

type Inner = (shape: TypeShape) => string | undefined;

function render(
  shape: TypeShape,
  bounds: Bounds,
  inner: Inner,
  anything: ReadonlySet<string>,
): string | undefined {
  switch (shape.kind) {
    case 'string':
      return shape.isBranded ? undefined : `fc.string(${lengths(bounds)})`;
    case 'number':
      return shape.isBranded ? undefined : numberWithin(bounds);
    case 'parameter':
      return anything.has(shape.name) ? 'fc.anything()' : undefined;
    case 'json':
      return `fc.jsonValue() as fc.Arbitrary<${shape.name}>`;
    case 'literal':
      return `fc.constant(${literal(shape.value)})`;
    case 'union':
      return unionOf(shape.of, (part) => render(part, bounds, inner, anything));
    case 'object':
      return recordOf(shape.properties, inner);
    case 'tuple':
      return allDefined(shape.of.map(inner), (parts) => `fc.tuple(${parts.join(', ')})`);
    default:
      return 'of' in shape || 'key' in shape ? collectionOf(shape, bounds, inner) : plain[shape.kind];
  }
}

type Collection = Extract<TypeShape, { of: TypeShape } | { key: TypeShape }>;

function collectionOf(shape: Collection, bounds: Bounds, inner: Inner): string | undefined {
  if ('key' in shape) return keyedOf(shape, inner);
  const of = inner(shape.of);
  if (of === undefined || ['asyncIterable', 'generator', 'promise'].includes(shape.kind)) return undefined;
  if (shape.kind === 'set') return `fc.array(${of}).map((items) => new Set(items))`;
  return `fc.array(${[of, lengths(bounds)].filter(Boolean).join(', ')})`;
}

function keyedOf(
  { kind, key, value }: Extract<TypeShape, { key: TypeShape }>,
  inner: Inner,
): string | undefined {
  const [keys, values] = [inner(key), inner(value)];
  if (keys === undefined || values === undefined) return undefined;
  if (kind === 'map') return `fc.array(fc.tuple(${keys}, ${values})).map((entries) => new Map(entries))`;
  return key.kind === 'string' ? `fc.dictionary(${keys}, ${values})` : undefined;
}

const plain: Partial<Record<TypeShape['kind'], string>> = {
  any: 'fc.anything()',
  boolean: 'fc.boolean()',
  bigint: 'fc.bigInt()',
  null: 'fc.constant(null)',
  undefined: 'fc.constant(undefined)',
  date: 'fc.date({ noInvalidDate: true })',
  bytes: 'fc.uint8Array()',
  buffer: 'fc.uint8Array().map((bytes) => Buffer.from(bytes))',
};

function numberWithin({ min, max }: Bounds): string {
  const limits = [min, max].filter((limit) => limit !== undefined);
  const isInteger = limits.every((limit) => Number.isSafeInteger(limit));
  const given = within(['min', min], ['max', max]);
  return isInteger
    ? `fc.integer(${optionsOf(given)})`
    : `fc.double(${optionsOf([...given, ['noNaN', true]])})`;
}

function lengths({ min, max }: Bounds): string {
  return optionsOf(within(['minLength', min], ['maxLength', max]));
}

type Limit = readonly [string, number | boolean | undefined];

/** Ignores limits that contradict each other. */
function within(min: Limit, max: Limit): Limit[] {
  return Number(min[1] ?? 0) > Number(max[1] ?? Infinity) ? [] : [min, max];
}

function unionOf(parts: readonly TypeShape[], inner: Inner): string | undefined {
  const literals = parts.filter((part) => part.kind === 'literal');
  if (literals.length === parts.length)
    return `fc.constantFrom(${literals.map(({ value }) => literal(value)).join(', ')})`;
  return allDefined(parts.map(inner), (texts) => `fc.oneof(${texts.join(', ')})`);
}

function recordOf(properties: readonly PropertyShape[], inner: Inner): string | undefined {
  const texts = properties.map(({ name, shape }) =>
    allDefined([inner(shape)], ([text = '']) => `${name}: ${text}`),
  );
  const required = properties.filter(({ isOptional }) => !isOptional).map(({ name }) => keyOf(name));
  const options = required.length < properties.length ? `, { requiredKeys: [${required.join(', ')}] }` : '';
  return allDefined(texts, (parts) => `fc.record({ ${parts.join(', ')} }${options})`);
}

/** Renders a property name, quoted or not in the source, as a value. */
function keyOf(name: string): string {
  return /^['"]/.test(name) ? name : quote(name);
}

function literal(value: string | number | boolean): string {
  return typeof value === 'string' ? quote(value) : String(value);
}

function optionsOf(limits: readonly Limit[]): string {
  const given = limits.filter(([, value]) => value !== undefined).map(([name, value]) => `${name}: ${value}`);
  return given.length === 0 ? '' : `{ ${given.join(', ')} }`;
}
