import { isDeepStrictEqual } from 'node:util';

/** A setting of the whole process that has a getter and a setter function. */
export interface Setting {
  /** The name in messages. */
  readonly name: string;
  /** The word in code that sets it. */
  readonly word: string;
  readonly read: () => unknown;
  readonly write: (value: unknown) => void;
  readonly isSame: (one: unknown, other: unknown) => boolean;
  /** True if messages show its value. */
  readonly isShown: boolean;
}

/** A setting whose value is data and appears in messages. */
export function shown<T>(name: string, word: string, read: () => T, write: (value: T) => void): Setting {
  return { ...hidden(name, word, read, write), isSame: isDeepStrictEqual, isShown: true };
}

/** A setting whose value is an object that is compared by identity. */
export function hidden<T>(name: string, word: string, read: () => T, write: (value: T) => void): Setting {
  return { name, word, read, write: (value) => write(value as T), isSame: Object.is, isShown: false };
}
