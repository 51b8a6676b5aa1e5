import type { ChildProcessByStdio } from 'node:child_process';
import {
  cpSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { Readable } from 'node:stream';
import { linkNodeModules } from './link-node-modules.ts';
import { type Ended, runInScratch, startProgram } from './run-in-scratch.ts';

const root = realpathSync(join(import.meta.dirname, '../../../..'));
const settings = ['nx.json', 'tsconfig.base.json', 'vitest.config.ts', 'package-lock.json', '.gitignore'];

/** A separate workspace in a temporary folder with the tools and settings of this one. */
export class ScratchWorkspace implements Disposable {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), 'vouch-scratch-')));

  constructor() {
    for (const file of settings) cpSync(join(root, file), join(this.path, file));
    this.write('package.json', {
      name: 'scratch',
      private: true,
      type: 'module',
      workspaces: ['libs/*', 'libs/*/*'],
    });
    linkNodeModules(join(root, 'node_modules'), join(this.path, 'node_modules'));
  }

  write(file: string, content: string | object): this {
    const path = join(this.path, file);
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, typeof content === 'string' ? content : `${JSON.stringify(content, null, 2)}\n`);
    return this;
  }

  editJson(file: string, edit: (content: Record<string, unknown>) => object): this {
    const content = JSON.parse(readFileSync(join(this.path, file), 'utf8')) as Record<string, unknown>;
    return this.write(file, edit(content));
  }

  /** Adds a package below `libs/` with its dependencies and files, and links it into `node_modules`. */
  library(
    folder: string,
    files: Readonly<Record<string, string>>,
    dependencies: readonly string[] = [],
  ): this {
    const name = `@demo/${folder.replaceAll('/', '-')}`;
    const path = `libs/${folder}`;
    this.write(`${path}/package.json`, {
      name,
      version: '0.0.0',
      type: 'module',
      exports: { '.': './src/index.ts' },
      dependencies: Object.fromEntries(dependencies.map((dependency) => [dependency, '0.0.0'])),
    });
    for (const [file, content] of Object.entries(files)) this.write(`${path}/${file}`, content);
    mkdirSync(join(this.path, 'node_modules/@demo'), { recursive: true });
    symlinkSync(join(this.path, path), join(this.path, 'node_modules', name));
    return this;
  }

  /** Runs Nx as from a prompt, without colours and daemon. */
  nx(args: readonly string[], env: Readonly<Record<string, string>> = {}): Promise<Ended> {
    return runInScratch(join(root, 'node_modules/.bin/nx'), args, { cwd: this.path, env });
  }

  /** Starts Nx in a separate process group, as a terminal does, without waiting for it. */
  startNx(
    args: readonly string[],
    env: Readonly<Record<string, string>> = {},
  ): ChildProcessByStdio<null, Readable, Readable> {
    return startProgram(join(root, 'node_modules/.bin/nx'), args, { cwd: this.path, env, detached: true });
  }

  git(...args: readonly string[]): Promise<Ended> {
    const identity = ['-c', 'user.name=Scratch', '-c', 'user.email=scratch@example.test'];
    return runInScratch('git', [...identity, ...args], { cwd: this.path, env: {} });
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true });
  }
}
