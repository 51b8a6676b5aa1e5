import { ableTime } from './able-time.ts';
import type { MachineLoad } from './machine-load.ts';
import { type Machine, thisMachine } from './this-machine.ts';

/** A limit is stretched to ten times itself, and by no more than five minutes. */
const most = { factor: 10, ms: 300_000 };
/** A machine always keeps a program waiting for a little of the time. */
const negligible = 0.1;

/**
 * A time limit that counts only time in which the process could have run. On a machine that is idle, and where its load cannot
 * be read, it is a limit like any other.
 *
 * @example
 * const deadline = new Deadline(10_000);
 * while (!deadline.isOver()) if (await isReady()) return;
 * throw new Error(`The server was not ready within ${deadline.description}`);
 */
export class Deadline {
  readonly limit: number;
  readonly #machine: Machine;
  readonly #start: number;
  readonly #load: MachineLoad;
  #latest = { elapsed: 0, able: 0 };

  /** Begins to count at once. */
  constructor(limit: number, machine = thisMachine) {
    this.limit = Math.round(limit);
    this.#machine = machine;
    this.#start = machine.time();
    this.#load = machine.recentLoad();
  }

  /** Whether less than `margin` ms of the limit are left. The machine is looked at only where a plain limit would be over. */
  isOver(margin = 0): boolean {
    return this.remaining() <= margin;
  }

  /** How many ms are left at the least: after so long it is worth asking again. */
  remaining(): number {
    const elapsed = this.#machine.time() - this.#start;
    if (elapsed < this.limit) return this.limit - elapsed;
    const able = this.#ableOf(elapsed);
    this.#latest = { elapsed, able };
    if (able > elapsed * (1 - negligible)) return 0;
    return Math.max(Math.min(this.limit - able, longest(this.limit) - elapsed), 0);
  }

  /** Whether it went on for longer than its plain limit when it was last asked. */
  get isStretched(): boolean {
    const { elapsed, able } = this.#latest;
    return able < elapsed * (1 - negligible);
  }

  /** The limit as a person reads it, and why it was stretched, if it was. */
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
