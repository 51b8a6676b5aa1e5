import type { Bounds, TypeShape } from '../../../../contract-model/index.ts';

/** A fast-check arbitrary for values of a type, as text; `fc.anything()` where the type is not known. */
export function arbitraryOf(shape: TypeShape, bounds: Bounds = {}): string {
  switch (shape.kind) {
    case 'string':
      return `fc.string(${lengths(bounds)})`;
    case 'number':
      return `fc.integer(${optionsOf([
        ['min', bounds.min],
        ['max', bounds.max],
      ])})`;
    case 'array':
      return `fc.array(${[arbitraryOf(shape.of), lengths(bounds)].filter(Boolean).join(', ')})`;
    case 'set':
      return `fc.uniqueArray(${arbitraryOf(shape.of)}).map((items) => new Set(items))`;
    case 'literal':
      return `fc.constant(${JSON.stringify(shape.value).replaceAll('"', "'")})`;
    case 'union':
      return `fc.oneof(${shape.of.map((part) => arbitraryOf(part, bounds)).join(', ')})`;
    case 'tuple':
      return `fc.tuple(${shape.of.map((part) => arbitraryOf(part)).join(', ')})`;
    case 'record':
      return `fc.dictionary(fc.string(), ${arbitraryOf(shape.value)})`;
    case 'object':
      return `fc.record({ ${shape.properties.map(({ name, shape: of }) => `${name}: ${arbitraryOf(of)}`).join(', ')} })`;
    default:
      return plain[shape.kind] ?? 'fc.anything()';
  }
}

const plain: Partial<Record<TypeShape['kind'], string>> = {
  boolean: 'fc.boolean()',
  bigint: 'fc.bigInt()',
  null: 'fc.constant(null)',
  undefined: 'fc.constant(undefined)',
  date: 'fc.date()',
  bytes: 'fc.uint8Array()',
};

function lengths({ min, max }: Bounds): string {
  return optionsOf([
    ['minLength', min],
    ['maxLength', max],
  ]);
}

function optionsOf(options: readonly (readonly [string, number | undefined])[]): string {
  const given = options
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}: ${value ?? 0}`);
  return given.length === 0 ? '' : `{ ${given.join(', ')} }`;
}
