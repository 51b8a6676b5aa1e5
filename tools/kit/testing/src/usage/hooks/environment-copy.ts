/**
 * Distinguishes copies of the environment from reads of single variables. A spread, `Object.entries` and `for … in`
 * read all names first, and then each name with its value. A pattern with a rest skips the names that it has taken.
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

  /** Returns whether reading the descriptor of `name` is the next step of a copy. */
  takesName(name: string): boolean {
    const at = this.#names.indexOf(name, this.#next);
    if (at < 0) return false;
    if (this.#named !== undefined) this.#wantsValues = false;
    this.#next = at + 1;
    this.#named = this.#wantsValues ? name : undefined;
    return true;
  }

  /** Returns whether reading the value of `name` is the next step of a copy. */
  takesValue(name: string): boolean {
    if (this.#named !== name) return false;
    this.#named = undefined;
    return true;
  }

  /** Ends the copy: it is made synchronously, and a loop may have stopped early. */
  #end(names: readonly PropertyKey[]): void {
    if (this.#names === names) this.#names = [];
  }
}
