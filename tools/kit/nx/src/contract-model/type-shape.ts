/** The shape of a type, as detailed as creating values requires, without running a type checker. */
export type TypeShape =
  | {
      readonly kind: PlainKind;
      /** A branded primitive: a plain value does not satisfy it. */ readonly isBranded?: true;
    }
  | { readonly kind: 'literal'; readonly value: string | number | boolean }
  | {
      readonly kind: 'array' | 'set' | 'promise' | 'iterable' | 'generator' | 'asyncIterable';
      readonly of: TypeShape;
    }
  | { readonly kind: 'tuple' | 'union'; readonly of: readonly TypeShape[] }
  | { readonly kind: 'record' | 'map'; readonly key: TypeShape; readonly value: TypeShape }
  | { readonly kind: 'object'; readonly properties: readonly PropertyShape[] }
  | { readonly kind: 'function'; readonly returns: TypeShape }
  /** A parameter of the member or the contract, or a type by that name that says what JSON can say. */
  | { readonly kind: 'parameter' | 'json'; readonly name: string };

export type PlainKind =
  | 'string'
  | 'number'
  | 'boolean'
  | 'bigint'
  | 'null'
  | 'undefined'
  | 'date'
  | 'bytes'
  | 'buffer'
  /** `unknown` and `any`: whatever it is, it will do. */
  | 'any'
  /** Not known here. */
  | 'unknown';

export interface PropertyShape {
  readonly name: string;
  readonly isOptional: boolean;
  readonly shape: TypeShape;
}

/** Removes `null` and `undefined` from a shape and reports which of them it had. */
export function withoutNullish(shape: TypeShape): {
  shape: TypeShape;
  empty: 'null' | 'undefined' | undefined;
} {
  if (shape.kind !== 'union') return { shape, empty: undefined };
  const rest = shape.of.filter(({ kind }) => kind !== 'null' && kind !== 'undefined');
  const empty = shape.of.find(({ kind }) => kind === 'null' || kind === 'undefined');
  const [only] = rest;
  return {
    shape: rest.length === 1 && only ? only : { kind: 'union', of: rest },
    empty: empty?.kind as 'null' | 'undefined' | undefined,
  };
}

/** The shape after awaiting: the value of a promise, or the shape itself. */
export function awaitedType(shape: TypeShape): TypeShape {
  return shape.kind === 'promise' ? awaitedType(shape.of) : shape;
}
