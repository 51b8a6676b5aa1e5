import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const project = join(import.meta.dirname, '../..');

/** Entries without examples: `@vouch/nx` and the proofs use them, and tests do not. */
export const internalEntries: Readonly<Record<string, string>> = {
  './container-engine': 'finds out whether a run can start containers',
  './find-browser': 'finds out whether a run can drive a browser',
  './find-program': 'finds out whether a run can start a program',
  './port-answers': 'finds out whether a development server has started',
  './server-identity': 'goes into the cache key of a test task',
  './usage': 'records for the cache key what a test file reads',
  './usage/worker': 'is the test runner that records it',
  './sibling-module': 'finds programs of the kit, in the workspace and when published',
  './guards': 'is a set-up file, and exports no values',
  './global-setup/held-servers': 'passes the servers of a run to its report',
  './global-setup/postgres': 'is a global set-up of Vitest',
  './global-setup/redis': 'is a global set-up of Vitest',
  './schema/print-update': 'is a program, and exports no values',
  './verify-database': 'is the command `npm run verify-database`',
  './proof/kill': 'proves that killed runs leave nothing behind',
  './proof/start-times': 'measures the start of servers',
  './package.json': 'is not a module',
};

/** Returns the modules of all entries of the package, by the names of the entries. */
export function readEntries(): Readonly<Record<string, string>> {
  const manifest = JSON.parse(readFileSync(join(project, 'package.json'), 'utf8')) as {
    readonly exports: Readonly<Record<string, string>>;
  };
  return Object.fromEntries(
    Object.entries(manifest.exports).map(([entry, module]) => [entry, join(project, module)]),
  );
}
