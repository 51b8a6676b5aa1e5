import { execFileSync } from 'node:child_process';
import { cpSync, existsSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { linkNodeModules } from '@vouch/scratch';
import { FsTree } from 'nx/src/generators/tree';
import { linkPackages } from '../../src/generators/lib/link-packages.ts';
import { workspacePackages } from '../../src/generators/lib/workspace-packages.ts';
import { CopiedWorkspace, root } from './copied-workspace.ts';

/** This workspace as a fresh, installed clone with samples, in a separate repository. */
export class WholeClone extends CopiedWorkspace {
  constructor() {
    super('vouch-whole-', { TEST_DATABASE: 'embedded' });
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

  /** Links packages to those of this workspace; workspace packages link to the clone's own. */
  #install(): void {
    const modules = join(this.path, 'node_modules');
    linkNodeModules(join(root, 'node_modules'), modules);
    cpSync(join(root, 'node_modules/.package-lock.json'), join(modules, '.package-lock.json'));
    const packages = workspacePackages(new FsTree(this.path, false));
    for (const [name, folder] of packages) {
      rmSync(join(modules, name), { force: true });
      this.linkNested(folder);
    }
    linkPackages(this.path, packages);
  }
}
