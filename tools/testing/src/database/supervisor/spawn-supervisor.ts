import { spawn } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { Readable, type Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { homeFolder } from '../embedded/run-program.ts';
import { identityOf, type ProcessIdentity } from '../process/identity.ts';
import { siblingModule } from '../process/sibling-module.ts';
import { writeJson } from './json-file.ts';
import { fileOf } from './server-folder.ts';
import type { ServerOrder } from './server-record.ts';

export interface SupervisorOrder {
  readonly folder: string;
  readonly generation: number;
  readonly order: ServerOrder;
}

/**
 * Starts a supervisor in a session of its own, so that no signal to the run or its terminal reaches it. The file that
 * names it stays when it ends: a generation whose owner is dead is over, one without an owner is still being started.
 */
export async function spawnSupervisor(order: SupervisorOrder): Promise<void> {
  const log = openSync(join(order.folder, 'supervisor.log'), 'a', 0o600);
  try {
    // the order holds a password, so it goes through the pipe and not on the command line
    const child = spawn(process.execPath, [siblingModule(import.meta.url, 'main')], {
      cwd: homeFolder,
      env: withoutNodeOptions(process.env),
      detached: true,
      stdio: ['pipe', log, log],
    });
    child.unref();
    await writeJson(fileOf(order.folder, 'owner', order.generation), identityOf(child.pid ?? 0) ?? nobody);
    await pipeline(Readable.from(JSON.stringify(order)), child.stdin as Writable);
  } finally {
    closeSync(log);
  }
}

const nobody: ProcessIdentity = { pid: 0, startTime: '', bootId: '' };

function withoutNodeOptions(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _options, NODE_V8_COVERAGE: _coverage, ...others } = environment;
  return others;
}
