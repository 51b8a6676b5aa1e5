import { framesOf } from './origin.ts';

/** Something that a guard found, and how its finder may fix it. */
export interface GuardProblem {
  /** Continues the sentence "This test (or file) …". */
  readonly what: string;
  readonly fix: string;
  /** Where it was done, so that the report shows the line. */
  readonly origin?: Error | undefined;
  readonly cause?: unknown;
}

/** Thrown by a guard; its stack is that of the reported line where that is known. */
export class GuardError extends Error {
  override readonly name = 'GuardError';

  constructor(subject: string, { what, fix, origin, cause }: GuardProblem) {
    super(`${subject.replace(/^the /, 'The ')} ${what}. ${fix}`, cause === undefined ? {} : { cause });
    this.stack = [`${this.name}: ${this.message}`, ...framesOf(origin)].join('\n');
  }
}

/** Throws what the guards found: one error by itself, several together. */
export function throwGuardProblems(subject: string, problems: readonly GuardProblem[]): void {
  const errors = problems.map((problem) => new GuardError(subject, problem));
  if (errors.length > 1) throw new AggregateError(errors, `${subject} broke ${errors.length} rules`);
  if (errors[0]) throw errors[0];
}
