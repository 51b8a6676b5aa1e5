import { framesOf } from './origin.ts';

/** A problem that a guard found, with its fix. */
export interface GuardProblem {
  /** Continues the sentence "This test (or file) …". */
  readonly what: string;
  readonly fix: string;
  /** The position of the code, for the report. */
  readonly origin?: Error | undefined;
  readonly cause?: unknown;
}

/** An error that a guard throws. Its stack is that of the code that caused the problem, if it is known. */
export class GuardError extends Error {
  override readonly name = 'GuardError';

  constructor(subject: string, { what, fix, origin, cause }: GuardProblem) {
    super(`${subject.replace(/^the /, 'The ')} ${what}. ${fix}`, cause === undefined ? {} : { cause });
    this.stack = [`${this.name}: ${this.message}`, ...framesOf(origin)].join('\n');
  }
}

/** Throws the problems: a single error alone, several as one. */
export function throwGuardProblems(subject: string, problems: readonly GuardProblem[]): void {
  const errors = problems.map((problem) => new GuardError(subject, problem));
  if (errors.length > 1) throw new AggregateError(errors, `${subject} broke ${errors.length} rules`);
  if (errors[0]) throw errors[0];
}
