/** What kind of answer an error is; the API makes an HTTP status of it. */
export type ErrorKind = 'invalid' | 'unauthenticated' | 'forbidden' | 'not-found' | 'conflict';

/** What an error tells whoever caused it. */
export interface CallerError extends Error {
  readonly kind: ErrorKind;
  readonly code: string;
  readonly advice: string;
}

/** For routes to say which errors they answer with. */
export type CallerErrorClass = new (about: string) => CallerError;

/** An error that a caller may see: its message and advice hold nothing that the caller did not send or may not know. */
export abstract class IdentityError extends Error implements CallerError {
  abstract readonly kind: ErrorKind;
  /** Stable, for programs. */
  abstract readonly code: string;
  /** What to do about it. */
  abstract readonly advice: string;

  constructor(message: string) {
    super(message);
    this.name = new.target.name;
  }
}
