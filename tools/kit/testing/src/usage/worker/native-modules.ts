import { packageName } from '../../worker/package-name.ts';

/** What Node has loaded by itself, and what asked for it. Node loads a module once, so this is kept for all files of a worker. */
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

/** What a runner imports, it imports for a test file, which has it in its own graph. */
const runners = /^package:(?:vitest|@vitest\/.*|vite)$/;

/** The modules of a package are one. */
function nodeOf(file: string): string {
  const name = packageName(file.replaceAll('\\', '/'));
  return name === undefined ? file : `package:${name}`;
}

/** The package that a node stands for, if it does. */
export function packageOfNode(node: string): string | undefined {
  return node.startsWith('package:') ? node.slice('package:'.length) : undefined;
}
