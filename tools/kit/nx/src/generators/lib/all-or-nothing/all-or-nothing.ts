import { existsSync } from 'node:fs';
import { join } from 'node:path';
import type { GeneratorCallback, Tree } from '@nx/devkit';
import { beginJournal, endJournal } from './undo-journal.ts';
import { requireInsideWorkspace } from './require-inside-workspace.ts';
import { acquireLock } from './lock.ts';
import { recover } from './recover.ts';

type Generator<Schema> = (tree: Tree, schema: Schema) => Promise<GeneratorCallback | undefined | void>;

/**
 * A generator whose changes reach the disk as a whole or not at all: also when the disk is full, when the process is
 * killed while Nx writes, or when another generator runs. What a killed one left is undone by the next.
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

/** Nx writes when the generator has returned, and calls back when it has written. */
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
