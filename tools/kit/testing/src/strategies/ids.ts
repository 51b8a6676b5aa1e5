import fc, { type Arbitrary } from 'fast-check';

/**
 * Generates UUIDs of the common versions, in lower case.
 *
 * @example
 * import fc from 'fast-check';
 * fc.assert(fc.property(uuids(), (id) => id.length === 36));
 */
export function uuids(): Arbitrary<string> {
  return fc.uuid({ version: [4, 7] });
}

/**
 * Generates invalid ids.
 *
 * @example
 * import fc from 'fast-check';
 * const isUuid = (id: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id);
 * fc.assert(fc.property(malformedIds(), (id) => !isUuid(id)));
 */
export function malformedIds(): Arbitrary<string> {
  const almost = uuids().chain((id) =>
    fc.constantFrom(
      id.slice(1),
      `${id}0`,
      id.replace('-', ''),
      id.replace(/^./, 'g'),
      `${id}'`,
      `{${id}}`,
      ` ${id}`,
      `${id}\n`,
      id.replaceAll('-', '_'),
    ),
  );
  return fc.oneof(
    almost,
    fc.constantFrom('', '0', '-1', 'null', 'undefined', 'NaN', '[object Object]', '../1', '1 OR 1=1', '%00'),
  );
}

/**
 * Generates pairs of different ids, for tests of two tenants.
 *
 * @example
 * import fc from 'fast-check';
 * fc.assert(fc.property(distinctIds(), ([one, other]) => one !== other));
 */
export function distinctIds(): Arbitrary<readonly [string, string]> {
  return fc.tuple(uuids(), uuids()).filter(([a, b]) => a !== b);
}
