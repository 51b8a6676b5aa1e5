import { currentSandbox } from './current-sandbox.ts';
import { SandboxError } from './sandbox-error.ts';
import type { OpenSandbox } from './sandbox-ports.ts';

/** The sandboxes that something belongs to at the moment: one, unless tests run concurrently. */
export class OpenSandboxes {
  readonly #open = new Set<OpenSandbox>();

  add(sandbox: OpenSandbox): void {
    this.#open.add(sandbox);
  }

  delete(sandbox: OpenSandbox): void {
    this.#open.delete(sandbox);
  }

  /** The sandbox of the code that is running. */
  current(): OpenSandbox {
    const scoped = currentSandbox.getStore();
    if (scoped !== undefined && (scoped.closed || this.#open.has(scoped))) return scoped;
    const [first, ...others] = this.#open;
    if (first === undefined) throw new SandboxError(outsideTest);
    if (others.length > 0) throw new SandboxError(ambiguous([first, ...others]));
    return first;
  }

  /** The same, or undefined where it is not known. */
  find(): OpenSandbox | undefined {
    const [only, ...others] = this.#open;
    return currentSandbox.getStore() ?? (others.length === 0 ? only : undefined);
  }
}

const outsideTest = [
  'The database was used while no test with the fixture `db` was running.',
  'Rows made in beforeAll() or at the top of a file could not be rolled back: make them in the test, in beforeEach(),',
  'or in the `seed` of componentTest(), which goes into the template.',
].join('\n');

function ambiguous(open: readonly OpenSandbox[]): string {
  return [
    `The database was used by code that belongs to none of the ${open.length} concurrent tests that are running:`,
    ...open.map(({ testName }) => `    ${testName}`),
    'Async context was lost on the way (an event emitter or a queue made outside the test?), or only a hook asked for `db`.',
    'Ask for `db` in the test itself, or do not run these tests concurrently.',
  ].join('\n');
}
