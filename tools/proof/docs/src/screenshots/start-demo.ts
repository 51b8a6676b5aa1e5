import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

interface Demo extends AsyncDisposable {
  readonly address: string;
}

/** Runs the program of `npm start` on the port that the documents show, with separate data. */
export async function startDemo(root: string): Promise<Demo> {
  const data = await mkdtemp(join(tmpdir(), 'vouch-screenshots-'));
  const child = spawn(process.execPath, ['tools/workspace/src/start/main.ts'], {
    cwd: root,
    env: { ...process.env, VOUCH_DATA: data },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const exited = once(child, 'exit');
  const stop = async (): Promise<void> => {
    child.kill('SIGTERM');
    await exited;
    await rm(data, { recursive: true, force: true });
  };
  for await (const line of createInterface({ input: child.stdout })) {
    const [, address] = /The API is at (http:\S+)/.exec(line) ?? [];
    if (address !== undefined) return { address, [Symbol.asyncDispose]: stop };
  }
  await stop();
  throw new Error('npm start did not serve the API; the lines above say why.');
}
