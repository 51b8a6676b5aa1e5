import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Running totals in milliseconds. Only differences are meaningful. */
export interface MachineLoad {
  readonly at: number;
  /** How long this thread has run. */
  readonly ran: number;
  /** How long this thread was ready to run and waited for a processor. */
  readonly queued: number;
  /** How long other programs waited for a processor, by source of the measurement. */
  readonly pressure: readonly number[];
}

/** Returns the milliseconds of a clock that fake timers do not stop. */
export const realTime = (): number => process.uptime() * 1_000;

/**
 * Creates a function that reads the machine's load from the kernel, which takes about 50 µs. Missing files count as
 * no load: macOS and Windows never seem busy.
 */
export function loadReader(root = '/'): () => MachineLoad {
  const schedule = join(root, 'proc/thread-self/schedstat');
  const sources = pressureSources(root).filter((source) => count(source) !== undefined);
  return () => {
    const [ran = 0, queued = 0] = (read(schedule) ?? '')
      .split(' ')
      .map((nanoseconds) => Number(nanoseconds) / 1e6);
    return { at: realTime(), ran, queued, pressure: sources.map((source) => (count(source) ?? 0) / 1e3) };
  };
}

interface Source {
  readonly file: string;
  /** Finds a number of microseconds in the file. */
  readonly pattern: RegExp;
}

/** Returns the sources for the whole machine, and for the control group that limits a container or a CI runner. */
function pressureSources(root: string): Source[] {
  const group = /^0::(.*)$/m.exec(read(join(root, 'proc/self/cgroup')) ?? '')?.[1] ?? '/';
  const folders = ['sys/fs/cgroup', 'sys/fs/cgroup/unified'].map((mount) => join(root, mount, group));
  return [
    { file: join(root, 'proc/pressure/cpu'), pattern: /^some .*total=(\d+)/m },
    ...folders.map((folder) => ({ file: join(folder, 'cpu.pressure'), pattern: /^some .*total=(\d+)/m })),
    ...folders.map((folder) => ({ file: join(folder, 'cpu.stat'), pattern: /^throttled_usec (\d+)/m })),
  ];
}

function count({ file, pattern }: Source): number | undefined {
  const found = pattern.exec(read(file) ?? '')?.[1];
  return found === undefined ? undefined : Number(found);
}

function read(file: string): string | undefined {
  try {
    return readFileSync(file, 'latin1');
  } catch {
    return undefined;
  }
}
