/**
 * A statement that a sandbox cannot run, or a mistake that a test must not leave unnoticed.
 *
 * @example
 * const listening = Promise.reject(new SandboxError('A sandboxed test cannot run LISTEN'));
 * await expect(listening).rejects.toThrow(SandboxError);
 */
export class SandboxError extends Error {
  override readonly name = 'SandboxError';
}
