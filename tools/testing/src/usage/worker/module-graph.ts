import { type NativeModules, packageOfNode } from './native-modules.ts';
import { packageName } from '../paths/workspace-paths.ts';

/** A module as the module runner of Vite keeps it. */
export interface RunnerModule {
  readonly file: string;
  readonly imports: ReadonlySet<string>;
  readonly meta?: { readonly code?: string } | undefined;
}

/** What a test file has loaded, directly or not, now or for an earlier file. */
export interface ModuleGraph {
  /** Files, with the file that imports them first; the roots import themselves. */
  readonly files: ReadonlyMap<string, string>;
  readonly packages: ReadonlySet<string>;
}

export function walkModules(
  roots: readonly string[],
  moduleOf: (id: string) => RunnerModule | undefined,
  native: NativeModules,
): ModuleGraph {
  const files = new Map<string, string>();
  const packages = new Set<string>();
  const visited = new Set<string>(roots);
  const waiting = roots.map((id) => ({ id, importer: moduleOf(id)?.file ?? id }));
  const visit = (id: string, importer: string): void => {
    if (!visited.has(id)) waiting.push({ id, importer });
    visited.add(id);
  };
  for (const { id, importer } of waiting) {
    const file = packageOfNode(id) === undefined ? (moduleOf(id)?.file ?? id) : id;
    const name = packageOfNode(id) ?? packageName(file.replaceAll('\\', '/'));
    if (name !== undefined) packages.add(name);
    else if (!files.has(file)) files.set(file, importer);
    for (const next of moduleOf(id)?.imports ?? []) visit(next, file);
    for (const next of native.requestedBy(name === undefined ? file : id)) visit(next, file);
  }
  return { files, packages };
}
