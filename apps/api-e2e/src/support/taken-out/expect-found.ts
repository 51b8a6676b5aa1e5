import { expect } from 'vitest';

/** Expects a check to fail by an expectation of its own, in these words: what crashes has found nothing. */
export async function expectFound(check: Promise<unknown>, finding: RegExp): Promise<void> {
  await expect(check).rejects.toMatchObject({
    name: 'AssertionError',
    message: expect.stringMatching(finding) as string,
  });
}
