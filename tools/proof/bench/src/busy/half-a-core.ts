import { existsSync, mkdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { busyLoops } from './busy-loops.ts';

export type Command = readonly [program: string, ...args: string[]];

/** A way to run a command and its child processes on half a core. */
export interface CpuLimit extends AsyncDisposable {
  /** Title of the table. */
  readonly name: string;
  readonly wrap: (command: Command) => Command;
}

const group = `vouch-busy-${process.pid}`;
/** Microseconds: half of the period may be used. */
const [quota, period] = ['50000', '100000'];

/** Uses a control group if the user may create one, else a core that busy loops share. */
export function halfACore(): CpuLimit {
  return (
    inGroup('/sys/fs/cgroup', { 'cpu.max': `${quota} ${period}` }) ??
    inGroup('/sys/fs/cgroup/cpu', { 'cpu.cfs_period_us': period, 'cpu.cfs_quota_us': quota }) ??
    besideLoops()
  );
}

function inGroup(mount: string, limits: Readonly<Record<string, string>>): CpuLimit | undefined {
  const folder = join(mount, group);
  // A folder can be created even without mounted control groups.
  if (!existsSync(join(mount, 'cgroup.procs'))) return undefined;
  try {
    mkdirSync(folder);
    for (const [file, limit] of Object.entries(limits)) writeFileSync(join(folder, file), limit);
  } catch {
    if (existsSync(folder)) rmdirSync(folder);
    return undefined;
  }
  const enter = `echo $$ > ${join(folder, 'cgroup.procs')} && exec "$@"`;
  return {
    name: 'half a core, by a control group',
    wrap: (command) => ['/bin/sh', '-c', enter, 'sh', ...command],
    [Symbol.asyncDispose]: () => removed(folder),
  };
}

/** Removes a group when its last program has ended, which for a server is one second after the last run. */
async function removed(folder: string): Promise<void> {
  for (;;) {
    try {
      rmdirSync(folder);
      return;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== 'EBUSY') throw error;
      await delay(200);
    }
  }
}

function besideLoops(): CpuLimit {
  const wrap = (command: Command): Command => ['taskset', '-c', '0', ...command];
  const loops = busyLoops(3, wrap);
  return {
    name: 'one core, shared with three busy loops',
    wrap,
    [Symbol.asyncDispose]: async () => loops[Symbol.dispose](),
  };
}
