import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

export interface BareProcess extends AsyncDisposable {
  readonly address: string;
}

/** The bare routes in a process of their own, like the API. */
export async function startBare(databaseUrl: string): Promise<BareProcess> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'bare-server.ts')], {
    env: { DATABASE_URL: databaseUrl },
    stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
  });
  const [{ listening }] = (await once(child, 'message')) as [{ listening: string }];
  const dispose = async (): Promise<void> => {
    child.kill();
    await once(child, 'exit');
  };
  return { address: listening, [Symbol.asyncDispose]: dispose };
}
