/** Decides when to capture a stack, which takes ten microseconds: not again after a use is settled. */
export class DueCaptures {
  readonly #left = new Map<string, number>();
  readonly #unexplained = new Map<string, number>();

  isDue(key: string): boolean {
    return this.#left.get(key) !== 0;
  }

  /** Returns the depth of the stack: smaller for values that packages keep reading for themselves. */
  depth(key: string): number {
    return (this.#unexplained.get(key) ?? 0) < 64 ? 100 : 8;
  }

  /** Settles a use at run time at once. While modules are evaluated, several of them may read the same. */
  explained(key: string, whileEvaluating: boolean): void {
    this.#left.set(key, whileEvaluating ? (this.#left.get(key) ?? 8) - 1 : 0);
  }

  unexplained(key: string): void {
    this.#unexplained.set(key, (this.#unexplained.get(key) ?? 0) + 1);
  }

  settle(key: string): void {
    this.#left.set(key, 0);
  }
}
