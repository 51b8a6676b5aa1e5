import { oncePerWorker } from '../../worker/once-per-worker.ts';

/** Not the proxy that observes it, which takes five times as long. */
const environment = oncePerWorker('usage-environment', () => process.env);

interface Writing {
  readonly original: string | undefined;
  readonly written: string | undefined;
}

/** Which variables have the value that a test gave them, and not that of the environment of the run. */
export class OwnVariables {
  readonly #before: Readonly<NodeJS.ProcessEnv> = { ...environment };
  readonly #writings = new Map<string, Writing>();
  readonly #isGiven: (name: string) => boolean;

  /** `isGiven` names variables that were set or taken away by the test that started this process. */
  constructor(isGiven: (name: string) => boolean = () => false) {
    this.#isGiven = isGiven;
  }

  /** Vitest takes stubs back behind the back of whoever watches, so the present value counts as well. */
  isOwn(name: string): boolean {
    const present = environment[name];
    const writing = this.#writings.get(name);
    if (writing !== undefined && writing.written === present) return true;
    const original = writing === undefined ? this.#before[name] : writing.original;
    return present !== original || this.#isGiven(name);
  }

  /** A value that is given back to a variable makes it the environment's again. */
  written(name: string, before: string | undefined, after: string | undefined): void {
    const writing = this.#writings.get(name);
    if (writing === undefined) this.#writings.set(name, { original: before, written: after });
    else if (writing.original === after) this.#writings.delete(name);
    else this.#writings.set(name, { original: writing.original, written: after });
  }
}
