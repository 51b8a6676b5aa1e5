export type ProblemCode =
  | 'binaries-missing'
  | 'binaries-broken'
  | 'container-failed'
  | 'data-in-use'
  | 'data-of-other-version'
  | 'disk-full'
  | 'engine-silent'
  | 'image-missing'
  | 'looks-like-production'
  | 'no-permission'
  | 'no-server'
  | 'port-taken'
  | 'server-failed'
  | 'shared-memory-too-small'
  | 'too-many-connections'
  | 'unsafe-folder'
  | 'wrong-password'
  | 'wrong-setting'
  | 'wrong-version';

/**
 * The reason why a server is not available, and the fix.
 *
 * @example
 * const taken = new ServerProblem('port-taken', 'Port 5432 is taken.', 'Run ss -ltnp.');
 * expect(taken.message).toBe('Port 5432 is taken.\n  Run ss -ltnp.');
 */
export class ServerProblem extends Error {
  override readonly name = 'ServerProblem';
  readonly code: ProblemCode;
  /** The problem in one sentence. */
  readonly what: string;
  /** The command or change that solves it. */
  readonly fix: string;

  constructor(code: ProblemCode, what: string, fix: string, options?: ErrorOptions) {
    super(`${what}\n  ${fix}`, options);
    this.code = code;
    this.what = what;
    this.fix = fix;
  }
}
