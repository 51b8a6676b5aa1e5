/** A statement that a sandbox cannot run, or a mistake that a test must not leave unnoticed. */
export class SandboxError extends Error {
  override readonly name = 'SandboxError';
}
