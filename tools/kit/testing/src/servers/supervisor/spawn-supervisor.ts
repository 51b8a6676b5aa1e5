import { closeSync, openSync } from 'node:fs';
import { join } from 'node:path';
import { homeFolder } from '../process/run-program.ts';
import { identityOf, type ProcessIdentity } from '../process/identity.ts';
import { siblingModule } from '../process/sibling-module.ts';
import { spawnOrphan } from '../process/spawn-orphan.ts';
import { writeJson } from './json-file.ts';
import { fileOf } from './server-folder.ts';
import type { ServerOrder } from '../model/server-record.ts';

export interface SupervisorOrder {
  readonly folder: string;
  readonly generation: number;
  readonly order: ServerOrder;
}

/**
 * Starts a supervisor that no signal to the run reaches. Its owner file remains when it ends: a generation with a
 * dead owner has ended, and one without an owner is starting.
 */
export async function spawnSupervisor(order: SupervisorOrder): Promise<void> {
  const log = openSync(join(order.folder, 'supervisor.log'), 'a', 0o600);
  try {
    const supervisor = await spawnOrphan(process.execPath, [siblingModule(import.meta.url, 'main')], {
      cwd: homeFolder,
      env: withoutNodeOptions(process.env),
      log,
    });
    await writeJson(fileOf(order.folder, 'owner', order.generation), identityOf(supervisor.pid) ?? noProcess);
    // The order contains a password, so it is sent to the standard input and not passed on the command line.
    await supervisor.sendInput(JSON.stringify(order));
  } finally {
    closeSync(log);
  }
}

const noProcess: ProcessIdentity = { pid: 0, startTime: '', bootId: '' };

function withoutNodeOptions(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _options, NODE_V8_COVERAGE: _coverage, ...others } = environment;
  return others;
}
