import { ScratchWorkspace } from '@vouch/scratch';
import { startEphemeralServer } from '@vouch/testing/servers';
import { expect, test } from 'vitest';
import { RunOutput } from '../../../proof/run-output.ts';

test('another server repeats the tests that need one, but no unit test', async () => {
  using workspace = new ScratchWorkspace().library('it', {
    'src/it.spec.ts': `import { test } from 'vitest'; test('needs no server', () => {});`,
    'src/it.integration.spec.ts': `import { test } from 'vitest'; test('needs a server', () => {});`,
  });
  const server = await startEphemeralServer();
  const { port, username, password } = new URL(server.url);
  const local = { PGPORT: port, PGUSER: username, PGPASSWORD: password, PGDATABASE: 'postgres' };
  const env = { ...local, TEST_DATABASE: '' };
  const run = async () =>
    new RunOutput(await workspace.nx(['run-many', '-t', 'test', '--output-style=static'], env));
  try {
    const onLocal = await run();
    expect(onLocal.output).toContain('· local at');
    expect((await run()).cached().toSorted()).toEqual(
      ['integration', 'test', 'unit'].map((target) => `@demo/it:${target}`),
    );
  } finally {
    await server.stop();
  }
  const withoutIt = await run();
  expect(withoutIt.output).toContain('· embedded');
  expect(withoutIt.cached()).toEqual(['@demo/it:unit']);
});
