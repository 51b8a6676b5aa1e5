import fc, { type Arbitrary } from 'fast-check';

/**
 * Generates valid email addresses in lower case, with domains that cannot exist.
 *
 * @example
 * import fc from 'fast-check';
 * fc.assert(fc.property(emails(), (email) => /^[^@]+@[^@]+\.(test|example|invalid)$/.test(email)));
 */
export function emails(): Arbitrary<string> {
  const local = fc.stringMatching(/^[a-z][a-z0-9]{0,15}(?:[._+-][a-z0-9]{1,8}){0,2}$/);
  const domain = fc.stringMatching(/^[a-z][a-z0-9]{0,12}(?:-[a-z0-9]{1,6})?$/);
  return fc
    .tuple(local, domain, fc.constantFrom('test', 'example', 'invalid'))
    .map(([name, host, top]) => `${name}@${host}.${top}`);
}

/**
 * Generates slugs of letters, digits and single hyphens, from `minLength` to `maxLength` characters.
 *
 * @example
 * import fc from 'fast-check';
 * fc.assert(fc.property(slugs({ maxLength: 8 }), (slug) => slug.length <= 8));
 */
export function slugs({ minLength = 1, maxLength = 48 }: Lengths = {}): Arbitrary<string> {
  const inner = fc.string({
    unit: fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz0123456789-'),
    minLength,
    maxLength,
  });
  return inner.map((text) => text.replaceAll(/-(?=-)|^-|-$/g, 'x'));
}

/**
 * Generates names of people and organizations: printable, in many scripts, without surrounding space.
 *
 * @example
 * import fc from 'fast-check';
 * fc.assert(fc.property(displayNames(), (name) => name === name.trim()));
 */
export function displayNames({ minLength = 1, maxLength = 60 }: Lengths = {}): Arbitrary<string> {
  const word = fc.oneof(
    { weight: 4, arbitrary: fc.stringMatching(/^[A-Z][a-z]{1,11}$/) },
    fc.constantFrom(
      'Ångström',
      'O’Neill',
      'Müller-Lüdenscheidt',
      'Søren',
      '山田',
      'Ελένη',
      'Иванова',
      'محمد',
      'नीना',
      '김',
      'van',
      "D'Arcy",
    ),
  );
  const name = fc
    .array(word, { minLength: 1, maxLength: 8 })
    .map((words) => words.join(' ').slice(0, maxLength).trim());
  return name.map((text) => text.padEnd(minLength, 'x'));
}

/**
 * Generates names of tenants, as companies write them.
 *
 * @example
 * import fc from 'fast-check';
 * expect(fc.sample(tenantNames(), 3)).toHaveLength(3);
 */
export function tenantNames(): Arbitrary<string> {
  const suffix = fc.constantFrom('', ' Ltd', ' GmbH', ' & Sons', ', Inc.', ' S.à r.l.', ' 株式会社');
  return fc.tuple(displayNames({ maxLength: 40 }), suffix).map(([name, legal]) => name + legal);
}

export interface Lengths {
  readonly minLength?: number;
  readonly maxLength?: number;
}
