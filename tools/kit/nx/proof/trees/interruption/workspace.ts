import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { type Ended, runInScratch } from '@vouch/scratch';
import { filesBefore } from './change-files.ts';

export type What = 'change' | 'append' | 'undo';

/** A small workspace on disk. Generators run in processes that can be killed at any change. */
export class InterruptedWorkspace implements Disposable {
  readonly root: string;

  constructor(root = mkdtempSync(join(tmpdir(), 'vouch-interrupted-'))) {
    this.root = root;
    this.reset();
  }

  reset(): void {
    for (const folder of ['libs', '.vouch'])
      rmSync(join(this.root, folder), { recursive: true, force: true });
    for (const [path, text] of Object.entries(filesBefore)) this.write(path, text);
  }

  write(path: string, text: string): void {
    mkdirSync(dirname(join(this.root, path)), { recursive: true });
    writeFileSync(join(this.root, path), text);
  }

  /** Returns all files and folders, except the generators' own state. */
  state(): Record<string, string> {
    return stateOf(this.root, '');
  }

  /** Runs to the end, or until the process is killed at its nth change or half-way through it. */
  run(what: What, killed: { readonly at: number; readonly half?: boolean } = { at: 0 }): Promise<Ended> {
    const program = join(import.meta.dirname, 'change-files.ts');
    const env = { KILL_ROOT: this.root, KILL_AT: `${killed.at}`, KILL_HALF: killed.half ? 'yes' : '' };
    const args = ['--import', join(import.meta.dirname, 'kill-at.mjs'), program, this.root, what];
    return runInScratch(process.execPath, args, { cwd: this.root, env });
  }

  [Symbol.dispose](): void {
    rmSync(this.root, { recursive: true, force: true });
  }
}

/** Counts the changes of a program that was not killed. */
export function changesIn({ output }: Ended): number {
  return Number(/changes: (\d+)/.exec(output)?.[1]);
}

function stateOf(folder: string, prefix: string): Record<string, string> {
  const entries = readdirSync(folder, { withFileTypes: true }).filter(({ name }) => name !== '.vouch');
  const parts = entries.map((entry): Record<string, string> => {
    const path = join(folder, entry.name);
    if (!entry.isDirectory()) return { [prefix + entry.name]: readFileSync(path, 'utf8') };
    const inner = `${prefix}${entry.name}/`;
    return { [inner]: '', ...stateOf(path, inner) };
  });
  return Object.assign({}, ...parts) as Record<string, string>;
}
