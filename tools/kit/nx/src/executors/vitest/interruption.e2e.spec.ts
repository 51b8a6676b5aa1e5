import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { runInScratch, ScratchWorkspace } from '@vouch/scratch';
import { leftovers, tracesIn } from '@vouch/testing/proof/kill';
import { eventually } from '@vouch/testing/eventually';
import { describe, expect, test } from 'vitest';

const quick = `import { test } from 'vitest'; test('is quick', () => {});`;

describe('a stopped run', () => {
  test('leaves no process after Ctrl-C, and the next run reuses ended tasks', async () => {
    using workspace = new ScratchWorkspace();
    const worker = join(workspace.path, 'worker.pid');
    workspace
      .library('quick', { 'src/quick.spec.ts': quick })
      .library('endless', { 'src/endless.spec.ts': endless(worker) });
    const nx = workspace.startNx(['run-many', '-t', 'unit']);
    const ended = new Promise((resolve) => nx.once('close', resolve));
    await eventually(() => expect(journal(workspace.path)).toHaveLength(1));
    await eventually(() => expect(existsSync(worker)).toBe(true));
    const left = () => leftovers(workspace.path, { supervisors: [], folders: [] });
    expect(left()).not.toEqual([]);
    process.kill(-(nx.pid ?? Number.NaN), 'SIGINT');
    expect(await ended).not.toBe(0);
    await eventually(() => expect(left()).toEqual([]), { interval: 50 });

    workspace.write('libs/endless/src/endless.spec.ts', quick);
    const next = await workspace.nx(['run-many', '-t', 'unit', '--output-style=static']);
    expect(next.code).toBe(0);
    expect(next.output).toContain('from an earlier run that was stopped');
    expect(next.output).toContain('1 task, 1 file: 1 passed');
    expect(journal(workspace.path)).toHaveLength(0);
  });
});

describe('a run killed in the middle of a test', () => {
  test.for([
    ['SIGINT', 'Nx'],
    ['SIGTERM', 'Nx'],
    ['SIGHUP', 'Nx'],
    ['SIGKILL', 'Nx'],
    ['SIGKILL', 'all'],
  ] as const)('leaves no process, server or folder: %s to %s', async ([signal, victim]) => {
    using workspace = new ScratchWorkspace();
    const temporary = join(workspace.path, 'tmp');
    const worker = join(workspace.path, 'worker.pid');
    workspace
      .library('endless', { 'src/endless.integration.spec.ts': endless(worker) })
      .write('tmp/.keep', '');
    const env = { TMPDIR: temporary, TEST_DATABASE: 'embedded' };
    const nx = workspace.startNx(['integration', '@demo/endless'], env);
    await eventually(() => expect(existsSync(worker)).toBe(true));
    const traces = tracesIn(temporary);
    expect(traces.folders).toHaveLength(1);
    process.kill(victim === 'all' ? -nx.pid! : nx.pid!, signal);
    const left = () => leftovers(temporary, traces);
    await eventually(() => expect(left()).toEqual([]), { timeout: 5_000, interval: 50 });
  });
});

describe('--watch', () => {
  test('runs one project again when its file changes', async () => {
    using workspace = new ScratchWorkspace().library('watched', { 'src/watched.spec.ts': quick });
    const nx = workspace.startNx(['unit', '@demo/watched', '--watch']);
    let output = '';
    nx.stdout.on('data', (chunk: Buffer) => (output += chunk.toString()));
    await eventually(() => expect(output).toContain('Waiting for file changes'));
    workspace.write('libs/watched/src/watched.spec.ts', quick.replace('is quick', 'is quicker'));
    await eventually(() => expect(output).toContain('RERUN'));
    const ended = new Promise((resolve) => nx.once('close', resolve));
    process.kill(-(nx.pid ?? Number.NaN), 'SIGINT');
    await ended;
    const left = await runInScratch('pgrep', ['-f', workspace.path], { cwd: '/', env: {} });
    expect(left.output.trim()).toBe('');
  });
});

/** Renders a test that writes its process id, once Vitest has no more events, and never ends. */
function endless(pidFile: string): string {
  return `import { writeFileSync } from 'node:fs'; import { test } from 'vitest';
    test('never ends', { timeout: 0 }, async () => {
      setTimeout(() => writeFileSync(${JSON.stringify(pidFile)}, String(process.pid)), 500);
      await new Promise((resolve) => setTimeout(resolve, 3_600_000));
    });`;
}

function journal(root: string): string[] {
  const folder = join(root, '.vouch/ended');
  return existsSync(folder) ? readdirSync(folder) : [];
}
