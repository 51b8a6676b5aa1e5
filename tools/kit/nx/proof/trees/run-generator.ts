import type { GeneratorCallback, Tree } from '@nx/devkit';
import { FsTree, flushChanges } from 'nx/src/generators/tree';

type Generator<Schema> = (tree: Tree, schema: Schema) => Promise<GeneratorCallback | undefined | void>;

/** Runs a generator as Nx does, without Nx's start-up. */
export async function runGenerator<Schema>(
  root: string,
  generate: Generator<Schema>,
  schema: Schema,
): Promise<void> {
  const tree = new FsTree(root, false);
  const callback = await generate(tree, schema);
  flushChanges(root, tree.listChanges());
  await callback?.();
}
