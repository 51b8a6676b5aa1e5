import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { delimiter, dirname, join, resolve } from 'node:path';
import type { CreateOptions } from './read-options.ts';

/** A file of the template. npm leaves files such as .npmrc out of packages, so all stand in one list. */
interface TemplateFile {
  readonly path: string;
  readonly text: string;
  readonly executable?: boolean;
}

/** Makes the workspace in a new folder: the template, its packages, and the generators that make it the user's own. */
export async function createWorkspace({ name, scope, samples, git }: CreateOptions): Promise<void> {
  const root = resolve(name);
  refuseTaken(root);
  console.log(`Creating ${root} ...`);
  for (const file of readTemplate()) write(root, file);
  run(root, 'Installing from the lockfile ...', 'npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  const nx = ['nx', 'g', `@vouch/nx:rename`, `--scope=${scope}`, `--name=${name}`, '--no-interactive'];
  run(root, 'Naming it ...', 'npx', nx);
  if (!samples)
    run(root, 'Removing the samples ...', 'npx', ['nx', 'g', '@vouch/nx:remove-samples', '--no-interactive']);
  if (git) commit(root);
  console.log(
    `\n${name} is ready:\n\n  cd ${name}\n  npm start      # the API, on its own PostgreSQL, with demo tenants\n  npm test       # all tests, on a real PostgreSQL\n`,
  );
}

function refuseTaken(root: string): void {
  if (!existsSync(root) || readdirSync(root).length === 0) return;
  throw new Error(
    `${root} exists and is not empty. Nothing was written. Expected a new folder. Choose another name: npm create vouch other-name`,
  );
}

function readTemplate(): TemplateFile[] {
  const file = join(import.meta.dirname, 'template.json');
  return JSON.parse(readFileSync(file, 'utf8')) as TemplateFile[];
}

function write(root: string, { path, text, executable }: TemplateFile): void {
  const file = join(root, path);
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, text, { mode: executable ? 0o755 : 0o644 });
}

/** Runs a step quietly, with the Node that the workspace brings as soon as it is there. */
function run(root: string, title: string, program: string, args: readonly string[]): void {
  console.log(title);
  const PATH = `${join(root, 'node_modules/.bin')}${delimiter}${process.env['PATH'] ?? ''}`;
  const { status, stdout, stderr } = spawnSync(program, args, {
    cwd: root,
    encoding: 'utf8',
    env: { ...process.env, PATH, NX_DAEMON: 'false', NO_UPDATE_NOTIFIER: '1' },
    shell: process.platform === 'win32',
  });
  if (status === 0) return;
  throw new Error(
    `${stdout}${stderr}\n${program} ${args.join(' ')} ended with ${status ?? 'a signal'} in ${root}. ` +
      `See the lines above; once that is fixed, remove the folder and start again: npm create vouch`,
  );
}

/** The first commit, so that what comes after can be compared with it. Without Git the workspace works, too. */
function commit(root: string): void {
  const git = (...args: readonly string[]) =>
    spawnSync('git', args, { cwd: root, stdio: 'ignore' }).status === 0;
  if (git('rev-parse', '--is-inside-work-tree')) return;
  if (!git('init', '--initial-branch=main')) return;
  git('add', '--all');
  git('-c', 'core.hooksPath=/dev/null', 'commit', '--message=Create the workspace');
}
