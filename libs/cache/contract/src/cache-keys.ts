import type { Json } from './json.ts';

export interface CacheKeys {
  /**
   * Makes a key of whatever an answer depends on: a model and its settings, a prompt, a query.
   *
   * @param namespace - what kind of answer it is
   * @returns a valid key that starts with the namespace
   * @throws {@link InvalidKeyError} when the namespace is no valid key of at most 100 characters
   * @remarks
   * - The order of the properties makes no difference; that of lists does.
   * - Different parts make different keys.
   * - The parts cannot be read from the key.
   */
  keyOf(namespace: string, parts: Json): string;
}
