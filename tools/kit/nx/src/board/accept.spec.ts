import { expect, test } from 'vitest';
import { withRevision } from './accept.ts';

const promise = { id: 'Cache.get#returns', revision: '0a1b2c3d' };

/** A file with a test of the promise, a pending one, and one of another promise. */
function fileWith(revision: string): string {
  return `test('mine',{ meta: { promise: 'Cache.get#returns'${revision} }},() => {})
test.todo('later', { meta: { promise: 'Cache.get#returns', revision: 'old' } });
test("other", { meta: { promise: "Cache.get#remarks", revision: 'old' } }, () => {});
`;
}

test.each(['', ", revision: 'old'", ', revision: "00000000"'])(
  'the current revision replaces the earlier one of tests that run, and nothing else changes (%s)',
  (revision) => {
    expect(withRevision(fileWith(revision), promise)).toBe(fileWith(", revision: '0a1b2c3d'"));
  },
);
