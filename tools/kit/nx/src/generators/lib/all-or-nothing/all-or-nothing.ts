import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { GeneratorCallback, Tree } from '@nx/devkit';
import { beginJournal, endJournal } from './undo-journal.ts';
import { requireInsideWorkspace } from './require-inside-workspace.ts';
import { acquireLock } from './lock.ts';
import { recover } from './recover.ts';

type Generator<Schema> = (tree: Tree, schema: Schema) => Promise<GeneratorCallback | undefined | void>;

/**
 * Makes a generator atomic: its changes reach the disk completely or not at all, even if the disk is full, the
 * process is killed while Nx writes, or another generator runs. The next generator undoes the changes of a killed
 * one.
 */
export function allOrNothing<Schema>(generate: Generator<Schema>): Generator<Schema> {
  return async (tree, schema) => {
    if (!existsSync(join(tree.root, 'nx.json'))) return generate(tree, schema);
    const isDryRun = process.env['NX_DRY_RUN'] === 'true';
    if (!isDryRun) {
      await acquireLock(tree.root);
      recover(tree.root);
    }
    const callback = await generate(tree, schema);
    const changes = tree.listChanges();
    requireInsideWorkspace(tree.root, changes);
    if (isDryRun || changes.length === 0) return callback;
    beginJournal(tree.root, changes);
    return untilWritten(tree.root, callback);
  };
}

/** Ends the journal when Nx has written. Nx writes after the generator returns, then calls back. */
function untilWritten(root: string, callback: GeneratorCallback | undefined | void): GeneratorCallback {
  const settle = (code: number): void => {
    if (code === 0) endJournal(root);
    else recover(root);
  };
  process.once('exit', settle);
  return async () => {
    process.off('exit', settle);
    endJournal(root);
    await callback?.();
  };
}
