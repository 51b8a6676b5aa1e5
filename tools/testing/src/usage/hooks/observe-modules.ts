import { registerHooks } from 'node:module';
import { dirname, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { observeDatabases } from './observe-databases.ts';
import { observe, unobserved } from './observers.ts';

/** Reports which modules Node itself loads, and which modules asked for them: `require`, and imports that Vite leaves to Node. */
export function observeModules(): void {
  registerHooks({
    resolve(specifier, context, next) {
      try {
        const found = unobserved(() => next(specifier, context));
        if (found.url === 'node:sqlite') observeDatabases();
        noteResolved(context.parentURL, found.url);
        return found;
      } catch (error) {
        noteMissing(context.parentURL, specifier);
        throw error;
      }
    },
    load: (url, context, next) => unobserved(() => next(url, context)),
  });
}

function noteResolved(importer: string | undefined, url: string): void {
  const file = fileOf(url);
  if (file !== undefined) observe((observer) => observer.moduleResolved(fileOf(importer), file));
}

/** A module that does not exist today: the program would do something else if it did. */
function noteMissing(importer: string | undefined, specifier: string): void {
  const base = fileOf(importer);
  const path = /^\.{0,2}\//.test(specifier) ? resolve(dirname(base ?? '.'), specifier) : fileOf(specifier);
  if (path !== undefined) observe((observer) => observer.fileUsed(path, { how: 'looked for' }));
}

function fileOf(url: string | undefined): string | undefined {
  return url?.startsWith('file:') ? fileURLToPath(url.replace(/[?#].*$/, '')) : undefined;
}
