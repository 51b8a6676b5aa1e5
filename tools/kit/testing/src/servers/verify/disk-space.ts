import { tmpdir } from 'node:os';
import { freeBytes } from '../embedded/postgres-settings.ts';

const needed = 512 * 1024 ** 2;

/** Reports where a server of the kit keeps its data, and whether there is enough space. */
export function* diskSpace(): Generator<string> {
  const memory = freeBytes('/dev/shm');
  if (memory >= needed) {
    yield `    data are kept in memory: /dev/shm has ${megabytes(memory)} free`;
    return;
  }
  const [disk, folder] = [freeBytes(tmpdir()), tmpdir()];
  const why = memory === 0 ? '/dev/shm does not exist' : `/dev/shm has only ${megabytes(memory)} free`;
  yield `    data are kept in ${folder} (${megabytes(disk)} free), which is slower: ${why}`;
  if (memory > 0) yield '    → in a container, start it with --shm-size=1g';
  if (disk < needed) yield `    ✗ ${folder} is nearly full → free space, or set TMPDIR to another folder`;
}

function megabytes(bytes: number): string {
  return `${Math.floor(bytes / 1024 ** 2)} MB`;
}
