import { packageName } from '../../worker/package-name.ts';

/**
 * The modules that Node itself has loaded, and their importers. Node loads a module once, so this is kept for all
 * files of a worker.
 */
export class NativeModules {
  readonly #requested = new Map<string, Set<string>>();

  resolved(importer: string, file: string): void {
    const from = nodeOf(importer);
    const to = nodeOf(file);
    if (from === to || runners.test(from)) return;
    const known = this.#requested.get(from);
    if (known === undefined) this.#requested.set(from, new Set([to]));
    else known.add(to);
  }

  requestedBy(module: string): Iterable<string> {
    return this.#requested.get(nodeOf(module)) ?? [];
  }
}

/** A runner's imports are left out: they are for a test file, which has them in its own graph. */
const runners = /^package:(?:vitest|@vitest\/.*|vite)$/;

/** Returns one node for all modules of a package. */
function nodeOf(file: string): string {
  const name = packageName(file.replaceAll('\\', '/'));
  return name === undefined ? file : `package:${name}`;
}

/** Returns the package of a node, if it is one. */
export function packageOfNode(node: string): string | undefined {
  return node.startsWith('package:') ? node.slice('package:'.length) : undefined;
}
