import { statfsSync } from 'node:fs';

/** Settings of a test server. Its data are disposable, so it never waits for a disk. */
export function testSettings(): Record<string, string | number> {
  return {
    // Keeps shared memory in the data directory, so a killed server leaves nothing in /dev/shm.
    dynamic_shared_memory_type: 'mmap',
    fsync: 'off',
    synchronous_commit: 'off',
    full_page_writes: 'off',
    wal_level: 'minimal',
    max_wal_senders: 0,
    max_wal_size: '256MB',
    checkpoint_timeout: '1h',
    autovacuum: 'off',
    jit: 'off',
    max_connections: 300,
    // Leaves errors out of the log: tests provoke thousands of failing statements.
    log_min_messages: 'log',
  };
}

export function developmentSettings(): Record<string, string | number> {
  return { max_connections: 100, ...(smallSharedMemory() ? { dynamic_shared_memory_type: 'mmap' } : {}) };
}

/** Docker gives a container 64 MB by default, which a few parallel queries fill. */
function smallSharedMemory(): boolean {
  return process.platform === 'linux' && freeBytes('/dev/shm') < 256 * 1024 ** 2;
}

/** Returns the free bytes in a folder; 0 if the folder does not exist. */
export function freeBytes(folder: string): number {
  try {
    const { bavail, bsize } = statfsSync(folder);
    return bavail * bsize;
  } catch {
    return 0;
  }
}
