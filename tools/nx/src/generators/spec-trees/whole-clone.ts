import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Ended, linkNodeModules, runProgram } from '@vouch/scratch';
import { FsTree } from 'nx/src/generators/tree';
import { linkPackages } from '../lib/link-packages.ts';
import { workspacePackages } from '../lib/workspace-packages.ts';

const root = realpathSync(join(import.meta.dirname, '../../../../..'));

/** This workspace as somebody has cloned and installed it, samples and all, in a repository of its own. */
export class WholeClone implements Disposable {
  readonly path = realpathSync(mkdtempSync(join(tmpdir(), 'vouch-whole-')));

  constructor() {
    const listed = execFileSync('git', ['ls-files', '-co', '--exclude-standard', '-z'], { cwd: root });
    const files = listed
      .toString()
      .split('\0')
      .filter((file) => file !== '' && existsSync(join(root, file)));
    for (const file of files) cpSync(join(root, file), join(this.path, file));
    this.#install();
    this.git('init', '-q');
    this.commit();
  }

  /** Runs a program of `node_modules/.bin` as a person would at a prompt. */
  run(program: string, ...args: readonly string[]): Promise<Ended> {
    return this.runWith({}, program, ...args);
  }

  runWith(
    variables: Readonly<Record<string, string>>,
    program: string,
    ...args: readonly string[]
  ): Promise<Ended> {
    const env = { NX_NO_CLOUD: 'true', CI: 'true', TEST_DATABASE: 'embedded', ...variables };
    return runProgram(join(root, 'node_modules/.bin', program), args, { cwd: this.path, env });
  }

  /** All that it holds, as one name. */
  commit(): string {
    this.git('add', '-A');
    this.git('commit', '-q', '--allow-empty', '-m', 'as it is');
    return this.git('rev-parse', 'HEAD^{tree}');
  }

  git(...args: readonly string[]): string {
    const name = ['-c', 'user.name=Clone', '-c', 'user.email=clone@example.test'];
    return execFileSync('git', [...name, ...args], { cwd: this.path, encoding: 'utf8' }).trim();
  }

  [Symbol.dispose](): void {
    rmSync(this.path, { recursive: true, force: true });
  }

  /** The packages are links to those of this workspace; its own are its own. */
  #install(): void {
    const modules = join(this.path, 'node_modules');
    linkNodeModules(join(root, 'node_modules'), modules);
    cpSync(join(root, 'node_modules/.package-lock.json'), join(modules, '.package-lock.json'));
    const packages = workspacePackages(new FsTree(this.path, false));
    for (const [name, folder] of packages) {
      rmSync(join(modules, name), { force: true });
      const nested = join(root, folder, 'node_modules');
      if (existsSync(nested)) this.#link(nested, `${folder}/node_modules`);
    }
    linkPackages(this.path, packages);
  }

  #link(target: string, path: string): void {
    mkdirSync(dirname(join(this.path, path)), { recursive: true });
    symlinkSync(target, join(this.path, path), 'dir');
  }
}
