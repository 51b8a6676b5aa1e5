import { createHash } from 'node:crypto';
import { relative } from 'node:path';
import type { Shard, VitestArguments } from './parse-arguments.ts';

/** The files that the arguments leave: those that match a filter and fall into the shard. */
export function chooseFiles(
  files: readonly string[],
  root: string,
  { filters, shard }: Pick<VitestArguments, 'filters' | 'shard'>,
): string[] {
  return files.filter((file) => {
    const path = relative(root, file).replaceAll('\\', '/');
    return (filters.length === 0 || filters.some((part) => path.includes(part))) && inShard(path, shard);
  });
}

/** By the path alone, so that a file's shard does not depend on what else runs, nor on what the cache holds. */
function inShard(path: string, shard: Shard | undefined): boolean {
  if (shard === undefined) return true;
  const digest = createHash('sha256').update(path).digest().readUInt32BE();
  return digest % shard.count === shard.index - 1;
}
