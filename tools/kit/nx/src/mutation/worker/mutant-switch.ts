import { isActiveFunction, loopFunction } from '../mutants/instrument.ts';

// Tests may replace the clock.
const now = performance.now.bind(performance);
const slot = Symbol.for('vouch.mutant-switch');
const passesBetweenLooks = 1024;

/** Chooses the mutant that the code of this worker executes, and records the mutants that are executed. */
export class MutantSwitch {
  /** Bytes by mutant: 1 if it was executed outside of attempts. */
  readonly outside: Uint8Array;
  #executed: Uint8Array;
  readonly #active: Uint8Array;
  #endAt = Number.POSITIVE_INFINITY;
  #passes = 0;

  /** Returns the switch of this worker. */
  static of(mutants: number): MutantSwitch {
    const slots = globalThis as { [slot]?: MutantSwitch };
    return (slots[slot] ??= new MutantSwitch(mutants).#install());
  }

  private constructor(mutants: number) {
    this.outside = new Uint8Array(mutants);
    this.#executed = this.outside;
    this.#active = new Uint8Array(mutants);
  }

  /** Begins an attempt with any number of mutants. Loops that pass the limit end with an error. */
  begin(mutants: readonly number[] = [], limit = Number.POSITIVE_INFINITY): void {
    this.#executed = new Uint8Array(this.outside.length);
    for (const mutant of mutants) this.#active[mutant] = 1;
    this.#endAt = now() + limit;
  }

  /** Ends the attempt. Returns the mutants that it executed. */
  end(): number[] {
    const executed = this.#executed;
    this.#executed = this.outside;
    this.#active.fill(0);
    this.#endAt = Number.POSITIVE_INFINITY;
    return indicesOf(executed);
  }

  executedOutside(): number[] {
    return indicesOf(this.outside);
  }

  #install(): this {
    const isActive = (mutant: number): boolean => {
      this.#executed[mutant] = 1;
      return this.#active[mutant] === 1;
    };
    const passLoop = (): void => {
      this.#passes += 1;
      if (this.#passes % passesBetweenLooks === 0 && now() > this.#endAt)
        throw new Error('The time limit ended a loop while a mutant was active.');
    };
    Object.assign(globalThis, { [isActiveFunction]: isActive, [loopFunction]: passLoop });
    return this;
  }
}

function indicesOf(flags: Uint8Array): number[] {
  return [...flags.entries()].filter(([, flag]) => flag === 1).map(([index]) => index);
}
