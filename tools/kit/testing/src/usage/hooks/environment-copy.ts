/**
 * Tells copies of the environment from reads of single variables: a spread, `Object.entries` and `for … in` ask for all names
 * first, then for each in turn, and for its value at once. A pattern with a rest leaves out the names that it has taken.
 */
export class EnvironmentCopy {
  #names: readonly PropertyKey[] = [];
  #next = 0;
  #named: PropertyKey | undefined;
  #wantsValues = true;

  start(names: (string | symbol)[]): (string | symbol)[] {
    this.#names = names;
    this.#next = 0;
    this.#named = undefined;
    this.#wantsValues = true;
    void Promise.resolve().then(() => this.#end(names));
    return names;
  }

  /** Whether asking for the descriptor of `name` is the next step of a copy. */
  takesName(name: string): boolean {
    const at = this.#names.indexOf(name, this.#next);
    if (at < 0) return false;
    if (this.#named !== undefined) this.#wantsValues = false;
    this.#next = at + 1;
    this.#named = this.#wantsValues ? name : undefined;
    return true;
  }

  /** Whether reading `name` is. */
  takesValue(name: string): boolean {
    if (this.#named !== name) return false;
    this.#named = undefined;
    return true;
  }

  /** Copies are made in one go; a loop may have been left half-way. */
  #end(names: readonly PropertyKey[]): void {
    if (this.#names === names) this.#names = [];
  }
}
