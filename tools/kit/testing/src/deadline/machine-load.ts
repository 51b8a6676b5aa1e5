import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** Running totals in milliseconds, of which only differences mean anything. */
export interface MachineLoad {
  readonly at: number;
  /** How long this thread has run. */
  readonly ran: number;
  /** How long this thread was ready to run and waited for a processor. */
  readonly queued: number;
  /** How long other programs waited for a processor, by each source that counts it. */
  readonly pressure: readonly number[];
}

/** The clock that no fake timer stops, in milliseconds. */
export const realTime = (): number => process.uptime() * 1_000;

/**
 * Makes a function that reads the machine's load from the kernel, which takes some 50 µs. What a system does not have counts
 * as nothing: on macOS and Windows a machine never seems busy.
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
  /** Finds a number of microseconds in it. */
  readonly pattern: RegExp;
}

/** The whole machine, and the control group that a container or a CI runner limits. */
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
