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

/** Why there is no server, in words for the person who has to mend it. */
export class DatabaseProblem extends Error {
  override readonly name = 'DatabaseProblem';
  readonly code: ProblemCode;
  /** What is wrong. */
  readonly what: string;
  /** What to do about it. */
  readonly remedy: string;

  constructor(code: ProblemCode, what: string, remedy: string, options?: ErrorOptions) {
    super(`${what}\n  ${remedy}`, options);
    this.code = code;
    this.what = what;
    this.remedy = remedy;
  }
}
