import { ableTime } from './able-time.ts';
import type { MachineLoad } from './machine-load.ts';
import { type Machine, thisMachine } from './this-machine.ts';

/** A limit is stretched to at most ten times itself, and by at most five minutes. */
const most = { factor: 10, ms: 300_000 };
/** The share of the time that every machine keeps programs waiting. */
const negligible = 0.1;

/**
 * A time limit that counts only the time in which the process could have run. It is a normal limit on an idle
 * machine, and on one whose load cannot be read.
 *
 * @example
 * const deadline = new Deadline(10_000);
 * let attempts = 0;
 * while (!deadline.isOver() && attempts < 3) attempts += 1;
 * expect(deadline.description).toBe('10 s');
 */
export class Deadline {
  readonly limit: number;
  readonly #machine: Machine;
  readonly #start: number;
  readonly #load: MachineLoad;
  #latest = { elapsed: 0, able: 0 };

  /** Starts to count at once. */
  constructor(limit: number, machine = thisMachine) {
    this.limit = Math.round(limit);
    this.#machine = machine;
    this.#start = machine.time();
    this.#load = machine.recentLoad();
  }

  /**
   * Returns whether at most `margin` ms of the limit are left. The load is read only when a normal limit would be
   * over.
   */
  isOver(margin = 0): boolean {
    return this.remaining() <= margin;
  }

  /** Returns the least number of ms that are left, after which to ask again. */
  remaining(): number {
    const elapsed = this.#machine.time() - this.#start;
    if (elapsed < this.limit) return this.limit - elapsed;
    const able = this.#ableOf(elapsed);
    this.#latest = { elapsed, able };
    if (able > elapsed * (1 - negligible)) return 0;
    return Math.max(Math.min(this.limit - able, longest(this.limit) - elapsed), 0);
  }

  /** True if it exceeded its normal limit when it was last asked. */
  get isStretched(): boolean {
    const { elapsed, able } = this.#latest;
    return able < elapsed * (1 - negligible);
  }

  /** The limit as text, with the reason if it was stretched. */
  get description(): string {
    const { elapsed, able } = this.#latest;
    const plain = inWords(this.limit);
    if (!this.isStretched) return plain;
    const pressure = Math.round((1 - able / elapsed) * 100);
    return `${plain}, stretched to ${inWords(elapsed)} because the machine was busy (CPU pressure ${pressure} %)`;
  }

  #ableOf(elapsed: number): number {
    const now = this.#machine.presentLoad();
    const watched = now.at - this.#load.at;
    return watched > 0 ? elapsed * (ableTime(this.#load, now) / watched) : elapsed;
  }
}

function longest(limit: number): number {
  return Math.min(limit * most.factor, limit + most.ms);
}

function inWords(ms: number): string {
  if (ms < 1_000) return `${Math.round(ms)} ms`;
  return `${Number((ms / 1_000).toFixed(ms < 10_000 ? 1 : 0))} s`;
}
