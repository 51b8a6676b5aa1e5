import { existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Ended, runInScratch } from '@vouch/scratch';

/** This workspace, the origin of the copies. */
export const root = realpathSync(join(import.meta.dirname, '../../../../..'));

/** A copy of this workspace in a temporary folder, with its installed programs and packages. */
export abstract class CopiedWorkspace implements Disposable {
  readonly path: string;
  readonly #env: Readonly<Record<string, string>>;

  constructor(prefix: string, env: Readonly<Record<string, string>> = {}) {
    this.path = realpathSync(mkdtempSync(join(tmpdir(), prefix)));
    this.#env = { NX_NO_CLOUD: 'true', CI: 'true', ...env };
  }

  /** Runs a program of `node_modules/.bin` as from a prompt. */
  run(program: string, ...args: readonly string[]): Promise<Ended> {
    return this.runWith({}, program, ...args);
  }

  runWith(
    variables: Readonly<Record<string, string>>,
    program: string,
    ...args: readonly string[]
  ): Promise<Ended> {
    const env = { ...this.#env, ...variables };
    const own = join(this.path, 'node_modules/.bin', program);
    const installed = existsSync(own) ? own : join(root, 'node_modules/.bin', program);
    return runInScratch(installed, args, { cwd: this.path, env });
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true });
  }

  protected link(target: string, path: string): void {
    mkdirSync(dirname(join(this.path, path)), { recursive: true });
    symlinkSync(target, join(this.path, path), 'dir');
  }

  /** Links packages that npm did not hoist. */
  protected linkNested(folder: string): void {
    const nested = join(root, folder, 'node_modules');
    if (existsSync(nested)) this.link(nested, `${folder}/node_modules`);
  }
}
