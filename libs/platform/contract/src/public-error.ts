/** The kind of a public error; the API maps it to an HTTP status. */
export type ErrorKind = 'invalid' | 'unauthenticated' | 'forbidden' | 'not-found' | 'conflict';

/** An error that clients see: its message and its fix hold only data that the client sent or may know. */
export abstract class PublicError extends Error {
  abstract readonly kind: ErrorKind;
  /** Stable, for programs. */
  abstract readonly code: string;
  /** How the client can solve the problem. */
  abstract readonly fix: string;

  constructor(message: string) {
    super(message);
    this.name = new.target.name;
  }
}

/** A public error that a route declares. */
export type PublicErrorClass = new (about: string) => PublicError;
