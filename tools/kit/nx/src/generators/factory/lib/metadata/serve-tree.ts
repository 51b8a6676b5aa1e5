import { registerHooks } from 'node:module';
import { pathToFileURL } from 'node:url';

/** The files of an Nx tree, for a process that loads modules from it. */
export interface ServedTree {
  /** The module to load. */
  readonly entry: string;
  /** The entry files of the workspace's packages, by name. */
  readonly packages: Readonly<Record<string, string>>;
  /** Files that differ from the disk, by absolute path. */
  readonly files: Readonly<Record<string, string>>;
}

/** Loads modules from the tree, including packages that are not linked yet. */
export function serveTree({ entry, packages, files }: ServedTree): void {
  const texts = new Map(Object.entries(files).map(([path, text]) => [pathToFileURL(path).href, text]));
  const entries = new Map(Object.entries(packages).map(([name, path]) => [name, pathToFileURL(path).href]));
  const library = pathToFileURL(entry).href;
  registerHooks({
    resolve(specifier, context, next) {
      const url = entries.get(specifier) ?? urlOf(specifier, context.parentURL);
      if (url !== undefined && texts.has(url)) return { url, shortCircuit: true };
      if (entries.has(specifier) && url !== undefined) return next(url, context);
      // The library's own ORM: entities of a second copy would be unknown to it.
      const parentURL = specifier.startsWith('@mikro-orm/') ? library : context.parentURL;
      try {
        return next(specifier, { ...context, parentURL });
      } catch {
        return next(specifier, { ...context, parentURL: import.meta.url });
      }
    },
    load(url, context, next) {
      const source = texts.get(url);
      if (source === undefined) return next(url, context);
      return { format: 'module-typescript', source, shortCircuit: true };
    },
  });
}

function urlOf(specifier: string, parent: string | undefined): string | undefined {
  if (specifier.startsWith('file:')) return specifier;
  return specifier.startsWith('.') ? new URL(specifier, parent).href : undefined;
}
