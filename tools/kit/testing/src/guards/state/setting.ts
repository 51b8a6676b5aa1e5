import { isDeepStrictEqual } from 'node:util';

/** Something that is set for the whole process by a call, and can be asked for. */
export interface Setting {
  /** How it is called in a message. */
  readonly name: string;
  /** What code contains that sets it. */
  readonly word: string;
  readonly read: () => unknown;
  readonly write: (value: unknown) => void;
  readonly isSame: (one: unknown, other: unknown) => boolean;
  /** Whether its value says something to a person. */
  readonly isShown: boolean;
}

/** A setting whose value is data, and part of the message. */
export function shown<T>(name: string, word: string, read: () => T, write: (value: T) => void): Setting {
  return { ...hidden(name, word, read, write), isSame: isDeepStrictEqual, isShown: true };
}

/** A setting that is one object or another. */
export function hidden<T>(name: string, word: string, read: () => T, write: (value: T) => void): Setting {
  return { name, word, read, write: (value) => write(value as T), isSame: Object.is, isShown: false };
}
