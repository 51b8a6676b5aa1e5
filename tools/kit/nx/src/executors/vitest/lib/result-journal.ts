import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import type { VitestTask } from './vitest-task.ts';

interface Entry {
  readonly output: string;
  readonly results: string;
}

/**
 * Stores the passed tasks of a run that has not ended yet. Nx caches the tasks of a batch only at the end of the
 * batch, so a stopped run would lose them.
 */
export class ResultJournal {
  readonly #folder: string;
  readonly #enabled: boolean;

  constructor(root: string, enabled: boolean) {
    this.#folder = join(root, '.vouch/ended');
    this.#enabled = enabled;
  }

  load(task: VitestTask): Entry | undefined {
    if (!this.#enabled || task.hash === undefined) return undefined;
    try {
      const entry = JSON.parse(readFileSync(this.#file(task.hash), 'utf8')) as Entry;
      mkdirSync(dirname(task.resultFile), { recursive: true });
      writeFileSync(task.resultFile, entry.results);
      return entry;
    } catch {
      return undefined;
    }
  }

  save(task: VitestTask, entry: Entry): void {
    if (!this.#enabled || task.hash === undefined) return;
    mkdirSync(this.#folder, { recursive: true });
    writeFileSync(this.#file(task.hash), JSON.stringify(entry));
  }

  /** Deletes entries at the end of the run: Nx has cached the tasks. */
  delete(tasks: readonly VitestTask[]): void {
    for (const { hash } of tasks) if (hash !== undefined) rmSync(this.#file(hash), { force: true });
  }

  #file(hash: string): string {
    return join(this.#folder, `${hash}.json`);
  }
}
