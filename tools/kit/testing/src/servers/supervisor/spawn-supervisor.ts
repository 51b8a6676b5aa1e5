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
 * Starts a supervisor that no signal to the run reaches. The file that names it stays when it ends: a generation whose
 * owner is dead is over, one without an owner is still being started.
 */
export async function spawnSupervisor(order: SupervisorOrder): Promise<void> {
  const log = openSync(join(order.folder, 'supervisor.log'), 'a', 0o600);
  try {
    const supervisor = await spawnOrphan(process.execPath, [siblingModule(import.meta.url, 'main')], {
      cwd: homeFolder,
      env: withoutNodeOptions(process.env),
      log,
    });
    await writeJson(fileOf(order.folder, 'owner', order.generation), identityOf(supervisor.pid) ?? nobody);
    // the order holds a password, so it is told and does not stand on the command line
    await supervisor.tell(JSON.stringify(order));
  } finally {
    closeSync(log);
  }
}

const nobody: ProcessIdentity = { pid: 0, startTime: '', bootId: '' };

function withoutNodeOptions(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const { NODE_OPTIONS: _options, NODE_V8_COVERAGE: _coverage, ...others } = environment;
  return others;
}
