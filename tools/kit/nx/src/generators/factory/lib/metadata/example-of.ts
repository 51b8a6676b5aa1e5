import type { Node, Type } from 'ts-morph';
import { literal } from '../model/value.ts';

/**
 * Returns the shortest valid value of a type, as code. `undefined` for types that cannot be written as code, and for
 * plain texts and numbers unless requested, because columns say more about those.
 */
export function exampleOf(type: Type, place: Node, plainToo: boolean): string | undefined {
  const bare = withoutBrands(type.getNonNullableType());
  const literal = literalOf(bare);
  if (literal !== undefined) return literal;
  if (bare.isAny() || bare.isUnknown()) return plainToo ? '{}' : undefined;
  if (!plainToo) return undefined;
  if (bare.isString()) return "'text'";
  if (bare.isNumber()) return '1';
  if (bare.isBoolean()) return 'false';
  if (bare.isBigInt()) return '1n';
  if (bare.isArray() || bare.isReadonlyArray()) return '[]';
  if (bare.getSymbol()?.getName() === 'Date') return 'new Date()';
  if (bare.isTuple()) return listOf(bare.getTupleElements().map((each) => exampleOf(each, place, true)));
  if (bare.isUnion()) return bare.getUnionTypes().flatMap((each) => exampleOf(each, place, true) ?? [])[0];
  return bare.isObject() ? objectOf(bare, place) : undefined;
}

/** Renders plain data only. An object with methods needs its own constructor. */
function objectOf(type: Type, place: Node): string | undefined {
  const properties = type.getProperties().filter((property) => !property.isOptional());
  const values = properties.map((property) => {
    const of = property.getTypeAtLocation(place);
    if (of.getCallSignatures().length > 0) return undefined;
    // A text without further information holds its property's name.
    return withoutBrands(of).isString() ? `'${property.getName()}'` : exampleOf(of, place, true);
  });
  if (type.getCallSignatures().length > 0 || values.includes(undefined)) return undefined;
  const entries = properties.map((property, index) => `${keyOf(property.getName())}: ${values[index] ?? ''}`);
  return entries.length === 0 ? '{}' : `{ ${entries.join(', ')} }`;
}

function literalOf(type: Type): string | undefined {
  const first = type.isUnion() && !type.isBoolean() ? type.getUnionTypes()[0] : type;
  if (!first?.isLiteral() || first.isBooleanLiteral()) return undefined;
  const value = first.getLiteralValue();
  return typeof value === 'string' ? literal(value).code : first.getText();
}

/** Strips brands: `string & Opt.Brand` is a string. */
function withoutBrands(type: Type): Type {
  if (!type.isIntersection()) return type;
  const own = type.getIntersectionTypes().filter((each) => each.getSymbol()?.getName() !== 'Brand');
  const [first] = own;
  return own.length === 1 && first ? first : type;
}

function listOf(values: readonly (string | undefined)[]): string | undefined {
  return values.includes(undefined) ? undefined : `[${values.join(', ')}]`;
}

function keyOf(name: string): string {
  return /^[a-z_$][\w$]*$/i.test(name) ? name : JSON.stringify(name);
}
