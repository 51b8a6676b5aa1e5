import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

/** A server with bare routes. Disposing it ends it. */
export interface BareProcess extends AsyncDisposable {
  readonly address: string;
}

/** Starts the bare routes in a process of their own, as the API runs. */
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
