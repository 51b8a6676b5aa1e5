import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { stripVTControlCharacters } from 'node:util';
import type { Tree } from '@nx/devkit';

/** The statements of a migration, for both directions. */
export interface SchemaUpdate {
  readonly up: readonly string[];
  readonly down: readonly string[];
}

/** Compares entities with a migrated database. The component is loaded in a separate process. */
export function readUpdate(tree: Tree, component: string): SchemaUpdate {
  const program = fileURLToPath(import.meta.resolve('@vouch/testing/schema/print-update'));
  const { stderr, status, output, error } = spawnSync(
    process.execPath,
    ['--no-warnings', program, tree.root, component],
    { stdio: ['ignore', 'ignore', 'pipe', 'pipe'], encoding: 'utf8', timeout: 120_000 },
  );
  if (status !== 0) throw cannotRead(component, stderr || String(error?.message ?? status));
  const update = JSON.parse(output[3] ?? '') as SchemaUpdate;
  if (update.up.length === 0) throw nothingToDo(component);
  return update;
}

function cannotRead(component: string, reason: string): Error {
  return new Error(
    `The entities of ${component} cannot be compared with its migrations. Nothing was written.\n` +
      `${stripVTControlCharacters(reason).trim()}\n` +
      'Expected a PostgreSQL server and working migrations. Find the cause: npm run verify-database, npm run check',
  );
}

function nothingToDo(component: string): Error {
  return new Error(
    `The entities and migrations of ${component} match. Nothing was written. ` +
      `Expected a changed entity in libs/${component}/app/src/entities. Change one first.`,
  );
}
