// About the template: `nx g rename` removes it.
import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** Runs `npm start` as a user does, with separate data. */
export class StartedForTest implements AsyncDisposable {
  readonly #child: ChildProcess;
  readonly #exited: Promise<unknown[]>;
  #output = '';

  constructor(dataFolder: string, ...args: string[]) {
    this.#child = spawn(process.execPath, [join(import.meta.dirname, 'main.ts'), ...args], {
      env: { ...process.env, VOUCH_DATA: dataFolder },
    });
    this.#exited = once(this.#child, 'exit');
    for (const stream of [this.#child.stdout, this.#child.stderr]) {
      stream?.on('data', (chunk: Buffer) => (this.#output += chunk.toString()));
    }
  }

  get output(): string {
    return this.#output;
  }

  /** Waits for the first match of the pattern in the output. */
  async says(pattern: RegExp): Promise<string> {
    for (;;) {
      const match = pattern.exec(this.#output);
      if (match) return match[1] ?? match[0];
      const more = Promise.race([once(this.#child.stdout ?? this.#child, 'data'), this.#exited]);
      await more;
      if (this.#child.exitCode !== null && !pattern.test(this.#output)) {
        throw new Error(
          `npm start ended with code ${this.#child.exitCode}. Expected output that matches ${pattern.source}:\n${this.#output}`,
        );
      }
    }
  }

  address(): Promise<string> {
    return this.says(/The API is at (\S+)/);
  }

  /** @returns the exit code */
  async end(signal: NodeJS.Signals = 'SIGTERM'): Promise<number | null> {
    this.#child.kill(signal);
    const [code] = await this.#exited;
    return code as number | null;
  }

  async ended(): Promise<number | null> {
    const [code] = await this.#exited;
    return code as number | null;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    if (this.#child.exitCode === null && this.#child.signalCode === null) await this.end();
  }
}
