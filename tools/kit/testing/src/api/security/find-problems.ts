/**
 * Returns the words of the assertion error that a check rejects with, and nothing if it passes. Any other error, such as
 * that of a typo in the check, is thrown: it says nothing about the API.
 *
 * @example
 * expect(await problemOf(walk.checkAnyone())).toMatch(/^GET \/me: expected 200 to be 401/);
 */
export async function problemOf(check: Promise<unknown>): Promise<string | undefined> {
  try {
    await check;
    return undefined;
  } catch (error) {
    if (error instanceof Error && error.name === 'AssertionError') return error.message;
    throw error;
  }
}

/**
 * Runs checks one after the other, and returns the problems that they found, by the name of the check.
 *
 * @param newTarget - called for each check, so that none depends on what another did to its person
 *
 * @example
 * expect(await findProblems(attackChecks, () => attackTarget(api))).toEqual({});
 */
export async function findProblems<Target>(
  checks: Readonly<Record<string, (target: Target) => Promise<void>>>,
  newTarget: () => Promise<Target>,
): Promise<Record<string, string>> {
  const problems: Record<string, string> = {};
  for (const [name, check] of Object.entries(checks)) {
    const target = await newTarget();
    const problem = await problemOf(check(target)).catch((error: unknown) => {
      throw new Error(`The check "${name}" did not run to its end.`, { cause: error });
    });
    if (problem !== undefined) problems[name] = problem;
  }
  return problems;
}
