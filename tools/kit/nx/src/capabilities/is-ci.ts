/** True if `CI` is set. A missing capability, a focused test or an undeclared input then fails the run. */
export function isCi(env: NodeJS.ProcessEnv = process.env): boolean {
  return env.CI !== undefined && env.CI !== '' && env.CI !== 'false';
}
