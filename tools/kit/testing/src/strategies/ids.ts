import fc, { type Arbitrary } from 'fast-check';

/** UUIDs of the versions that are in use, in lower case. */
export function uuids(): Arbitrary<string> {
  return fc.uuid({ version: [4, 7] });
}

/** What stands where an id should, but is none. */
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

/** Two different ids, for tests of who may reach whose. */
export function distinctIds(): Arbitrary<readonly [string, string]> {
  return fc.tuple(uuids(), uuids()).filter(([a, b]) => a !== b);
}
