import { oncePerWorker } from '../../worker/once-per-worker.ts';

/** Uses the real object: the observing proxy takes five times as long. */
const environment = oncePerWorker('usage-environment', () => process.env);

interface Writing {
  readonly original: string | undefined;
  readonly written: string | undefined;
}

/** The variables whose value was set by a test, and not by the environment of the run. */
export class OwnVariables {
  readonly #before: Readonly<NodeJS.ProcessEnv> = { ...environment };
  readonly #writings = new Map<string, Writing>();
  readonly #isGiven: (name: string) => boolean;

  /** `isGiven` returns true for variables that were set or removed by the test that started this process. */
  constructor(isGiven: (name: string) => boolean = () => false) {
    this.#isGiven = isGiven;
  }

  /** Compares the present value as well, because Vitest restores stubs without going through the proxy. */
  isOwn(name: string): boolean {
    const present = environment[name];
    const writing = this.#writings.get(name);
    if (writing !== undefined && writing.written === present) return true;
    const original = writing === undefined ? this.#before[name] : writing.original;
    return present !== original || this.#isGiven(name);
  }

  /** Records a write. Restoring the original value makes the variable the environment's again. */
  written(name: string, before: string | undefined, after: string | undefined): void {
    const writing = this.#writings.get(name);
    if (writing === undefined) this.#writings.set(name, { original: before, written: after });
    else if (writing.original === after) this.#writings.delete(name);
    else this.#writings.set(name, { original: writing.original, written: after });
  }
}
