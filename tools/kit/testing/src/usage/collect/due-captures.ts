/** A stack costs ten microseconds: it is not taken again for what is settled. */
export class DueCaptures {
  readonly #left = new Map<string, number>();
  readonly #unexplained = new Map<string, number>();

  isDue(key: string): boolean {
    return this.#left.get(key) !== 0;
  }

  /** How deep to look: less deep for what packages keep reading for themselves. */
  depth(key: string): number {
    return (this.#unexplained.get(key) ?? 0) < 64 ? 100 : 8;
  }

  /** Settled by one use at run time; several modules may read the same while they are evaluated. */
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
