import { type NativeModules, packageOfNode } from './native-modules.ts';
import { packageName } from '../../worker/package-name.ts';

/** A module in Vite's module runner. */
export interface RunnerModule {
  readonly file: string;
  readonly imports: ReadonlySet<string>;
  readonly meta?: { readonly code?: string } | undefined;
}

/** The modules that a test file has loaded, directly or indirectly, now or for an earlier file. */
export interface ModuleGraph {
  /** The files, each with the first file that imports it. The roots import themselves. */
  readonly files: ReadonlyMap<string, string>;
  readonly packages: ReadonlySet<string>;
}

/**
 * Walks the imports of the roots. Modules in `requested` were imported dynamically while the test file ran; those
 * without an importer count for the first root.
 */
export function walkModules(
  roots: readonly string[],
  requested: Iterable<string>,
  moduleOf: (id: string) => RunnerModule | undefined,
  native: NativeModules,
): ModuleGraph {
  const files = new Map<string, string>();
  const packages = new Set<string>();
  const visited = new Set<string>();
  const waiting: { readonly id: string; readonly importer: string | undefined }[] = [];
  const visit = (id: string, importer?: string): void => {
    if (!visited.has(id)) waiting.push({ id, importer });
    visited.add(id);
  };
  const walk = (): void => {
    for (const { id, importer } of waiting.splice(0)) {
      const file = packageOfNode(id) === undefined ? (moduleOf(id)?.file ?? id) : id;
      const name = packageOfNode(id) ?? packageName(file.replaceAll('\\', '/'));
      if (name) packages.add(name);
      else if (name === undefined && !files.has(file)) files.set(file, importer ?? file);
      for (const next of moduleOf(id)?.imports ?? []) visit(next, file);
      for (const next of native.requestedBy(name === undefined ? file : id)) visit(next, file);
    }
    if (waiting.length > 0) walk();
  };
  for (const root of roots) visit(root);
  walk();
  for (const id of requested) visit(id, roots[0]);
  walk();
  return { files, packages };
}
