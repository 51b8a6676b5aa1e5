import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { availableParallelism } from 'node:os';
import { ScratchWorkspace } from '@vouch/scratch';
import { describe, expect, onTestFinished, test } from 'vitest';

const head = `import { afterAll, beforeAll, beforeEach, describe, expect, onTestFailed, test, vi } from 'vitest';`;
const never = `() => new Promise(() => {})`;
const timedOut =
  /timed out(?: in \d+ms|: [\d.]+ m?s limit, stretched to [\d.]+ m?s because the machine was busy)/;

/** Overloads every processor threefold until the test ends. */
async function busyMachine(): Promise<void> {
  const loops: ChildProcess[] = Array.from({ length: 3 * availableParallelism() }, () =>
    spawn(process.execPath, ['-e', 'for (;;);'], { stdio: 'ignore' }),
  );
  onTestFinished(() => loops.forEach((loop) => loop.kill('SIGKILL')));
  await Promise.all(loops.map((loop) => once(loop, 'spawn')));
}

function workspaceWith(specs: Readonly<Record<string, string>>): ScratchWorkspace {
  const files = Object.entries(specs).map(
    ([name, body]) => [`src/${name}.spec.ts`, `${head} ${body}`] as const,
  );
  const workspace = new ScratchWorkspace().library('limited', Object.fromEntries<string>(files));
  onTestFinished(() => workspace[Symbol.dispose]());
  return workspace;
}

describe.runIf(process.platform === 'linux')(
  'on a busy machine',
  { meta: { skipReason: 'only Linux reports CPU pressure' } },
  () => {
    test('a test gets back the time that other processes took, and no more', async () => {
      const workspace = workspaceWith({
        waits: `test('waits', { tags: 'real-time' }, () => new Promise((resolve) => setTimeout(resolve, 1_400)));`,
        hangs: `test('hangs', ${never});`,
        prepares: `beforeEach(${never}, 200); test('is not prepared', () => {});`,
        works: `test('works', () => { const { user } = process.threadCpuUsage(); while (process.threadCpuUsage().user - user < 1_100_000); });`,
      });
      await busyMachine();
      const { output } = await workspace.nx(['unit', '@demo/limited']);
      expect(output).toContain('1 passed, 3 failed');
      expect(output).not.toMatch(/✗.* waits/);
      const because = String.raw`because the machine was busy \(CPU pressure \d+ %\)`;
      expect(output).toMatch(new RegExp(`Test timed out: 1 s limit, stretched to [\\d.]+ s ${because}`));
      expect(output).toMatch(new RegExp(`Hook timed out: 200 ms limit, stretched to [\\d.]+ m?s ${because}`));
    });
  },
);

describe('regardless of the machine’s load', () => {
  test('hooks, retries, individual limits and concurrent tests time out one by one', async () => {
    const workspace = workspaceWith({
      hooks: `describe('suite', () => { beforeAll(${never}, 50); test('is skipped', () => {}); }); describe('other', () => { afterAll(${never}, 50); test('passes', () => {}); });`,
      retries: `let tries = 0; test('passes the second time', { timeout: 100, retry: 1 }, async () => { if ((tries += 1) === 1) await new Promise(() => {}); });`,
      concurrent: `test.concurrent('hangs', { timeout: 50 }, ${never}); test.concurrent('does not', async () => { await new Promise((resolve) => setTimeout(resolve, 90)); });`,
      faked: `test('hangs in frozen time', { timeout: 50 }, async () => { vi.useFakeTimers(); try { await new Promise(() => {}); } finally { vi.useRealTimers(); } });`,
    });
    const { output } = await workspace.nx(['unit', '@demo/limited']);
    expect(output.match(new RegExp(timedOut, 'g'))).toHaveLength(4);
    expect(output).toContain('3 passed');
    expect(output).toContain('! passed only on a retry: passes the second time');
  });

  test('the signal aborts and onTestFailed runs', async () => {
    const workspace = workspaceWith({
      signal: `test('hangs', { timeout: 50 }, ({ signal }) => { onTestFailed(() => console.log('aborted: ' + signal.aborted + ' ' + signal.reason.message)); return new Promise(() => {}); });`,
    });
    const { output } = await workspace.nx(['unit', '@demo/limited']);
    expect(output).toMatch(/aborted: true Test timed out in 50ms/);
  });

  test('--testTimeout sets the limit of every test, including slow ones, and 0 removes it', async () => {
    const wait = `{ tags: ['slow', 'real-time'] }, () => new Promise((resolve) => setTimeout(resolve, 1_200))`;
    const workspace = workspaceWith({
      slow: `test('is slow', ${wait});`,
      hangs: `test('hangs', { tags: ['slow'] }, ({ signal }) => process.env.HANG && new Promise(() => {}));`,
    });
    const lifted = await workspace.nx(['unit', '@demo/limited', '--', '--testTimeout=0']);
    expect(lifted.output).toContain('2 passed');
    const set = await workspace.nx(['unit', '@demo/limited', '--', '--testTimeout=50', 'hangs'], {
      HANG: '1',
    });
    expect(set.output).toMatch(/Test timed out(?: in 50ms|: 50 ms limit)/);
  });
});
