/** A programming error of the caller. */
export abstract class CacheError extends Error {
  constructor(message: string) {
    super(message);
    this.name = new.target.name;
  }
}

export class InvalidKeyError extends CacheError {
  constructor(what: string, given: string) {
    super(
      `A ${what} is 1..200 printable characters without spaces, not ${JSON.stringify(given.slice(0, 40))}.`,
    );
  }
}

export class InvalidLifetimeError extends CacheError {
  constructor(seconds: number) {
    super(`A lifetime is 1 s..30 days, not ${seconds} s.`);
  }
}

export class ValueTooLargeError extends CacheError {
  constructor(bytes: number, limit: number) {
    super(`The value takes ${bytes} bytes; at most ${limit} are kept.`);
  }
}
