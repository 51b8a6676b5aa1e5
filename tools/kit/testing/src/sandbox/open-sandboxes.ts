import { currentSandbox } from './current-sandbox.ts';
import { SandboxError } from './sandbox-error.ts';
import type { OpenSandbox } from './sandbox-ports.ts';

/** The open sandboxes of a pool or database: one, unless tests run concurrently. */
export class OpenSandboxes {
  readonly #open = new Set<OpenSandbox>();

  add(sandbox: OpenSandbox): void {
    this.#open.add(sandbox);
  }

  delete(sandbox: OpenSandbox): void {
    this.#open.delete(sandbox);
  }

  /** Returns the sandbox of the running code. */
  current(): OpenSandbox {
    const scoped = currentSandbox.getStore();
    if (scoped !== undefined && (scoped.closed || this.#open.has(scoped))) return scoped;
    const [first, ...others] = this.#open;
    if (first === undefined) throw new SandboxError(outsideTest);
    if (others.length > 0) throw new SandboxError(ambiguous([first, ...others]));
    return first;
  }

  /** Returns the sandbox of the running code, or undefined if it is not known. */
  find(): OpenSandbox | undefined {
    const [only, ...others] = this.#open;
    return currentSandbox.getStore() ?? (others.length === 0 ? only : undefined);
  }
}

const outsideTest = [
  'The database was used while no test with the fixture `db` was running.',
  'Rows from beforeAll() or from the top of a file could not be rolled back: create them in the test, in beforeEach(),',
  'or in the `seed` of componentTest(), which becomes part of the template.',
].join('\n');

function ambiguous(open: readonly OpenSandbox[]): string {
  return [
    `The database was used by code that belongs to none of the ${open.length} concurrent tests that are running:`,
    ...open.map(({ testName }) => `    ${testName}`),
    'The async context was lost (an event emitter or a queue from outside the test?), or only a hook uses `db`.',
    'Use `db` in the test itself, or do not run these tests concurrently.',
  ].join('\n');
}
