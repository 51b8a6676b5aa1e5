import { becomeApp } from './pinned-client.ts';
import { SandboxError } from './sandbox-error.ts';
import type { SandboxTarget } from './target.ts';
import type { Wire } from './wire.ts';

/** As whom the test's connection works: the application role, unless the administrator borrows it for a turn. */
export class ConnectionUser {
  readonly #wire: Wire;
  readonly #target: SandboxTarget;
  #asAdmin = false;

  constructor(wire: Wire, target: SandboxTarget) {
    this.#wire = wire;
    this.#target = target;
  }

  become(who: 'admin' | 'app'): void {
    if ((who === 'admin') === this.#asAdmin) return;
    if (!this.#target.hasAdmin) throw new SandboxError(noAdmin);
    this.#asAdmin = who === 'admin';
    this.#wire.aheadAtBase(
      this.#asAdmin ? 'set session authorization default' : becomeApp(this.#target.appRole),
    );
  }
}

const noAdmin =
  'This server gives the kit no superuser, so a sandboxed test has no `admin`. Ask for the fixture `committedDb`, or let the kit start the server: TEST_DATABASE=embedded.';
