import { expect } from 'vitest';

/** Expects a check to fail with an assertion error in these words. Any other error, such as a crash of its set-up, is not a finding. */
export async function expectFound(check: Promise<unknown>, finding: RegExp): Promise<void> {
  await expect(check).rejects.toMatchObject({
    name: 'AssertionError',
    message: expect.stringMatching(finding) as string,
  });
}
