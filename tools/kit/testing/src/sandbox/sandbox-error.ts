/** What code under test did that a sandbox cannot allow, or that it would have to answer for in production. */
export class SandboxError extends Error {
  override readonly name = 'SandboxError';
}
