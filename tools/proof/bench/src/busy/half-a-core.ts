import { existsSync, mkdirSync, rmdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import { busyLoops } from './busy-loops.ts';

export type Command = readonly [program: string, ...args: string[]];

/** A way to run a command, and all that it starts, on half of a core. */
export interface CpuLimit extends AsyncDisposable {
  /** For the title of a table. */
  readonly name: string;
  readonly wrap: (command: Command) => Command;
}

const group = `vouch-busy-${process.pid}`;
/** Microseconds: half of the period may be used. */
const [quota, period] = ['50000', '100000'];

/** Uses a control group where this user may make one; else a core that busy loops share. */
export function halfACore(): CpuLimit {
  return (
    inGroup('/sys/fs/cgroup', { 'cpu.max': `${quota} ${period}` }) ??
    inGroup('/sys/fs/cgroup/cpu', { 'cpu.cfs_period_us': period, 'cpu.cfs_quota_us': quota }) ??
    besideLoops()
  );
}

function inGroup(mount: string, limits: Readonly<Record<string, string>>): CpuLimit | undefined {
  const folder = join(mount, group);
  // a folder could be made also where no control groups are mounted
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
    name: 'half of a core, by a control group',
    wrap: (command) => ['/bin/sh', '-c', enter, 'sh', ...command],
    [Symbol.asyncDispose]: () => removed(folder),
  };
}

/** A group can be removed once the last program in it has ended, which a server does a second after its last run. */
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
