import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { randomSteps } from './random-steps.ts';
import { Subjects } from './subjects.ts';
import { isSilent, sideBySide } from './compare-answers.ts';

let subjects: Subjects;

beforeAll(async () => {
  subjects = await Subjects.open();
}, 60_000);

afterAll(() => subjects[Symbol.asyncDispose]());

test(
  'random statements are answered as by PostgreSQL, or blamed on the test',
  { timeout: 240_000 },
  async () => {
    let clean = 0;
    const property = fc.asyncProperty(randomSteps, async (steps) => {
      const comparison = await subjects.compare(steps);
      expect(isSilent(comparison), sideBySide(comparison)).toBe(false);
      if (comparison.blamed === '') clean += 1;
    });
    await fc.assert(property, { numRuns: 40 });
    // Blame ends the comparison, so most lists must run to their end.
    expect(clean).toBeGreaterThan(30);
  },
);
