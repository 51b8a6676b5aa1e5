import { cpSync, globSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative } from 'node:path';
import { runInScratch } from '@vouch/scratch';
import { CopiedWorkspace, root } from './copied-workspace.ts';

const settings =
  'nx.json package.json package-lock.json tsconfig.base.json vitest.config.ts eslint.config.mjs .prettierrc.json .prettierignore .gitignore';
const tools = globSync('tools/{*,*/*}/package.json', { cwd: root }).map((path) => dirname(path));

/** A clone of this workspace without its components. The generators run in it as they do in a user's clone. */
export class Clone extends CopiedWorkspace {
  constructor() {
    super('vouch-clone-');
    for (const file of settings.split(' ')) cpSync(join(root, file), join(this.path, file));
    for (const tool of tools) cpSync(join(root, tool), join(this.path, tool), { recursive: true, filter });
    mkdirSync(join(this.path, 'libs'));
    const references = tools.map((tool) => ({ path: `./${tool}` }));
    writeFileSync(join(this.path, 'tsconfig.json'), JSON.stringify({ files: [], references }, null, 2));
    this.#linkPackages();
    for (const tool of tools) this.linkNested(tool);
  }

  /** Returns the errors that `npm run typecheck` finds in a project of a component. */
  async typeErrors(folder: string): Promise<string[]> {
    const compiler = join(root, 'node_modules/typescript-native/bin/tsc');
    const { output } = await runInScratch(process.execPath, [compiler, '-b', folder, '--pretty', 'false'], {
      cwd: this.path,
      env: {},
    });
    return output.split('\n').filter((line) => line.startsWith('libs/'));
  }

  #linkPackages(): void {
    const installed = join(root, 'node_modules');
    for (const entry of readdirSync(installed)) {
      if (entry.startsWith('.') || entry === '@acme' || entry === '@vouch') continue;
      this.link(join(installed, entry), `node_modules/${entry}`);
    }
    for (const tool of tools)
      this.link(
        relative(join(this.path, 'node_modules/@vouch'), join(this.path, tool)),
        `node_modules/@vouch/${basename(tool)}`,
      );
  }
}

function filter(path: string): boolean {
  return !['node_modules', 'dist', '.nx', '.vouch'].includes(basename(path)) && !path.endsWith('.spec.ts');
}
