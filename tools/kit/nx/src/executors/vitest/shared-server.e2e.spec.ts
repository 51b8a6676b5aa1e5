import { join } from 'node:path';
import { ScratchWorkspace } from '@vouch/scratch';
import { acquireServer } from '@vouch/testing/servers';
import { leftovers, tracesIn } from '@vouch/testing/proof/kill';
import { eventually } from '@vouch/testing/eventually';
import { afterEach, expect, test, vi } from 'vitest';

const settings = { TEST_DATABASE: 'embedded' };

afterEach(() => {
  vi.unstubAllEnvs();
});

test('a run that ends leaves its server to other holders', async () => {
  using workspace = new ScratchWorkspace();
  const [temporary, held] = [join(workspace.path, 'tmp'), join(workspace.path, 'held')];
  workspace.library('waiting', { 'src/waiting.integration.spec.ts': waitsFor(held) }).write('tmp/.keep', '');
  vi.stubEnv('TMPDIR', temporary);
  const run = workspace.nx(['integration', '@demo/waiting'], settings);
  await eventually(() => expect(tracesIn(temporary).supervisors).toHaveLength(1));
  const server = await acquireServer(settings);
  const traces = tracesIn(temporary);
  workspace.write('held', '');
  expect(await run).toMatchObject({ code: 0 });
  const template = await server.template({ key: 'afterwards', build: () => Promise.resolve() });
  await expect(template.clone()).resolves.toHaveProperty('name');
  await server.release();
  await eventually(() => expect(leftovers(temporary, traces)).toEqual([]), { timeout: 5_000 });
});

/** Renders a test that ends when a file exists. */
function waitsFor(file: string): string {
  return `import { existsSync } from 'node:fs'; import { setTimeout } from 'node:timers/promises'; import { test } from 'vitest';
    test('waits', { timeout: 0 }, async () => { while (!existsSync(${JSON.stringify(file)})) await setTimeout(50); });`;
}
