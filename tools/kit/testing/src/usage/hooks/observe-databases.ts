import fs from 'node:fs';
import { syncBuiltinESMExports } from 'node:module';
import { fileNotes } from './file-notes.ts';
import { oncePerWorker } from '../../worker/once-per-worker.ts';

const openForBoth = fs.constants.O_RDWR | fs.constants.O_CREAT;

/** Observes the files that Node's SQLite opens. Called when SQLite is loaded, because loading it takes a while. */
export function observeDatabases(): void {
  oncePerWorker('usage-databases', () => {
    const sqlite = process.getBuiltinModule('node:sqlite');
    const { DatabaseSync } = sqlite;
    sqlite.DatabaseSync = new Proxy(DatabaseSync, {
      construct(target, args: unknown[], newTarget: NewableFunction) {
        if (args[0] !== ':memory:' && args[0] !== '') fileNotes['open']?.([args[0], openForBoth]);
        return Reflect.construct(target, args, newTarget) as object;
      },
    });
    syncBuiltinESMExports();
    return true;
  });
}
