import Module, { registerHooks } from 'node:module';
import { dirname, resolve, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { observeDatabases } from './observe-databases.ts';
import { observe, unobserved } from './observers.ts';

/** Reports the modules that Node itself loads, and their importers: `require`, and imports that Vite leaves to Node. */
export function observeModules(): void {
  registerHooks({
    resolve(specifier, context, next) {
      try {
        const result = unobserved(() => next(specifier, context));
        if (result.url === 'node:sqlite') observeDatabases();
        noteResolved(context.parentURL, specifier, result.url);
        return result;
      } catch (error) {
        noteMissing(context.parentURL, specifier);
        throw error;
      }
    },
    load: (url, context, next) => unobserved(() => next(url, context)),
  });
  observeRequires();
}

/**
 * Resolved modules by folder: if one file of a folder has required a module, Node resolves it for the other files
 * without calling the hooks.
 */
const found = new Map<string, string>();

type Load = (
  this: unknown,
  request: string,
  parent?: { readonly filename?: string | null },
  ...rest: unknown[]
) => unknown;

function observeRequires(): void {
  const loader = Module as unknown as { _load: Load };
  const load = loader._load;
  loader._load = function (request, parent, ...rest) {
    const loaded = load.call(this, request, parent, ...rest);
    const importer = parent?.filename ?? '';
    const file = isOfPackage(importer) ? undefined : found.get(keyOf(importer, request));
    if (file !== undefined) observe((observer) => observer.moduleResolved(importer, file));
    return loaded;
  };
}

function isOfPackage(file: string): boolean {
  return file.includes(`${sep}node_modules${sep}`);
}

function keyOf(importer: string, request: string): string {
  return `${dirname(importer)}\0${request}`;
}

function noteResolved(importerUrl: string | undefined, specifier: string, url: string): void {
  const file = fileOf(url);
  if (file === undefined) return;
  const importer = fileOf(importerUrl);
  if (importer !== undefined && !isOfPackage(importer)) found.set(keyOf(importer, specifier), file);
  observe((observer) => observer.moduleResolved(importer, file));
}

/** Records a module that does not exist: the program would behave differently if it did. */
function noteMissing(importer: string | undefined, specifier: string): void {
  const base = fileOf(importer);
  const path = /^\.{0,2}\//.test(specifier) ? resolve(dirname(base ?? '.'), specifier) : fileOf(specifier);
  if (path !== undefined) observe((observer) => observer.fileUsed(path, { how: 'looked for' }));
}

function fileOf(url: string | undefined): string | undefined {
  return url?.startsWith('file:') ? fileURLToPath(url.replace(/[?#].*$/, '')) : undefined;
}
