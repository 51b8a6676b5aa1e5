import { afterAll, beforeAll, beforeEach, expect, test, vi } from 'vitest';
import { Clone } from '../trees/clone.ts';
import { optionSets } from './option-sets.ts';
import { proveArtefacts } from './prove-artefacts.ts';
import { provePublished, published } from './published.ts';

let clone: Clone;

beforeAll(() => {
  clone = new Clone();
});
beforeEach(() => {
  const log = vi.spyOn(console, 'log').mockReturnValue();
  return () => {
    log.mockRestore();
  };
});
afterAll(() => {
  clone[Symbol.dispose]();
});

/** `npm run bench -- artefacts` proves ten times as many. */
test(
  'what is generated from odd contracts, with 60 sets of options, passes all tools',
  { timeout: 900_000 },
  async () => {
    const proof = await proveArtefacts({ components: 60, seed: 2030 });
    expect(proof.faults).toEqual({ generators: [], tsc: [], eslint: [], vitest: [] });
    expect(proof.optionSets).toBe(60);
    expect(proof.artefacts).toBeGreaterThan(600);
  },
);

test('there are more than a hundred sets of options to choose from, and twenty files of others to try', () => {
  expect(optionSets.length).toBeGreaterThan(100);
  expect(published.length).toBeGreaterThanOrEqual(20);
});

test.each(published)('what is generated for %s passes the type check', { timeout: 120_000 }, async (path) => {
  expect(await provePublished(clone, path)).toMatchObject({ typeErrors: [] });
});
