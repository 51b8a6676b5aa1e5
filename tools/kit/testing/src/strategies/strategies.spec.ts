import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Hostility, hostileStrings, storableHostileStrings } from './hostile-strings.ts';
import { distinctIds, malformedIds, uuids } from './ids.ts';
import { displayNames, emails, slugs, tenantNames } from './names.ts';
import { moments, pages, periods } from './times.ts';

const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

function always<T>(arbitrary: fc.Arbitrary<T>, check: (value: T) => unknown): void {
  const property = fc.property(arbitrary, (value) => {
    check(value);
  });
  fc.assert(property, { numRuns: 200 });
}

test('emails have domains that cannot exist', () => {
  always(emails(), (email) =>
    expect(email).toMatch(/^[a-z][a-z0-9._+-]*[a-z0-9]?@[a-z][a-z0-9-]*\.(?:test|example|invalid)$/),
  );
});

test('slugs are well formed and have the requested lengths', () => {
  always(slugs(), (slug) => expect(slug).toMatch(/^[a-z0-9]+(?:-[a-z0-9]+)*$/));
  always(slugs({ minLength: 3, maxLength: 5 }), ({ length }) =>
    expect(length >= 3 && length <= 5).toBe(true),
  );
});

test('names are printable and trimmed', () => {
  always(displayNames(), (name) => expect(name).toMatch(/^\S(?:.*\S)?$/u));
  always(displayNames({ minLength: 2, maxLength: 9 }), ({ length }) =>
    expect(length >= 2 && length <= 9).toBe(true),
  );
  always(tenantNames(), (name) => expect(name.trim()).toBe(name));
});

test('ids are valid, and malformed ones are not', () => {
  always(uuids(), (id) => expect(id).toMatch(uuid));
  always(malformedIds(), (id) => expect(uuid.test(id) && !id.endsWith('\n')).toBe(false));
  always(distinctIds(), ([a, b]) => expect(a).not.toBe(b));
});

test('moments are valid, and periods run forward', () => {
  always(moments(), (moment) => expect(moment.getFullYear()).toBeGreaterThan(1999));
  always(periods(), ({ from, until }) => expect(from <= until).toBe(true));
  always(pages({ maxLimit: 7 }), ({ limit }) => expect(limit >= 1 && limit <= 7).toBe(true));
});

test.each<[Hostility, string]>([
  ['sql', "'; DROP TABLE users; --"],
  ['xss', '<script>alert(1)</script>'],
  ['path', '../../../etc/passwd'],
  ['unicode', '\u202Egnp.exe'],
  ['format', '__proto__'],
])('hostile strings of the kind %s contain %s', (kind, attack) => {
  const samples = fc.sample(hostileStrings(kind), { numRuns: 500, seed: 1 });
  expect(samples).toContain(attack);
  expect(samples.some((text) => text.includes(attack) && text !== attack)).toBe(true);
});

test('storable ones contain nothing that PostgreSQL rejects', () => {
  always(storableHostileStrings(), (text) =>
    expect(text.isWellFormed() && !text.includes('\u0000')).toBe(true),
  );
});
