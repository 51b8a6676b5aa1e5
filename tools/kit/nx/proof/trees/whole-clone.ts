import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { FsTree } from 'nx/src/generators/tree';
import { workspacePackages } from '../../src/generators/lib/workspace-packages.ts';
import { CopiedWorkspace, root } from './copied-workspace.ts';

/** A clone of this workspace, installed, with its samples and a repository. npm has no network there. */
export class WholeClone extends CopiedWorkspace {
  constructor() {
    super('vouch-whole-', { TEST_DATABASE: 'embedded', npm_config_offline: 'true' });
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

  /** Commits all files and returns the tree's hash. */
  commit(): string {
    this.git('add', '-A');
    this.git('commit', '-q', '--allow-empty', '-m', 'as it is');
    return this.git('rev-parse', 'HEAD^{tree}');
  }

  git(...args: readonly string[]): string {
    const name = ['-c', 'user.name=Clone', '-c', 'user.email=clone@example.test'];
    return execFileSync('git', [...name, ...args], { cwd: this.path, encoding: 'utf8' }).trim();
  }

  /** The files of packages are hard links to those of this workspace: npm replaces files and never writes into them. */
  #install(): void {
    const modules = join(this.path, 'node_modules');
    execFileSync('cp', ['--archive', '--link', join(root, 'node_modules'), modules]);
    rmSync(join(modules, '.cache'), { recursive: true, force: true });
    const list = join(modules, '.package-lock.json');
    const installed = readFileSync(list);
    rmSync(list);
    writeFileSync(list, installed);
    for (const folder of workspacePackages(new FsTree(this.path, false)).values()) this.linkNested(folder);
  }
}
