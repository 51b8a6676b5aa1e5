import { framesOf } from './origin.ts';

/** Something that a guard found, and how its finder may mend it. */
export interface Fault {
  /** Continues the sentence "This test (or file) …". */
  readonly what: string;
  readonly mend: string;
  /** Where it was done, so that the report shows the line. */
  readonly origin?: Error | undefined;
  readonly cause?: unknown;
}

/** Thrown by a guard; its stack is that of the guilty line where that is known. */
export class GuardError extends Error {
  override readonly name = 'GuardError';

  constructor(subject: string, { what, mend, origin, cause }: Fault) {
    super(`${subject.replace(/^the /, 'The ')} ${what}. ${mend}`, cause === undefined ? {} : { cause });
    this.stack = [`${this.name}: ${this.message}`, ...framesOf(origin)].join('\n');
  }
}

/** Throws what the guards found: one error by itself, several together. */
export function throwFaults(subject: string, faults: readonly Fault[]): void {
  const errors = faults.map((fault) => new GuardError(subject, fault));
  if (errors.length > 1) throw new AggregateError(errors, `${subject} broke ${errors.length} rules`);
  if (errors[0]) throw errors[0];
}
