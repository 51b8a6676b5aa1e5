import { createHash } from 'node:crypto';
import { relative } from 'node:path';
import type { Shard, VitestArguments } from './parse-arguments.ts';

/** Returns the files that match a filter, hold tests of the chosen promises and belong to the shard. */
export function chooseFiles(
  files: readonly string[],
  root: string,
  { filters, shard, promises }: Pick<VitestArguments, 'filters' | 'shard' | 'promises'>,
): string[] {
  return files.filter((file) => {
    const path = relative(root, file).replaceAll('\\', '/');
    const isChosen = promises?.files.has(path) ?? true;
    const isNamed = filters.length === 0 || filters.some((part) => path.includes(part));
    return isChosen && isNamed && inShard(path, shard);
  });
}

/** Assigns files to shards by path alone, so that neither other files nor the cache move a file. */
function inShard(path: string, shard: Shard | undefined): boolean {
  if (shard === undefined) return true;
  const digest = createHash('sha256').update(path).digest().readUInt32BE();
  return digest % shard.count === shard.index - 1;
}
