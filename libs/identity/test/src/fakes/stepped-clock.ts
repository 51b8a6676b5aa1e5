/** Time that stands still until it is told to go on. Stateful: make one per test. */
export class SteppedClock {
  #now = new Date();

  now(): Date {
    return this.#now;
  }

  goOn({ days = 0, seconds = 0 }: { readonly days?: number; readonly seconds?: number }): void {
    this.#now = new Date(this.#now.getTime() + (days * 86_400 + seconds) * 1000);
  }
}
