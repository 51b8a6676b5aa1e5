/** A clock that only tests move. Stateful: create one per test. */
export class TestClock {
  #now = new Date();

  now(): Date {
    return this.#now;
  }

  advance({ days = 0, seconds = 0 }: { readonly days?: number; readonly seconds?: number }): void {
    this.#now = new Date(this.#now.getTime() + (days * 86_400 + seconds) * 1000);
  }
}
