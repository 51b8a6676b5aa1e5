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

/** `npm run bench -- artefacts` proves ten times as many, and all published files. */
test(
  'files generated from odd contracts with 15 option sets pass all tools',
  { timeout: 900_000 },
  async () => {
    const proof = await proveArtefacts({ components: 15, seed: 2030 });
    expect(proof.problems).toEqual({ generators: [], tsc: [], eslint: [], vitest: [] });
    expect(proof.optionSets).toBe(15);
    expect(proof.artefacts).toBeGreaterThan(150);
  },
);

test('there are more than a hundred option sets and twenty published files to choose from', () => {
  expect(optionSets.length).toBeGreaterThan(100);
  expect(published.length).toBeGreaterThanOrEqual(20);
});

test.each(published.filter((_, index) => index % 3 === 0))(
  'files generated for %s pass the type check',
  { timeout: 120_000 },
  async (path) => {
    expect(await provePublished(clone, path)).toMatchObject({ typeErrors: [] });
  },
);
